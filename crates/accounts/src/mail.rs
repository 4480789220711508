//! Mail, where the operator configured it.

use std::time::{Duration, SystemTime};

use atelier_base::Timestamp;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use crate::{Error, User};

/// Sends mail over SMTP. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// To the server of the address: `smtps://user:password@host:465`, or `smtp://host:587?tls=required`;
    /// without TLS only on this machine. The text of an error tells what is wrong and not the address,
    /// which may hold a password.
    pub fn new(smtp_url: &str, from: &str) -> Result<Self, String> {
        let url = reqwest::Url::parse(smtp_url).map_err(|error| error.to_string())?;
        let host = url.host_str().unwrap_or_default();
        let local = ["localhost", "127.0.0.1", "[::1]"].contains(&host);
        let encrypted = url.scheme() == "smtps"
            || url.query_pairs().any(|(key, value)| key == "tls" && value == "required");
        if !local && !encrypted {
            return Err("use smtps://, or add ?tls=required: mail leaves this machine over TLS only".into());
        }
        let from = from.parse().map_err(|_| "the sender must look like Atelier <atelier@example.com>")?;
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp_url);
        let transport = builder.map_err(|error| error.to_string())?.timeout(Some(Duration::from_secs(20)));
        Ok(Self { transport: transport.build(), from })
    }

    /// The mail with a link for a new password.
    pub(crate) async fn send_reset_link(&self, user: &User, link: &str, now: Timestamp) -> Result<(), Error> {
        let to = user.email.parse().map_err(|_| Error::Mail("the address is not one".into()))?;
        let millis = u64::try_from(now.as_millis()).unwrap_or(0);
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(user.name.clone()), to))
            .date(SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
            .subject("A new password for Atelier")
            .header(ContentType::TEXT_PLAIN)
            .body(words(&user.name, link))
            .map_err(|error| Error::Mail(error.to_string()))?;
        self.transport.send(message).await.map_err(|error| fault(&error))?;
        Ok(())
    }
}

/// What went wrong, without the server's own words: they may name the address.
fn fault(error: &lettre::transport::smtp::Error) -> Error {
    let words = match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_timeout() => "the mail server did not answer in time".to_owned(),
        None if error.is_tls() => "the mail server's certificate is not trusted".to_owned(),
        None => "the mail server can't be reached, or it speaks something else".to_owned(),
    };
    Error::Mail(words)
}

fn words(name: &str, link: &str) -> String {
    format!(
        "Hello {name},\n\nsomebody asked for a new password for your Atelier account. \
         To choose one, open this link within an hour:\n\n{link}\n\nIt works once and ends every session. \
         If it wasn't you, there is nothing to do: your password stays as it is.\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_leaves_the_machine_over_tls_only() {
        let from = "Atelier <atelier@example.test>";
        for good in
            ["smtp://127.0.0.1:1025", "smtps://ada:p@mail.test:465", "smtp://mail.test:587?tls=required"]
        {
            assert!(Mailer::new(good, from).is_ok(), "{good}");
        }
        for bad in ["smtp://mail.test:25", "smtp://ada:hunter2@mail.test?tls=opportunistic", "mail.test"] {
            let refused = Mailer::new(bad, from).err().expect("refused");
            assert!(!refused.contains("hunter2"), "{refused}");
        }
        assert!(Mailer::new("smtp://localhost", "nobody").is_err());
    }
}
