//! Conditions, updates, projections and key ranges as expression strings.
//!
//! Names and values never stand in a string: `#n0` and `:v0` do, so no name is reserved and nothing that a
//! user typed is ever parsed.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;

use super::value::sent;
use crate::update::Change;
use crate::{
    Attribute, Comparison, Cond, KeyRange, Operand, Path, Source, Step, Table, Update, Value, ValueType,
};

/// The most operands of one `IN`.
const MAX_IN: usize = 100;

/// Placeholders that the expressions of one request share.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Placeholders {
    names: Vec<String>,
    values: Vec<AttributeValue>,
}

impl Placeholders {
    /// What the names stand for; none when there are none.
    pub(super) fn names(&self) -> Option<HashMap<String, String>> {
        let names = self.names.iter().enumerate().map(|(at, name)| (format!("#n{at}"), name.clone()));
        (!self.names.is_empty()).then(|| names.collect())
    }

    /// What the values stand for; none when there are none.
    pub(super) fn values(&self) -> Option<HashMap<String, AttributeValue>> {
        let values = self.values.iter().enumerate().map(|(at, value)| (format!(":v{at}"), value.clone()));
        (!self.values.is_empty()).then(|| values.collect())
    }

    pub(super) fn name(&mut self, name: &str) -> String {
        let at = self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        format!("#n{at}")
    }

