//! The chain of certificates: that checkers will follow it, and what of it goes into a file.

use std::time::Duration;

use atelier_base::Timestamp;
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm, UnixTime};
use webpki::{
    EndEntityCert, Error as Fault, ExtendedKeyUsageValidator, KeyPurposeId, KeyPurposeIdIter, KeyUsage,
    RequiredEkuNotFoundContext, anchor_from_trusted_cert,
};

use crate::key::Key;
use crate::{Error, der};

/// Purposes that make a certificate fit for content credentials: emails, documents, and what C2PA calls claims.
const PURPOSES: [&[u8]; 3] = [
    &[0x2b, 6, 1, 5, 5, 7, 3, 4],
    &[0x2b, 6, 1, 5, 5, 7, 3, 36],
    // 1.3.6.1.4.1.62558.2.1
    &[0x2b, 6, 1, 4, 1, 0x83, 0xe8, 0x5e, 2, 1],
];

/// What issuers sign with, as far as C2PA allows it.
const ALGORITHMS: [&dyn SignatureVerificationAlgorithm; 11] = [
    webpki::ring::ED25519,
    webpki::ring::ECDSA_P256_SHA256,
    webpki::ring::ECDSA_P256_SHA384,
    webpki::ring::ECDSA_P384_SHA256,
    webpki::ring::ECDSA_P384_SHA384,
    webpki::ring::RSA_PKCS1_2048_8192_SHA256,
    webpki::ring::RSA_PKCS1_2048_8192_SHA384,
    webpki::ring::RSA_PKCS1_2048_8192_SHA512,
    webpki::ring::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
    webpki::ring::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
    webpki::ring::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
];

/// One of the purposes, where a certificate names any: issuers need not.
struct Purpose;

impl ExtendedKeyUsageValidator for Purpose {
    fn validate(&self, named: KeyPurposeIdIter<'_, '_>) -> Result<(), Fault> {
        let named: Vec<_> = named.collect::<Result<_, _>>()?;
        if named.is_empty() || PURPOSES.iter().any(|purpose| named.contains(&KeyPurposeId::new(purpose))) {
            return Ok(());
        }
        let present = named.iter().map(KeyPurposeId::to_decoded_oid).collect();
        let required = KeyUsage::required(PURPOSES[0]);
        Err(Fault::RequiredEkuNotFoundContext(RequiredEkuNotFoundContext { required, present }))
    }
}

/// The signer's certificate first, then each issuer's.
pub(crate) struct Certificates {
    first: CertificateDer<'static>,
    between: Vec<CertificateDer<'static>>,
    last: CertificateDer<'static>,
}

const NO_PURPOSE: &str = "the first is for neither `emailProtection` nor `documentSigning`";
const NO_CHAIN: &str = "they are no chain: each has to be issued by the next";

fn unfit(reason: impl Into<String>) -> Error {
    Error::Certificates(reason.into())
}

impl Certificates {
    /// Reads certificates in PEM, and checks them as checkers of files will: that each is issued by the next, that the
    /// first may sign pictures, and that all but the last are valid now. The last is for those to judge who trust it.
    pub(crate) fn read(pem: &[u8], key: &Key, now: Timestamp) -> Result<Self, Error> {
        let all: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
        let mut all = all.map_err(|_| unfit("they are not in PEM"))?.into_iter();
        let first = all.next().ok_or_else(|| unfit("there is none"))?;
        let mut between: Vec<_> = all.collect();
        let last = between.pop().ok_or_else(|| {
            unfit("there is one only: the certificate of its issuer has to follow, and it must not be self-signed")
        })?;
        let read = Self { first, between, last };
        read.check(now)?;
        read.check_order()?;
        let certificate = read.certificate()?;
        if !der::has_purpose(&read.first) {
            return Err(unfit(NO_PURPOSE));
        }
        if !der::may_sign(&read.first) {
            return Err(unfit("the first lacks the key usage `digitalSignature`"));
        }
        if !der::names_issuer_key(&read.first) {
            return Err(unfit("the first lacks an authority key identifier"));
        }
        if !certificate.subject_public_key_info().ends_with(key.public()) {
            return Err(Error::Key("it is not the key of the first certificate".to_owned()));
        }
        Ok(read)
    }

    /// The standard wants each certificate followed by its issuer's, and nothing else among them.
    fn check_order(&self) -> Result<(), Error> {
        let all = std::iter::once(&self.first).chain(&self.between).chain([&self.last]);
        let names = |certificate| {
            EndEntityCert::try_from(certificate).map(|read| (read.issuer().to_vec(), read.subject().to_vec()))
        };
        let names: Vec<_> =
            all.map(names).collect::<Result<_, _>>().map_err(|fault| unfit(fault.to_string()))?;
        let is_chain = names.windows(2).all(|pair| pair[0].0 == pair[1].1);
        if is_chain { Ok(()) } else { Err(unfit(NO_CHAIN)) }
    }

    fn certificate(&self) -> Result<EndEntityCert<'_>, Error> {
        EndEntityCert::try_from(&self.first)
            .map_err(|fault| unfit(format!("the first can't be read ({fault})")))
    }

    /// Whether they are valid at that time.
    pub(crate) fn check(&self, now: Timestamp) -> Result<(), Error> {
        let certificate = self.certificate()?;
        let anchor = anchor_from_trusted_cert(&self.last)
            .map_err(|fault| unfit(format!("the last can't be read ({fault})")))?;
        let now = UnixTime::since_unix_epoch(Duration::from_secs(now.as_seconds().unsigned_abs()));
        let anchors = std::slice::from_ref(&anchor);
        let verified =
            certificate.verify_for_usage(&ALGORITHMS, anchors, &self.between, now, Purpose, None, None);
        verified.map(|_| ()).map_err(|fault| match fault {
            Fault::CertExpired { .. } => Error::OutOfDate("out of date"),
            Fault::CertNotValidYet { .. } => Error::OutOfDate("not valid yet"),
            Fault::RequiredEkuNotFoundContext(_) => unfit(NO_PURPOSE),
            Fault::CaUsedAsEndEntity => unfit("the first is of an issuer, or self-signed"),
            Fault::UnknownIssuer => unfit(NO_CHAIN),
            other => unfit(other.to_string()),
        })
    }

    /// What goes into a file: all but a root, which whoever trusts it has.
    pub(crate) fn chain(&self) -> Vec<Vec<u8>> {
        let is_root = EndEntityCert::try_from(&self.last).is_ok_and(|last| last.issuer() == last.subject());
        let last = (!is_root).then_some(&self.last);
        let chain = std::iter::once(&self.first).chain(&self.between).chain(last);
        chain.map(|certificate| certificate.to_vec()).collect()
    }
}
