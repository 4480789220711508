//! Where a request may go: never into the inner network, unless a local provider is there.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use crate::error::{Category, Error};

/// Where a request may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To public addresses only.
    Public,
    /// Also to exactly this `host:port`, wherever it is: that of a local provider.
    Same(String),
}

impl Reach {
    /// That of the local provider at this address.
    pub fn same(base_url: &str) -> Result<Self, Error> {
        Ok(Self::Same(authority(&parse(base_url)?)))
    }

    /// Whether this address is that of the local provider.
    pub(super) fn is_local(&self, url: &Url) -> bool {
        matches!(self, Self::Same(host) if *host == authority(url))
    }
}

/// `host:port`, with the usual port of the scheme where it has none.
fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    format!("{host}:{}", url.port_or_known_default().unwrap_or_default())
}

/// Reads an address that is fit to be asked: of the web, and without a name and password in it.
pub(crate) fn parse(text: &str) -> Result<Url, Error> {
    let refused = |why: &str| Error::new(Category::Validation, format!("The address {why}"));
    let url = Url::parse(text).map_err(|_| refused("can't be read"))?;
    match url.scheme() {
        "http" | "https" => {}
        _ => return Err(refused("is neither http nor https")),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refused("has a name or password in it"));
    }
    if url.host().is_none() {
        return Err(refused("names no host"));
    }
    Ok(url)
}

/// Whether both addresses are of one origin, so that a key for the one may be shown to the other.
pub(crate) fn same_origin(one: &str, other: &str) -> bool {
    match (parse(one), parse(other)) {
        (Ok(one), Ok(other)) => one.origin() == other.origin(),
        _ => false,
    }
}

/// Refuses an address that is written in numbers and not public. Names are looked at when they are resolved.
pub(super) fn check_literal(url: &Url) -> Result<(), Error> {
    let address = match url.host() {
        Some(Host::Ipv4(address)) => IpAddr::V4(address),
        Some(Host::Ipv6(address)) => IpAddr::V6(address),
        Some(Host::Domain(_)) | None => return Ok(()),
    };
    if is_public(address) { Ok(()) } else { Err(refusal()) }
}

/// What is said of an address of the inner network.
pub(super) fn refusal() -> Error {
    Error::new(Category::Validation, "The address is not a public one")
}

/// Whether the address is one of the public internet, for one receiver.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    !matches!(
        address.octets(),
        [0 | 10 | 127 | 224.., ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 0, 0 | 2, _]
            | [192, 88, 99, _]
            | [192, 168, ..]
            | [198, 18 | 19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
    )
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        // A translator's: as good as the address that is in it.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            let [a, b] = high.to_be_bytes();
            let [c, d] = low.to_be_bytes();
            is_public_v4(Ipv4Addr::new(a, b, c, d))
        }
        // Tunnels, tests and documentation.
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => false,
        [first, ..] => (0x2000..=0x3fff).contains(&first),
    }
}

/// The system's resolver, but a name that has one inner address has none: the connection is made to what was
/// looked at here, so that a name can't change its meaning in between.
#[derive(Debug)]
pub(super) struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            if found.iter().any(|address| !is_public(address.ip())) {
                return Err(Inner.into());
            }
            let addresses: Addrs = Box::new(found.into_iter());
            Ok(addresses)
        })
    }
}

/// The name leads into the inner network.
#[derive(Debug)]
pub(super) struct Inner;

impl fmt::Display for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name leads into the inner network")
    }
}

impl std::error::Error for Inner {}

#[cfg(test)]
mod tests {
    use super::*;

    fn public(text: &str) -> bool {
        is_public(text.parse().expect("an address"))
    }

    /// Addresses that nothing may be asked of.
    const INNER: &str = "\
        0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.8.8.8 169.254.169.254 \
        172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 \
        198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 \
        :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::10.0.0.1 64:ff9b:1::1 100::1 \
        2001::1 2001:2::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1 5f00::1 \
        fc00::1 fd12:3456::1 fe80::1 fec0::1 ff02::1";
    /// Neighbours of them that are public.
    const OUTER: &str = "\
        1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.0.1.1 198.17.0.1 \
        198.20.0.1 223.255.255.255 2606:4700::1111 2001:4860:4860::8888 2a00:1450::1 \
        64:ff9b::8.8.8.8";

    #[test]
    fn inner_addresses_are_told_from_public_ones() {
        for inner in INNER.split_ascii_whitespace() {
            assert!(!public(inner), "{inner}");
        }
        for outer in OUTER.split_ascii_whitespace() {
            assert!(public(outer), "{outer}");
        }
    }

    #[test]
    fn numbers_in_disguise_are_read_as_what_they_mean() {
        for disguise in [
            "http://127.1/",
            "http://0x7f000001/",
            "http://2130706433/",
            "http://017700000001/",
            "http://[::1]/",
            "http://[::ffff:7f00:1]/",
            "http://169.254.169.254/latest/meta-data",
            "http://①②⑦.0.0.1/",
        ] {
            let url = parse(disguise).expect("an address");
            assert_eq!(check_literal(&url), Err(refusal()), "{disguise}");
        }
    }

    #[test]
    fn only_plain_web_addresses_are_read() {
        for bad in [
            "file:///etc/passwd",
            "gopher://example.org/",
            "ftp://example.org/",
            "http://a:b@example.org/",
            "http://key@example.org/",
            "/relative",
            "",
            "http://",
        ] {
            let error = parse(bad).expect_err(bad);
            assert_eq!(error.category, Category::Validation, "{bad}");
        }
    }

    #[test]
    fn local_provider_is_one_host_and_port() {
        let reach = Reach::same("http://127.0.0.1:8188").expect("an address");
        let local = |text: &str| reach.is_local(&parse(text).expect("an address"));
        assert!(local("http://127.0.0.1:8188/view?filename=a.png"));
        assert!(
            !local("http://127.0.0.1:8189/view")
                && !local("http://127.0.0.2:8188/")
                && !local("http://localhost:8188/")
        );
    }
}
