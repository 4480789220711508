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
}

impl Studio {
    /// A server with the models, or without any.
    pub(crate) fn open(models: bool) -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
        let models = if models { models_folder() } else { folder.path().join("none").display().to_string() };
        let settings = [("ATELIER_INTELLIGENCE__MODELS", models.as_str()), ("ATELIER_LOG__FILTER", "warn")];
        let program = env!("CARGO_BIN_EXE_atelier");
        let server = Program::serve_with(program, &folder.path().join("data"), &settings, Stdio::inherit());
        let mut connection = server.connect().expect("a connection");
        let (head, _) = connection.post("/api/v1/accounts/sign-up", "", SIGN_UP).expect("an answer");
        Self { server, cookie: cookie_of(&head), folder }
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
