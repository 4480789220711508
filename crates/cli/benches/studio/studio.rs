//! A server over a new data directory, and a signed-in client of it.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use atelier_testkit::{Connection, Program, cookie_of};
use serde_json::{Value, json};
use tempfile::TempDir;

const SIGN_UP: &str =
    r#"{"email":"ada@example.test","username":"ada","name":"Ada","password":"ultramarine over sienna"}"#;
/// Nothing that is measured takes longer.
const PATIENCE: Duration = Duration::from_mins(10);

/// A running server whose only user is signed in.
pub(crate) struct Studio {
    // Stops before its folder goes.
    server: Program,
    cookie: String,
    folder: TempDir,
    settings: Vec<(&'static str, String)>,
}

impl Studio {
    /// A server with the models, or without any.
    pub(crate) fn open(models: bool) -> Self {
        if models {
            Self::with(&[("ATELIER_INTELLIGENCE__MODELS", models_folder())])
        } else {
            Self::with(&[])
        }
    }

    /// A server with settings of its own; without models unless these say where they are.
    pub(crate) fn with(settings: &[(&'static str, String)]) -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
        let none = folder.path().join("none").display().to_string();
        let usual = [("ATELIER_INTELLIGENCE__MODELS", none), ("ATELIER_LOG__FILTER", "warn".to_owned())];
        // Of two of the same name the last one counts.
        let settings: Vec<_> = usual.into_iter().chain(settings.iter().cloned()).collect();
        let server = serve(folder.path(), &settings);
        let mut connection = server.connect().expect("a connection");
        let (head, _) = connection.post("/api/v1/accounts/sign-up", "", SIGN_UP).expect("an answer");
        Self { server, cookie: cookie_of(&head), folder, settings }
    }

    /// Stops it, does something to what lies in its folder, and starts it again.
    pub(crate) fn meanwhile(self, work: impl FnOnce(&Path)) -> Self {
        let Self { server, cookie, folder, settings } = self;
        server.stop();
        work(folder.path());
        let server = serve(folder.path(), &settings);
        Self { server, cookie, folder, settings }
    }

    pub(crate) fn client(&self) -> Client {
        Client { connection: self.server.connect().expect("a connection"), cookie: self.cookie.clone() }
    }

    /// The id of its process.
    pub(crate) fn process(&self) -> u32 {
        self.server.id()
    }

    /// A folder on the same disk as its data.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Waits until no asset waits to be looked into.
    pub(crate) fn wait_for_assets(&self) {
        let mut client = self.client();
        wait(Duration::from_millis(100), || (client.assets_in_work() == 0).then_some(()));
    }
}

fn serve(folder: &Path, settings: &[(&'static str, String)]) -> Program {
    let settings: Vec<_> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Program::serve_with(env!("CARGO_BIN_EXE_atelier"), &folder.join("data"), &settings, Stdio::inherit())
}

/// Where the models are.
pub(crate) fn models_folder() -> String {
    std::env::var("ATELIER_MODELS_DIR").unwrap_or_else(|_| {
        let home = std::env::home_dir().expect("a home");
        home.join(".cache/atelier/models").display().to_string()
    })
}

/// Asks again and again until there is an answer.
pub(crate) fn wait<T>(pause: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < PATIENCE, "it never came");
        std::thread::sleep(pause);
    }
}

/// One kept-alive connection of the user.
pub(crate) struct Client {
    connection: Connection,
    cookie: String,
}

impl Client {
    /// The data of an answer without errors.
    pub(crate) fn graphql(&mut self, query: &str, variables: &Value) -> Value {
        let body = json!({"query": query, "variables": variables}).to_string();
        let (_, answer) = self.connection.post("/graphql", &self.cookie, &body).expect("an answer");
        let mut answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert!(answer["errors"].is_null(), "{answer}");
        answer["data"].take()
    }

    /// How long an answer without errors took, and the answer.
    pub(crate) fn timed(&mut self, query: &str, variables: &Value) -> (Duration, String) {
        let body = json!({"query": query, "variables": variables}).to_string();
        let begin = Instant::now();
        let (_, answer) = self.connection.post("/graphql", &self.cookie, &body).expect("an answer");
        let took = begin.elapsed();
        assert!(!answer.contains("\"errors\":"), "{answer}");
        (took, answer)
    }

    /// Sends bytes; the head of the answer, which is a success.
    pub(crate) fn send(&mut self, line: &str, headers: &str, body: &[u8]) -> String {
        let headers = format!("cookie: {}\r\n{headers}", self.cookie);
        let (head, answer) = self.connection.send_bytes(line, &headers, body).expect("an answer");
        assert!(head.starts_with("HTTP/1.1 2"), "{head}{answer}");
        head
    }

    /// Sends a photo as the gallery does, in one slice, since it has less than four megabytes; the upload's id.
    pub(crate) fn upload(&mut self, photo: &[u8]) -> String {
        // `photo.jpg` and `image/jpeg`.
        let metadata = "upload-metadata: filename cGhvdG8uanBn,filetype aW1hZ2UvanBlZw==\r\n";
        let begin = format!("tus-resumable: 1.0.0\r\nupload-length: {}\r\n{metadata}", photo.len());
        let head = self.send("POST /api/v1/uploads", &begin, b"");
        let place = head.lines().find_map(|line| line.strip_prefix("location: ")).expect("its place");
        let append =
            "tus-resumable: 1.0.0\r\ncontent-type: application/offset+octet-stream\r\nupload-offset: 0\r\n";
        self.send(&format!("PATCH {place}"), append, photo);
        place.rsplit('/').next().expect("an id").to_owned()
    }

    /// Makes an asset of an upload; its id.
    pub(crate) fn register(&mut self, upload: &str, name: &str) -> Value {
        let input = json!({"uploadId": upload, "fileName": name});
        let made = self.graphql(REGISTER, &json!({"input": input}));
        assert!(made["registerAsset"]["duplicateOf"].is_null(), "the photos are distinct");
        made["registerAsset"]["id"].clone()
    }

    /// How many of the last two hundred assets nobody has looked into yet.
    pub(crate) fn assets_in_work(&mut self) -> usize {
        let assets = self.graphql("{ assets(first: 200) { nodes { state } } }", &json!({}));
        let nodes = assets["assets"]["nodes"].as_array().cloned().unwrap_or_default();
        nodes.iter().filter(|asset| asset["state"] == "PROCESSING").count()
    }
}

const REGISTER: &str = "mutation($input: NewAsset!) { registerAsset(input: $input) { id duplicateOf } }";
