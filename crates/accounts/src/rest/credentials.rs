//! Credentials in headers.

use atelier_base::Origin;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::{Authenticator, Credentials};

/// Names the tenant to act in; without it, a session acts in its user's personal tenant.
pub const TENANT_HEADER: HeaderName = HeaderName::from_static("atelier-tenant");

/// The cookie that holds the token of a session.
pub(super) const COOKIE: &str = "atelier_session";

/// What the headers of a request carry.
pub fn credentials(headers: &HeaderMap) -> Credentials {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    Credentials {
        session: cookie(headers, COOKIE),
        api_key: text(header::AUTHORIZATION)
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim().to_owned()),
        tenant: text(TENANT_HEADER).map(str::to_owned),
        origin: Origin::local(),
    }
}

/// The value of a cookie; an empty one is none.
pub(super) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .find_map(|cookie| cookie.trim().strip_prefix(name)?.strip_prefix('='))
        .filter(|value| !value.is_empty())
        .map(str::to_owned)
}

/// The state for one request: it knows where the request comes from.
pub(super) struct Here(pub crate::State);

impl FromRequestParts<crate::State> for Here {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &crate::State) -> Result<Self, Self::Rejection> {
        let origin = parts.extensions.get::<Origin>().copied().unwrap_or_default();
        Ok(Self(state.clone().at(origin)))
    }
}

/// Middleware that leaves an [`Identity`](atelier_api::Identity) with every request.
pub async fn identify(
    State(authenticator): State<Authenticator>,
    mut request: Request,
    next: Next,
) -> Response {
    let origin = request.extensions().get::<Origin>().copied().unwrap_or_default();
    let credentials = Credentials { origin, ..credentials(request.headers()) };
    let identity = authenticator.identify(&credentials).await;
    request.extensions_mut().insert(identity);
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; atelier_session=tok; b=2"));
        headers.append(header::AUTHORIZATION, HeaderValue::from_static("bearer atl_x"));
        let found = credentials(&headers);
        assert_eq!(found.session.as_deref(), Some("tok"));
        assert_eq!(found.api_key.as_deref(), Some("atl_x"));
        assert_eq!(found.tenant, None);
    }

    #[test]
    fn other_schemes_and_empty_cookies_are_nothing() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("atelier_session=; atelier_session_2=x"));
        headers.append(header::AUTHORIZATION, HeaderValue::from_static("Basic abc"));
        let found = credentials(&headers);
        assert_eq!((found.session, found.api_key), (None, None));
    }
}
