//! What a proof looks like.

use atelier_sql::Proof;

/// Digits of a hash that are shown: no two sums share so many by chance.
const SHOWN: usize = 16;

/// A line a table.
pub(super) fn of(proofs: &[Proof]) -> String {
    let wide = proofs.iter().map(|proof| proof.table.len()).max().unwrap_or(0).max("table".len());
    let line = |table: &str, rows: [&str; 2], hashes: [&str; 2], verdict: &str| {
        let [from, to] = rows;
        let [original, copy] = hashes;
        format!("{table:wide$}  {from:>10}  {to:>10}  {original:SHOWN$}  {copy:SHOWN$}  {verdict}")
            .trim_end()
            .to_owned()
            + "\n"
    };
    let head = line("table", ["rows", "copied"], ["original", "copy"], "");
    let lines = proofs.iter().map(|proof| {
        let (source, target) = (&proof.source, &proof.target);
        let (from, to) = (source.rows.to_string(), target.rows.to_string());
        let verdict = if proof.holds() { "equal" } else { "DIFFERS" };
        line(proof.table, [&from, &to], [&source.hash[..SHOWN], &target.hash[..SHOWN]], verdict)
    });
    std::iter::once(head).chain(lines).collect()
}

/// An address as it may be shown.
pub(super) fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let Some(at) = rest[..end].rfind('@') else { return address.to_owned() };
    match rest[..at].split_once(':') {
        Some((user, _)) => format!("{scheme}://{user}:<password>{}", &rest[at..]),
        None => address.to_owned(),
    }
}
