//! Where a request came from, small enough to travel with every grant.

use std::net::IpAddr;

/// The client's address, the id of its request and the program that it says it is.
///
/// What the server and the operator's commands do by themselves comes from [`Origin::local`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    address: Option<IpAddr>,
    request: Short<64>,
    agent: Short<40>,
}

impl Origin {
    /// From this process: no request.
    pub const fn local() -> Self {
        Self { address: None, request: Short::EMPTY, agent: Short::EMPTY }
    }

    /// From a request with that id. The user agent is cut down to its browser and system.
    pub fn new(address: Option<IpAddr>, request_id: &str, user_agent: &str) -> Self {
        Self { address, request: Short::new(request_id), agent: Short::new(&shortened(user_agent)) }
    }

    /// Whether there was no request.
    pub fn is_local(&self) -> bool {
        self.request.as_str().is_empty()
    }

    /// The client's address, where it is known.
    pub const fn address(&self) -> Option<IpAddr> {
        self.address
    }

    /// The id of the request, up to 64 bytes; empty for none.
    pub fn request_id(&self) -> &str {
        self.request.as_str()
    }

    /// Browser and system, or the name of a program; empty when it did not say.
    pub fn user_agent(&self) -> &str {
        self.agent.as_str()
    }
}

impl Default for Origin {
    fn default() -> Self {
        Self::local()
    }
}

/// Text of up to `N` bytes in place, so that what holds it can be copied.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Short<const N: usize> {
    bytes: [u8; N],
    length: u8,
}

impl<const N: usize> Short<N> {
    const EMPTY: Self = Self { bytes: [0; N], length: 0 };

    /// The text, cut at a letter's end.
    fn new(text: &str) -> Self {
        let mut short = Self::EMPTY;
        let end = (0..=N.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        short.bytes[..end].copy_from_slice(&text.as_bytes()[..end]);
        short.length = u8::try_from(end).unwrap_or(0);
        short
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl<const N: usize> std::fmt::Debug for Short<N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), f)
    }
}

/// Browsers by what tells them: the first that is found counts, because each claims to be the later ones.
const BROWSERS: [(&str, &str); 5] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

/// `Firefox on Linux`, or the first word of what is no browser.
fn shortened(agent: &str) -> String {
    let find = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(browser), None) => browser.to_owned(),
        (None, _) => {
            let word = agent.split_whitespace().next().unwrap_or_default();
            word.chars().filter(|letter| !letter.is_control()).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agent_is_cut_down_to_what_helps() {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";
        let edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
        for (agent, short) in
            [(firefox, "Firefox on Linux"), (edge, "Edge on Windows"), ("curl/8.9.1", "curl/8.9.1"), ("", "")]
        {
            assert_eq!(Origin::new(None, "r-12345678", agent).user_agent(), short);
        }
    }

    #[test]
    fn long_texts_are_cut_between_letters() {
        let long = format!("{}é", "x".repeat(63));
        assert_eq!(Origin::new(None, &long, "").request_id(), "x".repeat(63));
        assert!(Origin::local().is_local());
        assert!(!Origin::new(None, "r-12345678", "").is_local());
    }
}
