use std::os::unix::fs::PermissionsExt as _;

use atelier_base::Timestamp;
use figment::Jail;

use super::*;

fn source_of(settings: &[Setting], key: &str) -> Source {
    settings.iter().find(|setting| setting.key == key).expect("every key is listed").source.clone()
}

#[test]
fn the_default_file_names_every_key() {
    let defaults = Config::defaults().expect("the defaults are valid");
    let parsed: toml::Table = DEFAULTS.parse().expect("TOML");
    let back = toml::Table::try_from(&defaults).expect("serialises");
    assert_eq!(parsed, back);
}

#[test]
#[expect(clippy::result_large_err, reason = "the signature is figment's")]
fn later_layers_win_and_are_named() {
    Jail::expect_with(|jail| {
        jail.create_file("atelier.toml", "[server]\ndata = \"here\"\nshutdown_seconds = 3\n")?;
        jail.set_env("ATELIER_SERVER__SHUTDOWN_SECONDS", "4");
        jail.set_env("ATELIER_SOMETHING", "else");
        let listen = "127.0.0.1:9".parse().ok();
        let flags = Flags { server: ServerFlags { listen, ..Default::default() } };
        let (config, settings) = Config::load(None, &flags).expect("valid");
        assert_eq!(config.server.data, Path::new("here"));
        assert_eq!(config.server.shutdown_seconds, 4);
        assert_eq!(Some(config.server.listen), listen);
        assert!(matches!(source_of(&settings, "server.data"), Source::File(_)));
        assert_eq!(source_of(&settings, "server.shutdown_seconds"), Source::Environment);
        assert_eq!(source_of(&settings, "server.listen"), Source::Flag);
        assert_eq!(source_of(&settings, "log.filter"), Source::Default);
        Ok(())
    });
}

#[test]
#[expect(clippy::result_large_err, reason = "the signature is figment's")]
fn unknown_keys_wrong_types_and_missing_files_are_refused() {
    Jail::expect_with(|jail| {
        for (file, word) in [
            ("[server]\nlisten_on = \"x\"\n", "listen_on"),
            ("[server]\nbody_limit_bytes = \"many\"\n", "body_limit_bytes"),
            ("[accounts]\nsign_up = \"maybe\"\n", "sign_up"),
            ("[server]\npublic_url = \"atelier\"\n", "public_url"),
            ("[accounts]\nsession_days = 0\n", "session_days"),
            ("[blobs]\nurl = \"ftp://files\"\n", "blobs.url"),
            ("[blobs]\nenvironment = \"Prod\"\n", "blobs.environment"),
            ("[credentials]\nkey = \"press.key\"\n", "credentials.certificates"),
        ] {
            jail.create_file("atelier.toml", file)?;
            let refused = Config::load(None, &Flags::default()).expect_err(file).to_string();
            assert!(refused.contains(word), "{refused}");
        }
        assert!(Config::load(Some(Path::new("missing.toml")), &Flags::default()).is_err());
        Ok(())
    });
}

#[test]
#[expect(clippy::result_large_err, reason = "the signature is figment's")]
fn secrets_are_masked() {
    Jail::expect_with(|jail| {
        jail.set_env("ATELIER_METRICS__TOKEN", "very secret");
        let (config, settings) = Config::load(None, &Flags::default()).expect("valid");
        assert_eq!(config.metrics.token, "very secret");
        let shown = settings.iter().find(|setting| setting.key == "metrics.token").expect("listed");
        assert_eq!(shown.value, "***");
        Ok(())
    });
}

#[test]
#[expect(clippy::result_large_err, reason = "the signature is figment's")]
fn an_issuer_has_its_own_section_and_its_secret_is_masked() {
    Jail::expect_with(|jail| {
        let section = "[oidc.cognito]\nissuer = \"https://id.test\"\nclient_id = \"a\"\nname = \"Studio\"\n";
        jail.create_file("atelier.toml", section)?;
        jail.set_env("ATELIER_OIDC__COGNITO__CLIENT_SECRET", "very secret");
        jail.set_env("ATELIER_MAIL__SMTP_URL", "smtps://ada:very-secret@mail.test");
        let (config, settings) = Config::load(None, &Flags::default()).expect("valid");
        assert_eq!(config.oidc["cognito"].client_secret, "very secret");
        for key in ["oidc.cognito.client_secret", "mail.smtp_url"] {
            let shown = settings.iter().find(|setting| setting.key == key).expect("listed");
            assert_eq!((shown.value.as_str(), &shown.source), ("***", &Source::Environment));
        }
        assert!(!format!("{config:?}").contains("secret@") && !format!("{config:?}").contains("very secret"));
        for (file, word) in [
            ("[oidc.plain]\nissuer = \"http://id.test\"\nclient_id = \"a\"\nname = \"b\"\n", "https"),
            (
                "[oidc.\"Big One\"]\nissuer = \"https://id.test\"\nclient_id = \"a\"\nname = \"b\"\n",
                "Big One",
            ),
        ] {
            jail.create_file("atelier.toml", &format!("{file}{section}"))?;
            let refused = Config::load(None, &Flags::default()).expect_err(file).to_string();
            assert!(refused.contains(word), "{refused}");
        }
        jail.create_file("atelier.toml", section)?;
        jail.set_env("ATELIER_MAIL__SMTP_URL", "smtp://mail.test");
        assert!(Config::load(None, &Flags::default()).expect_err("no TLS").to_string().contains("TLS"));
        Ok(())
    });
}

#[test]
fn a_key_signs_when_nobody_else_may_read_it() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../credentials/tests/data");
    let folder = tempfile::tempdir().expect("a directory");
    let key = folder.path().join("studio.key");
    let allow = |mode| std::fs::set_permissions(&key, std::fs::Permissions::from_mode(mode)).expect("a mode");
    std::fs::copy(data.join("studio.key"), &key).expect("a key");
    let signer = |certificates: &str| {
        let mut config = Config::defaults().expect("the defaults are valid");
        config.credentials = CredentialsConfig { certificates: data.join(certificates), key: key.clone() };
        // 2026-10-01; the certificates are good from 2020 to 2120.
        config.signer(Timestamp::from_millis(1_790_856_000_000))
    };
    allow(0o640);
    assert!(signer("studio.pem").expect_err("exposed").to_string().contains("chmod 600"));
    allow(0o600);
    assert!(signer("studio.pem").expect("a signer").is_some());
    assert!(signer("missing.pem").expect_err("missing").to_string().contains("missing.pem"));
    assert!(matches!(signer("website.pem"), Err(Error::Credentials(_))));
    let nothing = Config::defaults().expect("valid").signer(Timestamp::from_millis(0));
    assert!(nothing.expect("no fault").is_none());
}
