//! The program as a process, and a plain connection to it.

use std::io::{BufRead as _, BufReader, Read as _, Result, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

/// A server process on a free port. Dropping it kills it.
pub struct Program {
    child: Child,
    address: String,
}

impl Program {
    /// Starts `executable` over a data directory and waits until it is ready. Nothing of the
    /// developer's own environment or configuration reaches it.
    pub fn serve(executable: &str, data: &Path) -> Self {
        Self::serve_with(executable, data, &[], Stdio::inherit())
    }

    /// The same with settings from the environment, and a place for its log.
    pub fn serve_with(executable: &str, data: &Path, settings: &[(&str, &str)], log: Stdio) -> Self {
        let mut child = Command::new(executable)
            .env_clear()
            .envs(settings.iter().copied())
            .current_dir("/")
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let address = line.trim().rsplit("http://").next().expect("an address").to_owned();
        Self { child, address }
    }

    /// A new connection.
    pub fn connect(&self) -> Result<Connection> {
        let stream = TcpStream::connect(&self.address)?;
        stream.set_nodelay(true)?;
        Ok(Connection(BufReader::new(stream)))
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal: `-TERM`, `-KILL`.
    pub fn signal(&self, name: &str) {
        let status = Command::new("kill").args([name, &self.id().to_string()]).status();
        assert!(status.expect("a signal").success());
    }

    /// Asks it to stop and waits for its end.
    pub fn stop(mut self) -> ExitStatus {
        self.signal("-TERM");
        self.child.wait().expect("an end")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Both fail when it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One kept-alive HTTP/1.1 connection.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    /// Posts JSON; head and body of the answer.
    pub fn post(&mut self, path: &str, cookie: &str, body: &str) -> Result<(String, String)> {
        let length = body.len();
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncookie: {cookie}\r\ncontent-length: {length}\r\n\r\n{body}"
        ))
    }

    /// Gets with further header lines, each ending with a line break.
    pub fn get_with(&mut self, path: &str, headers: &str) -> Result<(String, String)> {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: a\r\n{headers}\r\n"))
    }

    /// Gets; head and body of the answer.
    pub fn get(&mut self, path: &str) -> Result<(String, String)> {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n"))
    }

    /// Sends bytes, with a line such as `PUT /path` and header lines that each end with a line break.
    pub fn send_bytes(&mut self, line: &str, headers: &str, body: &[u8]) -> Result<(String, String)> {
        let length = body.len();
        let head = format!("{line} HTTP/1.1\r\nhost: a\r\n{headers}content-length: {length}\r\n\r\n");
        self.0.get_mut().write_all(head.as_bytes())?;
        self.send_raw(body)
    }

    fn send(&mut self, request: &str) -> Result<(String, String)> {
        self.send_raw(request.as_bytes())
    }

    fn send_raw(&mut self, request: &[u8]) -> Result<(String, String)> {
        self.0.get_mut().write_all(request)?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.0.read_line(&mut head)? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.and_then(|text| text.parse().ok()).unwrap_or(0)];
        self.0.read_exact(&mut body)?;
        Ok((head, String::from_utf8_lossy(&body).into_owned()))
    }
}

/// The cookie that an answer sets.
pub fn cookie_of(head: &str) -> String {
    let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie");
    cookie.split(';').next().unwrap_or_default().to_owned()
}
