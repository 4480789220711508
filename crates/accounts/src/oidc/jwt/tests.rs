//! Signatures and claims.

use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

use super::*;

const NOW: Timestamp = Timestamp::from_millis(1_795_251_600_000);
const EXPECTED: Expected<'static> =
    Expected { issuer: "https://id.test", client_id: "atelier", nonce: "n", now: NOW };

struct Signer(EcdsaKeyPair);

impl Signer {
    fn new() -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random);
        Self(pair.expect("the key"))
    }

    fn keys(&self) -> Vec<Jwk> {
        let point = self.0.public_key().as_ref();
        let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..]));
        read_keys(&json!({"keys": [
            {"kty": "EC", "kid": "k1", "use": "sig", "alg": "ES256", "crv": "P-256", "x": x, "y": y},
            {"kty": "OKP", "kid": "k2", "crv": "Ed25519", "x": "a"},
        ]}))
    }

    fn sign(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(header), part(claims));
        let signature = self.0.sign(&SystemRandom::new(), signed.as_bytes()).expect("signs");
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

fn header() -> Value {
    json!({"alg": "ES256", "kid": "k1", "typ": "JWT"})
}

fn claims() -> Value {
    let now = NOW.as_seconds();
    json!({"iss": "https://id.test", "sub": "42", "aud": "atelier", "exp": now + 300, "iat": now, "nonce": "n",
        "email": "ada@example.test", "email_verified": true})
}

fn with(mut value: Value, name: &str, other: Value) -> Value {
    value[name] = other;
    value
}

#[test]
fn a_good_token_is_believed() {
    let signer = Signer::new();
    let found = verify(&signer.sign(&header(), &claims()), &signer.keys(), &EXPECTED).expect("believed");
    assert_eq!((found.sub.as_str(), found.verified_email()), ("42", Some("ada@example.test")));
    for verified in [json!("false"), json!(false), Value::Null] {
        let token = signer.sign(&header(), &with(claims(), "email_verified", verified));
        assert_eq!(verify(&token, &signer.keys(), &EXPECTED).expect("believed").verified_email(), None);
    }
}

#[test]
fn each_wrong_claim_is_named() {
    let signer = Signer::new();
    let now = NOW.as_seconds();
    for (name, other) in [
        ("iss", json!("https://id.test/")),
        ("aud", json!("another")),
        ("aud", json!(["another"])),
        ("azp", json!("another")),
        ("exp", json!(now - 60)),
        ("iat", json!(now + 61)),
        ("nonce", json!("m")),
        ("nonce", Value::Null),
        ("sub", json!("")),
    ] {
        let token = signer.sign(&header(), &with(claims(), name, other.clone()));
        let refused = verify(&token, &signer.keys(), &EXPECTED).expect_err("refused");
        assert!(matches!(refused, Refusal::Claim(claim) if claim == name), "{name} {other}: {refused}");
    }
    // Two audiences need a named party.
    let two = with(claims(), "aud", json!(["atelier", "another"]));
    assert!(verify(&signer.sign(&header(), &two), &signer.keys(), &EXPECTED).is_err());
    let named = with(two, "azp", json!("atelier"));
    assert!(verify(&signer.sign(&header(), &named), &signer.keys(), &EXPECTED).is_ok());
}

#[test]
fn a_token_does_not_choose_its_algorithm() {
    let signer = Signer::new();
    for alg in ["none", "HS256", "RS256", "ES384", "es256"] {
        let token = signer.sign(&with(header(), "alg", json!(alg)), &claims());
        let refused = verify(&token, &signer.keys(), &EXPECTED).expect_err("refused");
        assert!(matches!(refused, Refusal::Algorithm(_)), "{alg}: {refused}");
    }
    let token = signer.sign(&header(), &claims());
    let (bare, _) = token.rsplit_once('.').expect("parts");
    assert!(matches!(verify(&format!("{bare}."), &signer.keys(), &EXPECTED), Err(Refusal::Signature)));
}

#[test]
fn another_key_and_another_body_are_refused() {
    let (signer, other) = (Signer::new(), Signer::new());
    let token = signer.sign(&header(), &claims());
    assert!(matches!(verify(&token, &other.keys(), &EXPECTED), Err(Refusal::Signature)));
    let unknown = signer.sign(&with(header(), "kid", json!("k9")), &claims());
    assert!(matches!(verify(&unknown, &signer.keys(), &EXPECTED), Err(Refusal::UnknownKey)));
    let parts: Vec<&str> = token.split('.').collect();
    let body = URL_SAFE_NO_PAD.encode(with(claims(), "sub", json!("1")).to_string());
    let forged = format!("{}.{body}.{}", parts[0], parts[2]);
    assert!(matches!(verify(&forged, &signer.keys(), &EXPECTED), Err(Refusal::Signature)));
    for broken in ["", "a.b", "a.b.c", "a.b.c.d"] {
        assert!(matches!(verify(broken, &signer.keys(), &EXPECTED), Err(Refusal::Malformed(_))), "{broken}");
    }
}

/// The example of RFC 7515, appendix A.2.
#[test]
fn the_rs256_example_of_the_rfc_verifies() {
    const SIGNED: &str = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    const SIGNATURE: &str = "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
    const N: &str = "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
    let keys = read_keys(&json!({"keys": [{"kty": "RSA", "n": N, "e": "AQAB"}]}));
    let signature = decode(SIGNATURE).expect("Base64");
    keys[0].check("RS256", SIGNED.as_bytes(), &signature).expect("verifies");
    let mut forged = signature.clone();
    forged[0] ^= 1;
    assert!(matches!(keys[0].check("RS256", SIGNED.as_bytes(), &forged), Err(Refusal::Signature)));
    assert!(matches!(keys[0].check("ES256", SIGNED.as_bytes(), &signature), Err(Refusal::Algorithm(_))));
    // The whole token is refused for what it lacks, not for its signature.
    let token = format!("{SIGNED}.{SIGNATURE}");
    assert!(matches!(verify(&token, &keys, &EXPECTED), Err(Refusal::Malformed("it lacks claims"))));
}
