//! Responses as the parts of a `multipart/mixed` body.

use std::time::Duration;

use async_graphql::Response;
use axum::body::Bytes;
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt as _};
use tokio::time::timeout;

/// The media type of the body.
pub(super) const MEDIA_TYPE: &str = "multipart/mixed; boundary=graphql; subscriptionSpec=1.0";

/// A stream says so often that it is alive, so that proxies keep it open.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// Each response as a part that ends with the next boundary: a reader knows at once that the part is
/// whole, where a boundary that comes with the next part would hold back the latest news until then.
pub(super) fn parts(responses: BoxStream<'static, Response>) -> impl Stream<Item = Bytes> {
    let opening = stream::once(std::future::ready(Bytes::from_static(b"--graphql")));
    opening.chain(stream::unfold(Some(responses), |open| async move {
        let mut responses = open?;
        let json = match timeout(HEARTBEAT, responses.next()).await {
            Ok(Some(response)) => serde_json::to_string(&response).unwrap_or_else(|_| "{}".into()),
            Ok(None) => return Some((Bytes::from_static(b"--\r\n"), None)),
            Err(_) => "{}".into(),
        };
        let part = format!("\r\ncontent-type: application/json\r\n\r\n{json}\r\n--graphql");
        Some((part.into(), Some(responses)))
    }))
}

#[cfg(test)]
mod tests {
    use async_graphql::Value;

    use super::*;

    #[tokio::test]
    async fn every_part_is_whole_when_it_is_sent() {
        let responses = stream::iter([Response::new(Value::from(1)), Response::new(Value::from(2))]);
        let chunks: Vec<Bytes> = parts(responses.boxed()).collect().await;
        let head = "\r\ncontent-type: application/json\r\n\r\n";
        assert_eq!(chunks[0], "--graphql");
        assert_eq!(chunks[1], format!("{head}{{\"data\":1}}\r\n--graphql"));
        assert_eq!(chunks[2], format!("{head}{{\"data\":2}}\r\n--graphql"));
        assert_eq!(chunks[3], "--\r\n");
        assert_eq!(chunks.len(), 4);
    }
}
