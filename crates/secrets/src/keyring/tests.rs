//! Keys on disk, and what they seal.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use atelier_base::Coded as _;

use super::*;
use crate::Secret;

const NOW: Timestamp = Timestamp::from_millis(1_795_251_600_000);
const PLACE: Place<'_> = Place { table: "two-step", item: "usr_1", field: "secret" };

fn open(directory: &Path) -> Result<Keyring, Error> {
    Keyring::open(&Source::directory(directory), NOW, &Randomness::system())
}

fn secret() -> Secret {
    Secret::from("ultramarine".to_owned())
}

#[test]
fn keys_are_made_once_for_their_owner_only_and_stay() {
    let home = tempfile::tempdir().expect("a directory");
    let keys = home.path().join("deep").join("secrets");
    let sealed = open(&keys).expect("made").seal(&secret(), PLACE).expect("sealed");
    for name in [MASTER_FILE, WRAPPED_FILE] {
        assert_eq!(fs::metadata(keys.join(name)).expect("there").permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::read_dir(&keys).expect("a directory").count(), 2, "nothing is left beside them");
    let again = open(&keys).expect("opened");
    assert_eq!(again.unseal(&sealed, PLACE).expect("opens").expose(), "ultramarine");
    let text = serde_json::to_string(&sealed).expect("text");
    assert!(text.starts_with("\"enc:v1:k"), "{text}");
    let read: Sealed<Secret> = serde_json::from_str(&text).expect("reads back");
    assert_eq!(read, sealed);
}

#[test]
fn a_sealed_field_opens_in_its_own_place_only() {
    let home = tempfile::tempdir().expect("a directory");
    let keyring = open(home.path()).expect("made");
    let sealed = keyring.seal(&secret(), PLACE).expect("sealed");
    for elsewhere in [
        Place { table: "users", ..PLACE },
        Place { item: "usr_2", ..PLACE },
        Place { field: "pending", ..PLACE },
    ] {
        let moved = keyring.unseal(&sealed, elsewhere).expect_err("moved");
        assert_eq!(moved.code().name, "sealed_field_unreadable");
    }
    assert_ne!(keyring.seal(&secret(), PLACE).expect("sealed"), sealed, "no two nonces are alike");
    assert!("ultramarine".parse::<Sealed<Secret>>().is_err());
}

#[test]
fn a_key_file_that_others_may_read_is_refused() {
    let home = tempfile::tempdir().expect("a directory");
    open(home.path()).expect("made");
    for (name, mode) in [(MASTER_FILE, 0o640), (WRAPPED_FILE, 0o604)] {
        let path = home.path().join(name);
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
        let refused = open(home.path()).expect_err("exposed");
        assert_eq!(refused.code().name, "key_file_exposed");
        assert!(refused.to_string().contains(&format!("{mode:o}")), "{refused}");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("a mode");
    }
}

#[test]
fn data_keys_without_their_master_key_are_not_replaced() {
    let home = tempfile::tempdir().expect("a directory");
    open(home.path()).expect("made");
    fs::remove_file(home.path().join(MASTER_FILE)).expect("removed");
    assert_eq!(open(home.path()).expect_err("missing").code().name, "key_file_missing");
    assert!(!home.path().join(MASTER_FILE).exists());
}

#[test]
fn rotation_keeps_what_was_sealed_and_ends_the_old_master_key() {
    let home = tempfile::tempdir().expect("a directory");
    let before = open(home.path()).expect("made");
    let sealed = before.seal(&secret(), PLACE).expect("sealed");
    let old_masters = fs::read(home.path().join(MASTER_FILE)).expect("there");
    let status =
        Keyring::rotate(&Source::directory(home.path()), NOW, &Randomness::system()).expect("rotated");
    assert_eq!((status.master.as_str(), status.data_keys), ("local-2", 2));
    assert_ne!(status.sealing, before.status().sealing);
    let after = open(home.path()).expect("opened");
    assert_eq!(after.unseal(&sealed, PLACE).expect("opens").expose(), "ultramarine");
    assert_eq!(after.seal(&secret(), PLACE).expect("sealed").key(), status.sealing);
    // The old file no longer opens the data keys.
    fs::write(home.path().join(MASTER_FILE), old_masters).expect("written");
    assert!(open(home.path()).is_err());
}

#[test]
fn an_interrupted_rotation_opens_and_is_repeated() {
    let home = tempfile::tempdir().expect("a directory");
    let randomness = Randomness::system();
    let sealed = open(home.path()).expect("made").seal(&secret(), PLACE).expect("sealed");
    // The first of its three steps happened.
    let mut masters: Masters = files::read(home.path(), MASTER_FILE).expect("read").expect("there");
    masters.keys.insert(0, MasterKey::next(&masters, NOW, &randomness));
    files::replace(home.path(), MASTER_FILE, &masters).expect("replaced");
    let half = open(home.path()).expect("opens");
    assert_eq!(half.status().master, "local-1");
    let status = Keyring::rotate(&Source::directory(home.path()), NOW, &randomness).expect("rotated");
    assert_eq!(status.master, "local-3");
    assert_eq!(
        open(home.path()).expect("opens").unseal(&sealed, PLACE).expect("opens").expose(),
        "ultramarine"
    );
}

#[test]
fn nothing_shows_a_secret() {
    let home = tempfile::tempdir().expect("a directory");
    let keyring = open(home.path()).expect("made");
    let sealed = keyring.seal(&secret(), PLACE).expect("sealed");
    let shown = format!("{keyring:?} {sealed:?} {:?}", secret());
    assert!(!shown.contains("ultramarine") && !shown.contains(sealed.body()), "{shown}");
}
