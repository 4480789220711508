use axum::http::Request;

use super::*;

/// As botocore signs it: the key and the time of AWS's own examples.
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

fn verifier() -> Verifier {
    Verifier::new("AKIDEXAMPLE".into(), SECRET.into())
}

#[test]
fn a_signing_key_is_derived_as_aws_documents_it() {
    let key = verifier().signing_key("20150830/us-east-1/iam/aws4_request");
    assert_eq!(hex::encode(key), "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
}

#[test]
fn times_are_read() {
    assert_eq!(seconds("19700101T000000Z"), Some(0));
    assert_eq!(seconds("20260228T235959Z").zip(seconds("20260301T000000Z")).map(|(a, b)| b - a), Some(1));
    assert_eq!(seconds("20240229T000000Z"), Some(1_709_164_800));
    assert_eq!(seconds("20261121T090000Z"), Some(1_795_251_600));
    for text in
        ["", "20261121T0900", "20261321T090000Z", "2026112aT090000Z", "20261121T250000Z", "+0261121T090000Z"]
    {
        assert_eq!(seconds(text), None, "{text}");
    }
}

#[test]
fn what_is_missing_or_wrong_is_said() {
    let now = Timestamp::from_millis(1_795_251_600_000);
    let refused = |authorization: Option<&str>, time: &str| {
        let mut request = Request::builder().header("x-amz-date", time);
        if let Some(authorization) = authorization {
            request = request.header("authorization", authorization);
        }
        let (parts, ()) = request.body(()).expect("a request").into_parts();
        verifier().claim(&parts.headers, now).expect_err("refused").name()
    };
    let signed = |key: &str, day: &str, headers: &str| {
        format!(
            "AWS4-HMAC-SHA256 Credential={key}/{day}/eu-central-1/dynamodb/aws4_request, SignedHeaders={headers}, Signature=00"
        )
    };
    let all = "host;x-amz-date;x-amz-target";
    let good = signed("AKIDEXAMPLE", "20261121", all);
    assert_eq!(refused(None, "20261121T090000Z"), "MissingAuthenticationTokenException");
    assert_eq!(refused(Some("Bearer x"), "20261121T090000Z"), "IncompleteSignatureException");
    assert_eq!(
        refused(Some("AWS4-HMAC-SHA256 Credential=a"), "20261121T090000Z"),
        "IncompleteSignatureException"
    );
    assert_eq!(
        refused(Some(&signed("OTHER", "20261121", all)), "20261121T090000Z"),
        "UnrecognizedClientException"
    );
    for (claim, time) in [
        (&good, "20261121T084459Z"),
        (&good, "20261121T091501Z"),
        (&signed("AKIDEXAMPLE", "20261120", all), "20261121T090000Z"),
        (&signed("AKIDEXAMPLE", "20261121", "host;x-amz-date"), "20261121T090000Z"),
    ] {
        assert_eq!(refused(Some(claim), time), "InvalidSignatureException", "{claim} {time}");
    }
}
