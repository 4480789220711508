//! A machine that speaks as AUTOMATIC1111 does and has its pictures ready: of 64 pixels, none like another.

use std::io::{BufRead as _, BufReader, Read as _, Result, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use atelier_media::{Picture, encode};
use serde_json::json;

const EDGE: u32 = 64;

/// It goes on until the process ends.
pub(super) struct Machine {
    address: String,
    served: Arc<AtomicU32>,
}

impl Machine {
    /// Listens on a free port.
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("its address"));
        let served = Arc::new(AtomicU32::new(0));
        let counter = served.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let counter = counter.clone();
                // One that breaks off was closed by the server.
                std::thread::spawn(move || drop(serve(stream, &counter)));
            }
        });
        Self { address, served }
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Pictures that it was asked for.
    pub(super) fn served(&self) -> u32 {
        self.served.load(Ordering::Relaxed)
    }
}

/// Answers everything that comes over a connection.
fn serve(stream: TcpStream, counter: &AtomicU32) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let Some(path) = request(&mut reader)? else { return Ok(()) };
        let answer = match path.as_str() {
            "/sdapi/v1/txt2img" => answer(counter.fetch_add(1, Ordering::Relaxed)),
            "/sdapi/v1/sd-models" => json!([{"title": "instant", "model_name": "instant"}]).to_string(),
            _ => "[]".to_owned(),
        };
        let length = answer.len();
        let head =
            format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n");
        reader.get_mut().write_all((head + &answer).as_bytes())?;
    }
}

/// The path of the next request, whose body is read and forgotten.
fn request(reader: &mut BufReader<TcpStream>) -> Result<Option<String>> {
    let (mut line, mut path, mut length) = (String::new(), None, 0);
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let text = line.trim_end();
        if text.is_empty() {
            break;
        }
        if path.is_none() {
            path = text.split(' ').nth(1).map(str::to_owned);
        } else if let Some((_, value)) =
            text.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        {
            length = value.parse().unwrap_or_default();
        }
    }
    reader.read_exact(&mut vec![0; length])?;
    Ok(path)
}

fn answer(number: u32) -> String {
    let info = json!({"seed": number, "all_seeds": [number], "infotexts": []}).to_string();
    json!({"images": [base64(&picture(number))], "parameters": {}, "info": info}).to_string()
}

/// A picture, as a JPEG file.
pub(super) fn picture(number: u32) -> Vec<u8> {
    // Its number is painted in blocks of eight, a bit each: that survives the encoding.
    let pixel = |at: u32| {
        let (x, y) = (at % EDGE, at / EDGE);
        match y / 8 * (EDGE / 8) + x / 8 {
            bit @ 0..32 => {
                if number >> bit & 1 == 1 {
                    200
                } else {
                    40
                }
            }
            _ => (x * 3 + y).to_le_bytes()[0],
        }
    };
    let rgb = (0..EDGE * EDGE).flat_map(|at| [pixel(at), pixel(at), 90]).collect();
    encode(&Picture::new(EDGE, EDGE, rgb).expect("a size"))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|at| u32::from(part.get(at).copied().unwrap_or_default()));
        let bits = a << 16 | b << 8 | c;
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if part.len() < at { '=' } else { char::from(letter) });
        }
    }
    text
}
