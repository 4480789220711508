//! Turns the checked-in lists of terms into sorted tables that the crate compiles in.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[expect(dead_code, reason = "a build script needs only the words of a term")]
#[path = "src/tokens.rs"]
mod tokens;

const LISTS: [&str; 3] = ["materials.tsv", "techniques.tsv", "colours.tsv"];

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let data = Path::new("data");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/tokens.rs");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let mut tables = Tables::default();
    for list in LISTS {
        let text = std::fs::read_to_string(data.join(list))?;
        for (at, line) in text.lines().enumerate().skip(1) {
            tables.add(line).ok_or_else(|| format!("{list}:{}: six columns, please", at + 1))?;
        }
    }
    tables.add_past_forms();
    tables.add_plurals();
    std::fs::write(out.join("gazetteer.rs"), tables.source()?)?;
    Ok(())
}

struct Entry {
    kind: String,
    broader: String,
    aat: String,
}

#[derive(Default)]
struct Tables {
    /// By kind and canonical term.
    entries: BTreeMap<(String, String), Entry>,
    /// The words of a form, its entry, its class.
    forms: BTreeMap<String, ((String, String), String)>,
}

impl Tables {
    fn add(&mut self, line: &str) -> Option<()> {
        let [term, canonical, kind, broader, aat, class] =
            line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        let key = (kind.to_owned(), canonical.to_owned());
        let entry = Entry { kind: kind.to_owned(), broader: broader.to_owned(), aat: aat.to_owned() };
        self.entries.entry(key.clone()).or_insert(entry);
        self.forms.entry(tokens::folded(term)).or_insert((key, class.to_owned()));
        Some(())
    }

    /// `chain pieced` beside `chain piecing`: phrases that end in a gerund, as they are told.
    fn add_past_forms(&mut self) {
        let told: Vec<_> = self
            .forms
            .iter()
            .filter(|(form, (key, _))| key.0 == "technique" && form.contains(' '))
            .filter_map(|(form, known)| Some((format!("{}ed", form.strip_suffix("ing")?), known.clone())))
            .collect();
        for (form, known) in told {
            self.forms.entry(form).or_insert(known);
        }
    }

    fn add_plurals(&mut self) {
        let known: BTreeSet<String> = self.forms.keys().cloned().collect();
        let singles: Vec<_> = self
            .forms
            .iter()
            .map(|(form, (key, class))| (form.clone(), key.clone(), class.clone()))
            .collect();
        for (form, key, class) in singles {
            if key.0 == "colour" || (key.0 == "technique" && (form.ends_with("ing") || form.ends_with("ed")))
            {
                continue;
            }
            if let Some(plural) = plural(&form).filter(|plural| !known.contains(plural)) {
                self.forms.insert(plural, (key, class));
            }
        }
    }

    fn source(&self) -> Result<String, Failure> {
        let mut source = format!("pub(super) static ENTRIES: [Entry; {}] = [\n", self.entries.len());
        let mut places = BTreeMap::new();
        for (place, (key, entry)) in self.entries.iter().enumerate() {
            places.insert(key, place);
            let kind = match entry.kind.as_str() {
                "material" => "Material",
                "technique" => "Technique",
                "colour" => "Colour",
                other => return Err(format!("`{other}` is no kind of term").into()),
            };
            let (canonical, Entry { broader, aat, .. }) = (&key.1, entry);
            writeln!(
                source,
                "Entry {{ canonical: {canonical:?}, kind: Kind::{kind}, broader: {broader:?}, aat: {aat:?} }},"
            )?;
        }
        writeln!(source, "];\npub(super) static FORMS: [(&str, u16, Class); {}] = [", self.forms.len())?;
        for (form, (key, class)) in &self.forms {
            let class = match class.as_str() {
                "1" => "Everyday",
                "2" => "Usual",
                "3" => "Rare",
                "a" => "Ambiguous",
                other => return Err(format!("`{other}` is no class").into()),
            };
            let place = places.get(key).ok_or("a form without an entry")?;
            writeln!(source, "({form:?}, {place}, Class::{class}),")?;
        }
        source.push_str("];\n");
        Ok(source)
    }
}

/// The plural of a term's last word, where English makes one by rule.
fn plural(form: &str) -> Option<String> {
    let last = form.chars().last().filter(char::is_ascii_lowercase)?;
    let before = form.chars().rev().nth(1)?;
    Some(match last {
        's' => return None,
        'x' | 'z' => format!("{form}es"),
        'h' if matches!(before, 's' | 'c') => format!("{form}es"),
        'y' if !"aeiou".contains(before) => format!("{}ies", &form[..form.len() - 1]),
        _ => format!("{form}s"),
    })
}
