use std::os::unix::fs::PermissionsExt as _;

use atelier_base::{TenantId, UserId};

use super::*;

fn place() -> Place {
    let user = UserId::generate(Timestamp::from_millis(0), &Randomness::seeded(1));
    let key = "a/b+c.png".parse().expect("a key");
    Place { bucket: &crate::ASSETS, tenant: TenantId::Personal(user), key }
}

/// The parts of an address as a server reads them.
fn read(path: &str) -> (String, SignedQuery) {
    let (path, query) = path.split_once('?').expect("a query");
    let key = path.strip_prefix("/blobs/bucket/").expect("the bucket").replace("%2B", "+");
    let field = |name: &str| {
        let pair = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        pair.map(str::to_owned)
    };
    let query = SignedQuery {
        tenant: field("tenant").expect("a tenant"),
        expires: field("expires").expect("an instant").parse().expect("a number"),
        filename: field("filename").map(|name| name.replace("%20", " ")),
        inline: field("inline").map(|inline| inline == "true"),
        signature: field("signature").expect("a signature"),
    };
    (key, query)
}

#[test]
fn an_address_allows_what_it_says_until_it_expires() {
    let signer = Signer([7; 32]);
    let signing = Signing {
        disposition: Some(Disposition::Attachment("my work.png".into())),
        ..Signing::reading(Duration::from_mins(1))
    };
    let (key, query) = read(&signer.sign(&place(), "bucket", &signing, 60));
    let at = Timestamp::from_millis;
    let verify = |method, query: &SignedQuery, now| signer.verify(method, "bucket", &key, query, now);
    assert!(verify(Method::Get, &query, at(59_999)).is_ok());
    assert!(verify(Method::Head, &query, at(59_999)).is_ok());
    assert!(matches!(verify(Method::Get, &query, at(60_000)), Err(Error::SignatureExpired)));
    let other = place().tenant.to_string().replace("usr_", "org_");
    for changed in [
        SignedQuery { tenant: other, ..query.clone() },
        SignedQuery { expires: 61, ..query.clone() },
        SignedQuery { filename: Some("x.html".into()), ..query.clone() },
        SignedQuery { filename: None, ..query.clone() },
        SignedQuery { inline: Some(true), ..query.clone() },
        SignedQuery { signature: String::new(), ..query.clone() },
        SignedQuery { signature: "ä".into(), ..query.clone() },
    ] {
        let refused = verify(Method::Get, &changed, at(0));
        assert!(matches!(refused, Err(Error::SignatureInvalid)), "{changed:?}");
    }
    for (bucket, key) in [("other", key.as_str()), ("bucket", "a/b"), ("bucket/a", "b+c.png")] {
        assert!(signer.verify(Method::Get, bucket, key, &query, at(0)).is_err());
    }
    assert!(Signer([8; 32]).verify(Method::Get, "bucket", &key, &query, at(0)).is_err());
}

#[test]
fn knowing_is_not_reading() {
    let signer = Signer([7; 32]);
    let signing = Signing { method: Method::Head, ..Signing::reading(Duration::from_mins(1)) };
    let (key, query) = read(&signer.sign(&place(), "bucket", &signing, 60));
    let now = Timestamp::from_millis(0);
    assert!(signer.verify(Method::Head, "bucket", &key, &query, now).is_ok());
    assert!(signer.verify(Method::Get, "bucket", &key, &query, now).is_err());
}

#[test]
fn the_key_stays_and_is_the_servers_alone() {
    let directory = tempfile::tempdir().expect("a directory");
    let open = |seed| Signer::open(directory.path(), &Randomness::seeded(seed));
    let first = open(1).expect("made").0;
    assert_eq!(open(2).expect("read").0, first);
    let path = directory.path().join(Signer::FILE);
    let mode = |mode| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("set");
    assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    mode(0o640);
    assert!(matches!(open(1), Err(Error::KeyExposed { .. })));
    mode(0o600);
    std::fs::write(&path, "not a key").expect("written");
    assert!(matches!(open(1), Err(Error::KeyExposed { .. })));
}

#[test]
fn a_name_is_said_in_both_ways() {
    let header = Disposition::Attachment("Bär \"1\".png".into()).header();
    assert_eq!(header, "attachment; filename=\"B_r__1_.png\"; filename*=UTF-8''B%C3%A4r%20%221%22.png");
}
