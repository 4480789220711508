//! Execution with identity, coded errors, and an end.

use std::sync::Arc;

use async_graphql::{Data, Request, Response, ServerError};
use atelier_accounts::{Authenticator, Credentials};
use atelier_api::graphql::catalogue_errors;
use atelier_api::{Identity, Problem, RequestId};
use futures_util::stream::{self, BoxStream};
use futures_util::{FutureExt as _, StreamExt as _};
use tokio_util::sync::CancellationToken;

use crate::Schema;

/// Runs the operations of one request or connection in the name of its credentials.
#[derive(Clone)]
pub(crate) struct Executor {
    pub schema: Schema,
    pub authenticator: Authenticator,
    pub credentials: Credentials,
    pub request_id: RequestId,
    pub stopping: CancellationToken,
}

impl async_graphql::Executor for Executor {
    async fn execute(&self, request: Request) -> Response {
        let identity = self.authenticator.identify(&self.credentials).await;
        let mut response = self.schema.execute(request.data(identity)).await;
        catalogue_errors(&mut response, &self.request_id.0);
        response
    }

    fn execute_stream(&self, request: Request, session: Option<Arc<Data>>) -> BoxStream<'static, Response> {
        let this = self.clone();
        let credentials = session
            .and_then(|data| data.get(&std::any::TypeId::of::<Credentials>())?.downcast_ref().cloned())
            .unwrap_or_else(|| self.credentials.clone());
        let stopping = self.stopping.clone();
        async move { this.follow(request, credentials).await }
            .flatten_stream()
            .take_until(stopping.cancelled_owned())
            .boxed()
    }
}

impl Executor {
    /// The responses of an operation. Before each goes out, the credentials are verified anew:
    /// who signed out or lost a membership is told so and hears nothing more.
    async fn follow(self, request: Request, credentials: Credentials) -> BoxStream<'static, Response> {
        let identity = self.authenticator.identify(&credentials).await;
        let responses = self.schema.execute_stream(request.data(identity)).boxed();
        stream::unfold(Some(responses), move |open| {
            let (this, credentials) = (self.clone(), credentials.clone());
            async move {
                let mut responses = open?;
                let mut response = responses.next().await?;
                let mut rest = Some(responses);
                if let Identity::Refused(problem) = this.authenticator.identify(&credentials).await {
                    response = refusal(problem);
                    rest = None;
                }
                catalogue_errors(&mut response, &this.request_id.0);
                Some((response, rest))
            }
        })
        .boxed()
    }
}

fn refusal(problem: Problem) -> Response {
    let mut error = ServerError::new(problem.to_string(), None);
    error.source = Some(Arc::new(problem));
    Response::from_errors(vec![error])
}
