//! A mail server for one test, as small as RFC 5321 allows.

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_util::task::TaskTracker;

pub(crate) struct Postbox {
    port: u16,
    mails: mpsc::UnboundedReceiver<String>,
}

impl Postbox {
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (sender, mails) = mpsc::unbounded_channel();
        let tasks = TaskTracker::new();
        tasks.clone().spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let sender = sender.clone();
                tasks.spawn(async move { serve(stream, sender).await });
            }
        });
        Self { port, mails }
    }

    pub(crate) fn address(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The next mail, with its lines as they were written.
    pub(crate) async fn next(&mut self) -> String {
        self.mails.recv().await.expect("a mail")
    }

    pub(crate) fn waiting(&self) -> usize {
        self.mails.len()
    }
}

async fn serve(stream: TcpStream, mails: mpsc::UnboundedSender<String>) -> Option<()> {
    let mut stream = BufReader::new(stream);
    stream.get_mut().write_all(b"220 postbox\r\n").await.ok()?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        let verb: String = line.chars().take(4).collect();
        let answer = match verb.to_uppercase().as_str() {
            "EHLO" | "HELO" | "MAIL" | "RCPT" | "NOOP" | "RSET" => "250 fine\r\n",
            "QUIT" => "221 bye\r\n",
            "DATA" => {
                stream.get_mut().write_all(b"354 go on\r\n").await.ok()?;
                let _ = mails.send(read_mail(&mut stream).await?);
                "250 taken\r\n"
            }
            _ => "502 unknown\r\n",
        };
        stream.get_mut().write_all(answer.as_bytes()).await.ok()?;
    }
}

/// Up to the lone dot; soft line breaks of quoted-printable are undone.
async fn read_mail(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut mail = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        if line.trim_end() == "." {
            return Some(mail.replace("=\r\n", "").replace("=3D", "="));
        }
        mail.push_str(&line);
    }
}
