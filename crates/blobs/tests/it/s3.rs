//! The behaviours on an S3 server that others wrote: `moto`, which `cargo xtask test` installs
//! into the cache of the workshop. Where it is missing the tests say so, and leave themselves out.

use std::path::Path;
use std::time::Duration;

use atelier_blobs::conformance::{self, PLAIN, VERSIONED, bytes, key, scope};
use atelier_blobs::{Blobs, Disposition, Error, NewUpload, Put, S3Options, Signing};
use atelier_peers::{Peer, Server};
use bytes::Bytes;

use crate::options;

/// A running S3 server, which ends with this value.
struct Moto(Server);

impl Moto {
    fn start() -> Option<Self> {
        // It keeps everything in its memory.
        Peer::Moto.start(Path::new("")).map(Self)
    }

    /// A store over it, with buckets.
    async fn open(&self) -> (Blobs, tempfile::TempDir) {
        let directory = tempfile::tempdir().expect("a directory");
        let blobs = self.open_at(directory.path());
        blobs.create_missing_buckets().await.expect("made");
        (blobs, directory)
    }

    fn open_at(&self, directory: &Path) -> Blobs {
        let s3 = S3Options {
            prefix: "studio".into(),
            endpoint: self.0.address(),
            region: "eu-central-1".into(),
            access_key_id: "key".into(),
            secret_access_key: "secret".into(),
            patience: Duration::from_secs(2),
        };
        let options = atelier_blobs::Options { s3: Some(s3), ..options(directory) };
        Blobs::open(options, conformance::BUCKETS).expect("opened")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_behaviour_is_kept_on_s3() {
    let Some(moto) = Moto::start() else { return };
    conformance::every(async || moto.open().await).await;
}

/// Reads an address as a browser would.
async fn fetch(url: &str) -> (u16, Option<String>, Bytes) {
    let answer = reqwest::get(url).await.expect("an answer");
    let disposition = answer.headers().get("content-disposition").and_then(|value| value.to_str().ok());
    let disposition = disposition.map(str::to_owned);
    (answer.status().as_u16(), disposition, answer.bytes().await.expect("a body"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s3_answers_signed_addresses_itself() {
    let Some(moto) = Moto::start() else { return };
    let (blobs, _kept) = moto.open().await;
    let (scope, key) = (scope(), key("a/b.png"));
    blobs.put_bytes(scope, PLAIN, &key, Put::of_type("image/png"), "bytes").await.expect("stored");
    let disposition = Disposition::Attachment("work.png".into());
    let signing =
        Signing { disposition: Some(disposition.clone()), ..Signing::reading(Duration::from_mins(1)) };
    let url = blobs.signed_url(scope, PLAIN, &key, &signing).await.expect("signed");
    assert!(url.contains("/studio-conformance-plain-dev/"), "{url}");
    let (status, named, body) = fetch(&url).await;
    assert_eq!((status, named, &body[..]), (200, Some(disposition.header()), &b"bytes"[..]));
    let tenant = scope.tenant_id().expect("a tenant");
    let query = atelier_blobs::SignedQuery {
        tenant: tenant.to_string(),
        expires: i64::MAX,
        filename: None,
        inline: None,
        signature: "x".into(),
    };
    let ours = blobs.verify(atelier_blobs::Method::Get, "conformance-plain-dev", "a/b.png", &query);
    assert!(matches!(ours, Err(Error::SignatureInvalid)), "{ours:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_while_s3_is_away() {
    let Some(mut moto) = Moto::start() else { return };
    let (blobs, directory) = moto.open().await;
    let (scope, body) = (scope(), bytes(1, 9_000_000));
    let new = NewUpload { bucket: PLAIN, key: None, size: Some(9_000_000), put: Put::default() };
    let upload = blobs.begin_upload(scope, new).await.expect("begun");
    moto.0.kill();
    // Chunks wait here; an end needs S3.
    let stream = futures_util::stream::iter([Ok::<_, String>(body.clone())]);
    blobs.append(scope, &upload.id, 0, stream).await.expect("appended");
    let away = blobs.finish_upload(scope, &upload.id).await;
    assert!(matches!(away, Err(Error::Unavailable { .. })), "{away:?}");
    assert!(matches!(blobs.ping().await, Err(Error::Unavailable { .. })));
    let put = blobs.put_bytes(scope, VERSIONED, &key("a"), Put::default(), "x").await;
    assert!(matches!(put, Err(Error::Unavailable { .. })), "{put:?}");
    // The server may be restarted meanwhile.
    drop(blobs);
    moto.0.start_again();
    let blobs = moto.open_at(directory.path());
    // It keeps nothing itself: S3 does not forget its buckets.
    blobs.create_missing_buckets().await.expect("made");
    blobs.finish_upload(scope, &upload.id).await.expect("finished");
    let object = blobs.get(scope, PLAIN, &upload.key).await.expect("there");
    assert!(object.bytes().await.expect("read") == body);
}
