//! One browser or program.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// A client with its cookie or key and its tenant. A clone is another tab of the same browser.
#[derive(Clone)]
pub struct Client {
    router: Router,
    cookie: Option<String>,
    api_key: Option<String>,
    tenant: Option<String>,
    origin: Option<String>,
}

/// What the server answered.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body: JSON, or its text as a string.
    pub body: Value,
}

impl Answer {
    /// The code of a problem or of the first GraphQL error; empty for a success.
    pub fn code(&self) -> &str {
        let graphql = &self.body["errors"][0]["extensions"]["code"];
        graphql.as_str().or(self.body["code"].as_str()).unwrap_or_default()
    }

    /// The data of a GraphQL answer without errors.
    pub fn data(&self) -> &Value {
        assert!(self.body.get("errors").is_none(), "{}", self.body);
        &self.body["data"]
    }
}

impl Client {
    pub(crate) fn new(router: Router) -> Self {
        Self { router, cookie: None, api_key: None, tenant: None, origin: None }
    }

    /// The same client in another tenant.
    pub fn in_tenant(&self, tenant: &str) -> Self {
        Self { tenant: Some(tenant.to_owned()), ..self.clone() }
    }

    /// A program with that key instead of a cookie.
    pub fn with_api_key(&self, token: &str) -> Self {
        Self { cookie: None, api_key: Some(token.to_owned()), ..self.clone() }
    }

    /// Signs in and keeps the cookie.
    pub async fn sign_in(&mut self, login: &str, password: &str) {
        let answer =
            self.post("/api/v1/accounts/sign-in", &json!({"login": login, "password": password})).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        self.keep_cookie(&answer);
    }

    /// Keeps the cookie of an answer, as a browser does.
    pub fn keep_cookie(&mut self, answer: &Answer) {
        let cookie = answer.headers.get(header::SET_COOKIE).and_then(|value| value.to_str().ok());
        self.cookie = cookie.and_then(|text| text.split(';').next()).map(str::to_owned);
    }

    /// Posts JSON.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, "application/json", body.to_string()).await
    }

    /// Posts JSON as a page of `origin` would.
    pub async fn post_from(&self, origin: &str, path: &str, body: &Value) -> Answer {
        let mut client = self.clone();
        client.origin = Some(origin.to_owned());
        client.post(path, body).await
    }

    /// Gets.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, "", String::new()).await
    }

    /// Runs a GraphQL operation.
    pub async fn graphql(&self, query: &str, variables: Value) -> Answer {
        self.post("/graphql", &json!({"query": query, "variables": variables})).await
    }

    /// Sends any body.
    pub async fn send(&self, method: Method, path: &str, media_type: &str, body: impl Into<Body>) -> Answer {
        let response = self.open(method, path, media_type, "", body).await;
        let (head, body) = response.into_parts();
        let bytes = to_bytes(body, 10_000_000).await.expect("a body");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Answer { status: head.status, headers: head.headers, body }
    }

    /// Sends a request and returns the answer with its body still to come.
    pub async fn open(
        &self,
        method: Method,
        path: &str,
        media_type: &str,
        accept: &str,
        body: impl Into<Body>,
    ) -> axum::response::Response {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "studio.test");
        for (name, value) in [(header::CONTENT_TYPE, media_type), (header::ACCEPT, accept)] {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(token) = &self.api_key {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(tenant) = &self.tenant {
            request = request.header("atelier-tenant", tenant);
        }
        if let Some(origin) = &self.origin {
            request = request.header(header::ORIGIN, origin);
        }
        let request = request.body(body.into()).expect("a request");
        self.router.clone().oneshot(request).await.expect("an answer")
    }
}
