//! Declared tables.

/// A key attribute: its name and its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// Text.
    S(&'static str),
    /// A number.
    N(&'static str),
    /// Bytes.
    B(&'static str),
}

impl Attribute {
    /// The attribute's name.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::S(name) | Self::N(name) | Self::B(name) => name,
        }
    }
}

/// Who may reach a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tenancy {
    /// Every item belongs to one tenant and only that tenant's scope reaches it.
    Tenant,
    /// Part of the directory of accounts: the directory's scope reaches every item,
    /// a tenant's scope only the items stamped with that tenant.
    Directory,
}

/// Which attributes of an item a query of an index returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Projection {
    /// All of them.
    All,
    /// The keys of the table and of the index, and the tenant.
    KeysOnly,
    /// Those, and these.
    Include(&'static [&'static str]),
}

/// A global secondary index. It is sparse: an item without the key attributes is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Index {
    /// The name in the specification.
    pub name: &'static str,
    /// The partition key.
    pub hash: Attribute,
    /// The sort key.
    pub range: Option<Attribute>,
    /// What its queries return.
    pub projection: Projection,
}

impl Index {
    /// An index with both keys that returns all attributes.
    pub const fn new(name: &'static str, hash: Attribute, range: Attribute) -> Self {
        Self { name, hash, range: Some(range), projection: Projection::All }
    }

    /// An index without a sort key that returns all attributes.
    pub const fn of_hash(name: &'static str, hash: Attribute) -> Self {
        Self { name, hash, range: None, projection: Projection::All }
    }

    /// The same index that returns these attributes.
    pub const fn projecting(self, projection: Projection) -> Self {
        Self { projection, ..self }
    }
}

/// A table, declared once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// The name in the specification.
    pub name: &'static str,
    /// The partition key.
    pub hash: Attribute,
    /// The sort key.
    pub range: Option<Attribute>,
    /// Global secondary indexes.
    pub indexes: &'static [Index],
    /// Who may reach it.
    pub tenancy: Tenancy,
    /// The attribute that counts the writes of an item, for optimistic locking: 1 when the item is
    /// new, one more at each update. The engine maintains it. None leaves the attribute to the caller.
    pub version: Option<&'static str>,
    /// The attribute that holds the second (since 1970, a number) at which an item expires. From then on
    /// no read sees it; the sweeper hands it to the archive and deletes it.
    pub ttl: Option<&'static str>,
    /// Whether each change of an item is kept as a record for consumers of the change stream.
    pub stream: bool,
    /// Other names under which the specifications know the same table.
    pub aliases: &'static [&'static str],
}

impl Table {
    /// The attribute that carries the tenant of an item, in every table.
    pub const TENANT: &'static str = "tenant_id";

    /// A table of tenants with a partition key only: what a declaration begins with.
    pub const fn new(name: &'static str, hash: Attribute) -> Self {
        Self {
            name,
            hash,
            range: None,
            indexes: &[],
            tenancy: Tenancy::Tenant,
            version: None,
            ttl: None,
            stream: false,
            aliases: &[],
        }
    }

    /// Whether the table is known under that name.
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }

    /// The index of that name.
    pub fn index(&self, name: &str) -> Option<&'static Index> {
        self.indexes.iter().find(|index| index.name == name)
    }
}

/// What is wrong with a set of declarations, in words; empty when nothing is.
///
/// Names must be unique, short and plain, and a version attribute can't be a key.
pub fn check_declarations(tables: &[&Table]) -> Vec<String> {
    let mut faults = Vec::new();
    for (position, table) in tables.iter().enumerate() {
        let earlier = &tables[..position];
        for name in std::iter::once(&table.name).chain(table.aliases) {
            if earlier.iter().any(|other| other.is_named(name)) {
                faults.push(format!("table {name} is declared twice"));
            }
        }
        faults.extend(faults_of(table));
    }
    faults
}

fn faults_of(table: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    let mut note = |wrong: bool, what: String| {
        if wrong {
            faults.push(format!("table {}: {what}", table.name));
        }
    };
    note(!plain(table.name), "its name is not 1 to 255 of a-z A-Z 0-9 _ - .".into());
    let range = table.range.map(|range| range.name());
    note(range == Some(table.hash.name()), "both keys are the same attribute".into());
    if let Some(version) = table.version {
        note(
            version == table.hash.name() || Some(version) == range || version == Table::TENANT,
            format!("{version} can't be the version and a key"),
        );
    }
    if let Some(ttl) = table.ttl {
        let keys = [Some(table.hash.name()), range, Some(Table::TENANT), table.version];
        note(keys.contains(&Some(ttl)), format!("{ttl} can't be the time of expiry and a key"));
    }
    for alias in table.aliases {
        note(!plain(alias), format!("its other name {alias} is not plain"));
    }
    for (position, index) in table.indexes.iter().enumerate() {
        let twice = table.indexes[..position].iter().any(|other| other.name == index.name);
        note(twice, format!("index {} is declared twice", index.name));
        note(!plain(index.name), format!("the name of index {} is not plain", index.name));
        let same = index.range.is_some_and(|range| range.name() == index.hash.name());
        note(same, format!("both keys of index {} are the same attribute", index.name));
    }
    faults
}

fn plain(name: &str) -> bool {
    (1..=255).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Table = Table { version: Some("version"), ..Table::new("good", Attribute::S("id")) };

    #[test]
    fn faults_are_named() {
        assert_eq!(check_declarations(&[&GOOD]), Vec::<String>::new());
        assert_eq!(check_declarations(&[&GOOD, &GOOD]), ["table good is declared twice"]);
        let odd = Table { name: "o d", version: Some("id"), range: Some(Attribute::N("id")), ..GOOD };
        assert_eq!(check_declarations(&[&odd]).len(), 3);
        let other = Table { name: "other", aliases: &["good"], ttl: Some("id"), ..GOOD };
        let faults = check_declarations(&[&GOOD, &other]);
        assert_eq!(faults[0], "table good is declared twice");
        assert_eq!(faults.len(), 2);
    }
}
