//! The engine on DynamoDB, against a server that others wrote.

mod differences;
mod double;
mod engine;
mod peer;

use atelier_tables::{Tables, conformance};

async fn open() -> (Tables, peer::Peer) {
    let peer = peer::Peer::start();
    (peer.connect(conformance::TABLES).await, peer)
}

atelier_tables::conformance!(super::open, unless super::differences::reason);
