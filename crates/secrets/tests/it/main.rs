//! A master key in AWS KMS, on a server that others wrote: `moto`, from Python's index, which `cargo xtask test`
//! installs into the cache of the workshop. Where it is missing the test says so, and leaves itself out.

use std::fs;
use std::path::Path;

use atelier_base::{Coded as _, Randomness, Timestamp};
use atelier_peers::{Peer, Server};
use atelier_secrets::{Error, Keyring, KmsOptions, Place, Sealed, Secret, Source};
use serde_json::{Value, json};

const NOW: Timestamp = Timestamp::from_millis(1_795_251_600_000);
const PLACE: Place<'_> = Place { table: "two-step", item: "usr_1", field: "secret" };

/// A running KMS, which ends with this value.
struct Moto(Server);

impl Moto {
    fn start() -> Option<Self> {
        // It keeps everything in its memory.
        Peer::Moto.start(Path::new("")).map(Self)
    }

    /// Makes a key, as its operator does; its id.
    fn make_key(&self) -> String {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::blocking::Client::new();
        let request =
            client.post(self.0.address()).body("{}").header("x-amz-target", "TrentService.CreateKey");
        let signed = "AWS4-HMAC-SHA256 Credential=key/20261121/us-east-1/kms/aws4_request, SignedHeaders=host, Signature=0";
        let answer = request.header("authorization", signed).send().expect("an answer");
        let made: Value = serde_json::from_str(&answer.text().expect("text")).expect("JSON");
        made["KeyMetadata"]["KeyId"].as_str().expect("an id").to_owned()
    }

    fn source(&self, directory: &Path, key: &str) -> Source {
        let kms = KmsOptions {
            key: key.into(),
            region: "us-east-1".into(),
            endpoint: self.0.address(),
            access_key_id: "key".into(),
            secret_access_key: Secret::from("very secret".to_owned()),
        };
        Source { directory: directory.into(), kms: Some(kms) }
    }
}

fn open(source: &Source) -> Result<Keyring, Error> {
    Keyring::open(source, NOW, &Randomness::system())
}

fn seal(keyring: &Keyring) -> Sealed<Secret> {
    keyring.seal(&Secret::from("ultramarine".to_owned()), PLACE).expect("sealed")
}

fn assert_opens(keyring: &Keyring, sealed: &Sealed<Secret>) {
    assert_eq!(keyring.unseal(sealed, PLACE).expect("opens").expose(), "ultramarine");
}

#[test]
fn a_key_of_the_service_wraps_data_keys() {
    let Some(moto) = Moto::start() else { return };
    let home = tempfile::tempdir().expect("a directory");
    let (first, second) = (moto.make_key(), moto.make_key());
    let source = moto.source(home.path(), &first);
    let keyring = open(&source).expect("made");
    assert_eq!(keyring.status().master, format!("kms:{first}"));
    let sealed = seal(&keyring);
    assert_opens(&open(&source).expect("opened again"), &sealed);
    assert!(!home.path().join("master.json").exists(), "no master key is on this machine");

    // Another key of the service takes over, and the first one is needed no more.
    let moved = moto.source(home.path(), &second);
    let status = Keyring::rotate(&moved, NOW, &Randomness::system()).expect("rotated");
    assert_eq!((status.master, status.data_keys), (format!("kms:{second}"), 2));
    assert_opens(&open(&moved).expect("opened"), &sealed);
    let text = fs::read_to_string(home.path().join("data-keys.json")).expect("there");
    assert!(!text.contains(&first), "{text}");

    // A wrapped key under another id is not opened: the service checks what it was bound to.
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    file["keys"][1]["id"] = json!("k0000000000000000");
    fs::write(home.path().join("data-keys.json"), file.to_string()).expect("written");
    assert_eq!(open(&moved).expect_err("moved").code().name, "kms_unavailable");
}

#[test]
fn rotation_moves_from_the_key_file_to_the_service() {
    let Some(moto) = Moto::start() else { return };
    let home = tempfile::tempdir().expect("a directory");
    let sealed = seal(&open(&Source::directory(home.path())).expect("made"));
    let source = moto.source(home.path(), &moto.make_key());
    // Until then both work: what the file wraps is opened by the file.
    assert_opens(&open(&source).expect("opened"), &sealed);
    Keyring::rotate(&source, NOW, &Randomness::system()).expect("rotated");
    assert!(!home.path().join("master.json").exists());
    assert_opens(&open(&source).expect("opened"), &sealed);
    let without = open(&Source::directory(home.path())).expect_err("no service is configured");
    assert_eq!(without.code().name, "kms_unavailable");
}

#[test]
fn a_service_that_is_away_or_refuses_is_named() {
    let home = tempfile::tempdir().expect("a directory");
    let kms = KmsOptions {
        key: "alias/atelier".into(),
        region: "us-east-1".into(),
        endpoint: "http://127.0.0.1:9".into(),
        access_key_id: "key".into(),
        secret_access_key: Secret::from("very secret".to_owned()),
    };
    let away = Source { directory: home.path().into(), kms: Some(kms) };
    let refused = open(&away).expect_err("away");
    assert_eq!(refused.code().name, "kms_unavailable");
    assert!(!format!("{refused} {away:?}").contains("very secret"));
    assert!(fs::read_dir(home.path()).expect("a directory").next().is_none(), "nothing was made");
    let Some(moto) = Moto::start() else { return };
    let unknown =
        open(&moto.source(home.path(), "9d7c6f0e-0000-0000-0000-000000000000")).expect_err("unknown");
    assert!(unknown.to_string().contains("NotFoundException"), "{unknown}");
}

/// The caller may be on a thread of an asynchronous runtime, as the server is.
#[tokio::test]
async fn it_works_within_a_runtime() {
    let Some(moto) = Moto::start() else { return };
    let home = tempfile::tempdir().expect("a directory");
    let key = std::thread::scope(|scope| scope.spawn(|| moto.make_key()).join()).expect("made");
    let source = moto.source(home.path(), &key);
    let sealed = seal(&open(&source).expect("made"));
    assert_opens(&open(&source).expect("opened"), &sealed);
}
