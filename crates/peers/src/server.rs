//! A process that listens on a port, and ends with its value.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// How long a server may take until it listens, in steps of [`STEP`]: a minute, since Java is slow to start.
const STEPS: usize = 1_200;
const STEP: Duration = Duration::from_millis(50);

/// A running server; it is killed when this value is dropped.
pub struct Server {
    command: Box<dyn Fn(u16) -> Command + Send + Sync>,
    port: u16,
    process: Option<Child>,
}

impl Server {
    /// Runs the command for a free port, and waits until something listens there.
    ///
    /// # Panics
    ///
    /// When it does not start, or does not listen in time.
    pub fn start(command: impl Fn(u16) -> Command + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let mut server = Self { command: Box::new(command), port, process: None };
        server.start_again();
        server
    }

    /// The port of 127.0.0.1 where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Such as `http://127.0.0.1:8000`.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends it at once, as a crash does; its port stays its own.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            // It may have ended by itself.
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    /// Starts it on its port after [`Self::kill`].
    ///
    /// # Panics
    ///
    /// When it does not start, or does not listen in time.
    pub fn start_again(&mut self) {
        let mut command = (self.command)(self.port);
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        self.process = Some(process.unwrap_or_else(|error| panic!("{command:?} does not start: {error}")));
        for _ in 0..STEPS {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return;
            }
            thread::park_timeout(STEP);
        }
        panic!("{command:?} does not listen on port {}", self.port);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}