    pub(super) fn value(&mut self, value: &Value) -> String {
        let value = sent(value);
        let at = self.values.iter().position(|known| *known == value).unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        });
        format!(":v{at}")
    }

    pub(super) fn path(&mut self, path: &Path) -> String {
        let mut parts = vec![self.name(path.attribute())];
        parts.extend(path.steps().iter().map(|step| match step {
            Step::Name(name) => format!(".{}", self.name(name)),
            Step::At(position) => format!("[{position}]"),
        }));
        parts.concat()
    }

    /// The paths of a projection.
    pub(super) fn projection<'a>(&mut self, paths: impl IntoIterator<Item = &'a Path>) -> String {
        paths.into_iter().map(|path| self.path(path)).collect::<Vec<_>>().join(", ")
    }

    fn operand(&mut self, operand: &Operand) -> String {
        match operand {
            Operand::Path(path) => self.path(path),
            Operand::Value(value) => self.value(value),
            Operand::Size(path) => format!("size({})", self.path(path)),
        }
    }

    pub(super) fn condition(&mut self, condition: &Cond) -> String {
        match condition {
            Cond::Exists(path) => format!("attribute_exists({})", self.path(path)),
            Cond::Missing(path) => format!("attribute_not_exists({})", self.path(path)),
            Cond::HasType(path, kind) => {
                format!("attribute_type({}, {})", self.path(path), self.value(&type_name(*kind).into()))
            }
            Cond::Compare(left, comparison, right) => {
                format!("{} {} {}", self.operand(left), sign(*comparison), self.operand(right))
            }
            // Not BETWEEN, which refuses bounds in the wrong order instead of holding for nothing.
            Cond::Between(value, low, high) => {
                let (value, low, high) = (self.operand(value), self.operand(low), self.operand(high));
                format!("({value} >= {low} AND {value} <= {high})")
            }
            Cond::In(value, others) => self.one_of(value, others),
            Cond::BeginsWith(value, prefix) => {
                format!("begins_with({}, {})", self.operand(value), self.operand(prefix))
            }
            Cond::Contains(value, part) => {
                format!("contains({}, {})", self.operand(value), self.operand(part))
            }
            Cond::And(all) if all.is_empty() => self.always(),
            Cond::Or(any) if any.is_empty() => format!("(NOT {})", self.always()),
            Cond::And(all) => self.joined(all, " AND "),
            Cond::Or(any) => self.joined(any, " OR "),
            Cond::Not(condition) => format!("(NOT {})", self.condition(condition)),
        }
    }

    fn joined(&mut self, conditions: &[Cond], word: &str) -> String {
        let parts: Vec<_> = conditions.iter().map(|condition| self.condition(condition)).collect();
        format!("({})", parts.join(word))
    }

    fn one_of(&mut self, value: &Operand, others: &[Operand]) -> String {
        if others.is_empty() {
            return format!("(NOT {})", self.always());
        }
        let value = self.operand(value);
        let parts: Vec<_> = others
            .chunks(MAX_IN)
            .map(|some| {
                let some: Vec<_> = some.iter().map(|other| self.operand(other)).collect();
                format!("{value} IN ({})", some.join(", "))
            })
            .collect();
        format!("({})", parts.join(" OR "))
    }

    /// Holds for everything: the language has no word for it.
    fn always(&mut self) -> String {
        let tenant = self.name(Table::TENANT);
        format!("(attribute_exists({tenant}) OR attribute_not_exists({tenant}))")
    }

    fn source(&mut self, source: &Source) -> String {
        match source {
            Source::Value(value) => self.value(value),
            Source::Path(path) => self.path(path),
            Source::IfMissing(path, other) => {
                format!("if_not_exists({}, {})", self.path(path), self.source(other))
            }
            Source::Append(first, second) => {
                format!("list_append({}, {})", self.source(first), self.source(second))
            }
            Source::Plus(left, right) => format!("{} + {}", self.source(left), self.source(right)),
            Source::Minus(left, right) => format!("{} - {}", self.source(left), self.source(right)),
        }
    }

    /// The update, and more that is set; none when it changes nothing.
    pub(super) fn update(&mut self, update: &Update, more: &[(Path, Source)]) -> Option<String> {
        let (mut sets, mut removes, mut adds, mut deletes) = (vec![], vec![], vec![], vec![]);
        for (path, change) in &update.changes {
            let place = self.path(path);
            match change {
                Change::Set(source) => sets.push(format!("{place} = {}", self.source(source))),
                Change::Remove => removes.push(place),
                Change::Add(amount) => adds.push(format!("{place} {}", self.value(amount))),
                Change::Delete(entries) => deletes.push(format!("{place} {}", self.value(entries))),
            }
        }
        for (path, source) in more {
            sets.push(format!("{} = {}", self.path(path), self.source(source)));
        }
        let clauses = [("SET", sets), ("REMOVE", removes), ("ADD", adds), ("DELETE", deletes)];
        let clauses: Vec<_> = clauses
            .into_iter()
            .filter(|(_, parts)| !parts.is_empty())
            .map(|(word, parts)| format!("{word} {}", parts.join(", ")))
            .collect();
        (!clauses.is_empty()).then(|| clauses.join(" "))
    }

    /// One partition and a range of its sort keys.
    pub(super) fn keys(&mut self, hash: (&str, &Value), range: Option<Attribute>, keys: &KeyRange) -> String {
        let partition = format!("{} = {}", self.name(hash.0), self.value(hash.1));
        let Some(range) = range.filter(|_| *keys != KeyRange::All) else { return partition };
        let name = self.name(range.name());
        let bound = match keys {
            KeyRange::All => String::new(),
            KeyRange::Equal(value) => format!("{name} = {}", self.value(value)),
            KeyRange::Below(value) => format!("{name} < {}", self.value(value)),
            KeyRange::AtMost(value) => format!("{name} <= {}", self.value(value)),
            KeyRange::Above(value) => format!("{name} > {}", self.value(value)),
            KeyRange::AtLeast(value) => format!("{name} >= {}", self.value(value)),
            KeyRange::Between(low, high) => {
                format!("{name} BETWEEN {} AND {}", self.value(low), self.value(high))
            }
            KeyRange::BeginsWith(prefix) => format!("begins_with({name}, {})", self.value(prefix)),
        };
        format!("{partition} AND {bound}")
    }
}

/// The attributes that a condition looks at.
pub(super) fn attributes<'a>(condition: &'a Cond, found: &mut Vec<&'a str>) {
    let mut operands = |all: &[&'a Operand]| {
        for operand in all {
            if let Operand::Path(path) | Operand::Size(path) = operand {
                found.push(path.attribute());
            }
        }
    };
    match condition {
        Cond::Exists(path) | Cond::Missing(path) | Cond::HasType(path, _) => found.push(path.attribute()),
        Cond::Compare(one, _, two) | Cond::BeginsWith(one, two) | Cond::Contains(one, two) => {
            operands(&[one, two]);
        }
        Cond::Between(one, two, three) => operands(&[one, two, three]),
        Cond::In(one, others) => operands(&std::iter::once(one).chain(others).collect::<Vec<_>>()),
        Cond::And(all) | Cond::Or(all) => all.iter().for_each(|one| attributes(one, found)),
        Cond::Not(one) => attributes(one, found),
    }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Eq => "=",
        Comparison::Ne => "<>",
        Comparison::Lt => "<",
        Comparison::Le => "<=",
        Comparison::Gt => ">",
        Comparison::Ge => ">=",
    }
}

