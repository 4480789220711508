"""Makes the certificates and keys of the tests anew, from 2020 to 2120. They vouch for nothing: the keys are public.

    pip install cryptography && python3 make.py

    root ── press ── person (Ed25519)      root ── studio (P-256)      root ── website (P-256, for TLS)
                                                                       root ── sealed (P-256, may not sign)
"""

import datetime
import pathlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
FOLDER = pathlib.Path(__file__).parent


def name(common):
    parts = [(NameOID.ORGANIZATION_NAME, "Atelier tests"), (NameOID.COMMON_NAME, common)]
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts])


def usage(*allowed):
    every = ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
             "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"]
    return x509.KeyUsage(**{one: one in allowed for one in every})


def certificate(common, key, issuer, issuer_key, allowed, purpose=None):
    year = lambda year: datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc)
    public = key.public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(common))
        .issuer_name(name(issuer))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(year(2020))
        .not_valid_after(year(2120))
        .add_extension(x509.BasicConstraints(ca=purpose is None, path_length=None), critical=True)
        .add_extension(usage(*allowed), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if purpose:
        builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
    made = builder.sign(issuer_key, hashes.SHA256())
    return made.public_bytes(serialization.Encoding.PEM).decode()


def write(key, file):
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (FOLDER / file).write_bytes(pem)


root, press, studio = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
person = ed25519.Ed25519PrivateKey.generate()

issues, signs = ["key_cert_sign", "crl_sign"], ["digital_signature"]
root_pem = certificate("root", root, "root", root, issues)
press_pem = certificate("press", press, "root", root, issues)
person_pem = certificate("person", person, "press", press, signs, ExtendedKeyUsageOID.EMAIL_PROTECTION)
studio_pem = certificate("studio", studio, "root", root, signs, DOCUMENT_SIGNING)
website_pem = certificate("website", studio, "root", root, signs, ExtendedKeyUsageOID.SERVER_AUTH)
sealed_pem = certificate("sealed", studio, "root", root, ["key_encipherment"], ExtendedKeyUsageOID.EMAIL_PROTECTION)

for file, chain in {
    "root.pem": [root_pem],
    "person.pem": [person_pem, press_pem, root_pem],
    "studio.pem": [studio_pem, root_pem],
    "website.pem": [website_pem, root_pem],
    "sealed.pem": [sealed_pem, root_pem],
}.items():
    (FOLDER / file).write_text("".join(chain))
write(person, "person.key")
write(studio, "studio.key")
