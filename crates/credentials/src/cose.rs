//! The envelope of the signature (COSE, RFC 9052, with the certificates as RFC 9360 puts them).

use crate::Error;
use crate::cbor::Cbor;
use crate::key::Key;

/// The names of headers are numbers.
const ALGORITHM: i64 = 1;
const CERTIFICATES: i64 = 33;
/// An envelope with one signature.
const SIGN1: u64 = 18;

/// What is signed together with the claim: the algorithm, and who signs.
pub(crate) fn protected(key: &Key, chain: &[Vec<u8>]) -> Vec<u8> {
    let certificates = match chain {
        [one] => Cbor::Bytes(one.clone()),
        more => Cbor::List(more.iter().cloned().map(Cbor::Bytes).collect()),
    };
    let headers =
        vec![(Cbor::Int(ALGORITHM), Cbor::Int(key.algorithm())), (Cbor::Int(CERTIFICATES), certificates)];
    Cbor::Map(headers).encode()
}

/// The signature of a claim, which itself is not repeated in it.
pub(crate) fn sign(key: &Key, protected: &[u8], claim: &[u8]) -> Result<Vec<u8>, Error> {
    let signed = Cbor::List(vec![
        Cbor::text("Signature1"),
        Cbor::Bytes(protected.to_vec()),
        // Nothing from outside.
        Cbor::Bytes(Vec::new()),
        Cbor::Bytes(claim.to_vec()),
    ]);
    key.sign(&signed.encode())
}

/// Everything in its envelope.
pub(crate) fn envelope(protected: &[u8], signature: &[u8]) -> Vec<u8> {
    let parts = vec![
        Cbor::Bytes(protected.to_vec()),
        Cbor::Map(Vec::new()),
        Cbor::Null,
        Cbor::Bytes(signature.to_vec()),
    ];
    Cbor::Tagged(SIGN1, Box::new(Cbor::List(parts))).encode()
}
