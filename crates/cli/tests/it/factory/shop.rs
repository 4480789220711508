//! A shop on this machine: it speaks as Replicate does, takes money for each prediction, and remembers for what. It
//! lives through every kill of the server.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Result, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use atelier_media::{Picture, encode};
use serde_json::{Value, json};

/// How often it says that it works, before it has what was ordered.
const WORKS: u32 = 1;

#[derive(Default)]
struct Book {
    /// What was ordered, in its order.
    prompts: Vec<String>,
    /// How often each prediction was asked after.
    asked: BTreeMap<usize, u32>,
}

/// The shop, for as long as the test runs.
pub(super) struct Shop {
    book: Arc<Mutex<Book>>,
    pub(super) url: String,
}

impl Shop {
    pub(super) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let book = Arc::<Mutex<Book>>::default();
        let (shared, base) = (book.clone(), url.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (book, base) = (shared.clone(), base.clone());
                // Whoever asks may be killed while it is answered.
                std::thread::spawn(move || drop(serve(&stream, &book, &base)));
            }
        });
        Self { book, url }
    }

    /// How many predictions were paid for, and the prompts of those that were paid for more than once.
    pub(super) fn sold(&self) -> (usize, Vec<String>) {
        let book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        let mut seen = std::collections::BTreeSet::new();
        let twice = book.prompts.iter().filter(|prompt| !seen.insert(*prompt)).cloned().collect();
        (book.prompts.len(), twice)
    }
}

fn serve(stream: &TcpStream, book: &Mutex<Book>, base: &str) -> Result<()> {
    let mut reader = BufReader::new(stream);
    let (mut line, mut length) = (String::new(), 0);
    reader.read_line(&mut line)?;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        let header = header.trim().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or_default();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let file = line.split_whitespace().nth(1).and_then(|path| path.strip_prefix("/files/"));
    let (kind, said) = match file.and_then(|number| number.parse().ok()) {
        Some(number) => ("image/jpeg", picture(number)),
        None => ("application/json", answer(book, base, &line, &body).to_string().into_bytes()),
    };
    let status = if line.starts_with("POST") { "201 Created" } else { "200 OK" };
    let length = said.len();
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
    )?;
    stream.write_all(&said)
}

fn answer(book: &Mutex<Book>, base: &str, line: &str, body: &[u8]) -> Value {
    let mut book = book.lock().unwrap_or_else(PoisonError::into_inner);
    let path = line.split_whitespace().nth(1).unwrap_or_default();
    let prediction = |number: usize, status: &str| {
        let at = format!("{base}/predictions/{number}");
        json!({"id": number.to_string(), "status": status, "urls": {"get": at, "cancel": format!("{at}/cancel")}})
    };
    if line.starts_with("POST") {
        let asked: Value = serde_json::from_slice(body).unwrap_or_default();
        book.prompts.push(asked["input"]["prompt"].as_str().unwrap_or_default().to_owned());
        return prediction(book.prompts.len(), "starting");
    }
    let number = path.rsplit('/').next().and_then(|number| number.parse().ok()).unwrap_or_default();
    let asked = book.asked.entry(number).or_default();
    *asked += 1;
    if *asked <= WORKS {
        return prediction(number, "processing");
    }
    let mut made = prediction(number, "succeeded");
    made["output"] = json!([format!("{base}/files/{number}")]);
    made
}

/// A picture of its own for each number.
fn picture(number: usize) -> Vec<u8> {
    let byte = |value: usize| u8::try_from(value % 256).unwrap_or_default();
    let pixel = |at: usize| [byte(at * 3 + number), byte(at / 32 * 2 + number / 200), byte(number * 37)];
    let rgb = (0..32 * 32).flat_map(pixel).collect();
    encode(&Picture::new(32, 32, rgb).expect("a picture"))
}