fn type_name(kind: ValueType) -> &'static str {
    match kind {
        ValueType::S => "S",
        ValueType::N => "N",
        ValueType::B => "B",
        ValueType::Ss => "SS",
        ValueType::Ns => "NS",
        ValueType::Bs => "BS",
        ValueType::Bool => "BOOL",
        ValueType::Null => "NULL",
        ValueType::L => "L",
        ValueType::M => "M",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(condition: &Cond) -> (String, Vec<String>, usize) {
        let mut placeholders = Placeholders::default();
        let text = placeholders.condition(condition);
        (text, placeholders.names, placeholders.values.len())
    }

    #[test]
    fn conditions_name_nothing_but_placeholders() {
        let path = || Path::from("work").name("layers").at(1);
        for (condition, text, names) in [
            (Cond::eq("a.b", 1), "#n0 = :v0", vec!["a.b"]),
            (Cond::exists(path()), "attribute_exists(#n0.#n1[1])", vec!["work", "layers"]),
            (Cond::has_type("a", ValueType::Ss), "attribute_type(#n0, :v0)", vec!["a"]),
            (Cond::size("a", Comparison::Gt, 3), "size(#n0) > :v0", vec!["a"]),
            (Cond::between("a", 9, 1), "(#n0 >= :v0 AND #n0 <= :v1)", vec!["a"]),
            (Cond::one_of("a", [1, 2]), "(#n0 IN (:v0, :v1))", vec!["a"]),
            (Cond::begins_with("a", "x"), "begins_with(#n0, :v0)", vec!["a"]),
            (Cond::contains("a", "x").negated(), "(NOT contains(#n0, :v0))", vec!["a"]),
            (
                Cond::ne("a", 1).and(Cond::lt("b", 1).or(Cond::missing("a"))),
                "(#n0 <> :v0 AND (#n1 < :v0 OR attribute_not_exists(#n0)))",
                vec!["a", "b"],
            ),
        ] {
            let (found, found_names, _) = rendered(&condition);
            assert_eq!((found.as_str(), found_names), (text, names.into_iter().map(str::to_owned).collect()));
        }
    }

    #[test]
    fn lists_without_entries_have_their_truth() {
        let always = "(attribute_exists(#n0) OR attribute_not_exists(#n0))";
        assert_eq!(rendered(&Cond::And(vec![])).0, always);
        assert_eq!(rendered(&Cond::Or(vec![])).0, format!("(NOT {always})"));
        assert_eq!(rendered(&Cond::one_of("a", [0_i32; 0])).0, format!("(NOT {always})"));
        let many = rendered(&Cond::one_of("a", 0..150_i32));
        assert_eq!((many.0.matches(" IN ").count(), many.2), (2, 150));
    }

    #[test]
    fn updates_come_as_clauses() {
        let mut placeholders = Placeholders::default();
        let set = Value::Ss(["x".into()].into());
        let update = Update::new()
            .set("a", 1)
            .set_if_missing("b", 1)
            .append("l", vec![1.into()])
            .remove(Path::from("m").name("x"))
            .add("n", 2)
            .delete("s", set);
        let more = (Path::from("v"), Source::Value(3.into()));
        let text = placeholders.update(&update, &[more]).expect("changes");
        assert_eq!(
            text,
            "SET #n0 = :v0, #n1 = if_not_exists(#n1, :v0), #n2 = list_append(if_not_exists(#n2, :v1), :v2), \
             #n7 = :v5 REMOVE #n3.#n4 ADD #n5 :v3 DELETE #n6 :v4"
        );
        assert_eq!(Placeholders::default().update(&Update::new(), &[]), None);
    }

    #[test]
    fn ranges_follow_the_partition() {
        let keys = |range: &KeyRange| {
            Placeholders::default().keys(("pk", &"p".into()), Some(Attribute::S("sk")), range)
        };
        assert_eq!(keys(&KeyRange::All), "#n0 = :v0");
        assert_eq!(keys(&KeyRange::AtLeast("a".into())), "#n0 = :v0 AND #n1 >= :v1");
        let between = KeyRange::Between("a".into(), "b".into());
        assert_eq!(keys(&between), "#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2");
        assert_eq!(keys(&KeyRange::BeginsWith("a".into())), "#n0 = :v0 AND begins_with(#n1, :v1)");
    }

    #[test]
    fn a_condition_tells_what_it_looks_at() {
        let condition = Cond::eq("a", 1).and(Cond::one_of("b", [1])).or(Cond::missing("c").negated());
        let mut found = Vec::new();
        attributes(&condition, &mut found);
        assert_eq!(found, ["a", "b", "c"]);
    }
}
