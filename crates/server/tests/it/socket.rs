//! A real socket: graphql-ws, a busy port, and a clean stop.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::Duration;

use atelier_server::{Error, serve};
use atelier_testkit::{Cast, TestApp};
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::sync::oneshot;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::{Error as WsError, Message};

fn local() -> TestApp {
    TestApp::start_with(|config| config.server.listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
}

/// Runs a scenario against a bound server, then stops it and expects a clean end.
async fn while_serving<F: Future<Output = ()>>(test: &TestApp, scenario: impl FnOnce(SocketAddr) -> F) {
    let (stop, stopped) = oneshot::channel::<()>();
    let (ready, bound) = oneshot::channel();
    let serving = serve(test.app.clone(), async move { stopped.await.unwrap_or(()) }, |address| {
        ready.send(address).expect("somebody waits");
    });
    let scenario = async {
        let address = bound.await.expect("the server binds");
        scenario(address).await;
        stop.send(()).expect("the server runs");
    };
    let both = Box::pin(async { tokio::join!(serving, scenario) });
    let (served, ()) = tokio::time::timeout(Duration::from_secs(30), both).await.expect("an end");
    served.expect("a clean stop");
}

#[tokio::test]
async fn graphql_ws_follows_changes_in_the_tenant_of_its_first_message() {
    let test = local();
    let cast = Cast::gather(&test).await;
    let made = r#"mutation { createApiKey(input: {name: "press", role: MEMBER}) { token } }"#;
    let token = cast.owner.graphql(made, json!({})).await.data()["createApiKey"]["token"].clone();
    let token = token.as_str().expect("a token").to_owned();
    while_serving(&test, async |address| {
        let mut request = format!("ws://{address}/graphql").into_client_request().expect("a request");
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", "graphql-transport-ws".parse().expect("ascii"));
        headers.insert("authorization", format!("Bearer {token}").parse().expect("ascii"));
        let (mut socket, _) = tokio_tungstenite::connect_async(request).await.expect("an upgrade");
        let send = |value: Value| Message::text(value.to_string());
        let init = json!({"type": "connection_init", "payload": {"tenant": cast.tenant}});
        socket.send(send(init)).await.expect("sent");
        let acknowledged = socket.next().await.expect("an answer").expect("a message");
        assert!(acknowledged.to_string().contains("connection_ack"), "{acknowledged}");
        let follow = json!({"id": "1", "type": "subscribe", "payload":
            {"query": "subscription { projectChanged { kind project { name } } }"}});
        socket.send(send(follow)).await.expect("sent");
        let first = socket.next().await.expect("a beginning").expect("a message").to_string();
        assert!(first.contains("RESYNC"), "{first}");
        let query = r#"mutation { createProject(input: {name: "Live"}) { id } }"#;
        cast.owner.graphql(query, json!({})).await.data();
        let news = socket.next().await.expect("news").expect("a message").to_string();
        assert!(news.contains("CREATED") && news.contains("Live"), "{news}");
    })
    .await;
}

#[tokio::test]
async fn a_page_of_another_site_gets_no_socket() {
    let test = local();
    test.user("ada").await;
    while_serving(&test, async |address| {
        let mut request = format!("ws://{address}/graphql").into_client_request().expect("a request");
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", "graphql-transport-ws".parse().expect("ascii"));
        headers.insert("cookie", "atelier_session=x".parse().expect("ascii"));
        headers.insert("origin", "https://evil.test".parse().expect("ascii"));
        match tokio_tungstenite::connect_async(request).await {
            Err(WsError::Http(response)) => assert_eq!(response.status(), 403),
            other => panic!("{other:?}"),
        }
    })
    .await;
}

#[tokio::test]
async fn a_busy_port_is_told() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = taken.local_addr().expect("an address");
    let test = TestApp::start_with(|config| config.server.listen = address);
    let refused = Box::pin(serve(test.app.clone(), std::future::pending(), |_| ())).await;
    assert!(matches!(refused, Err(Error::AddressInUse(at)) if at == address), "{refused:?}");
}
