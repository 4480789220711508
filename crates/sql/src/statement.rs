//! A statement with its values, written once for both engines.

use atelier_base::Scope;

use crate::{Dialect, Error, Value};

/// The word that stands for the tenant of the scope.
const TENANT: &str = ":tenant";

/// A statement: `?` stands for the next of its values, `:tenant` for the tenant of the scope that it is
/// carried out in. Neither is one within quotes or a comment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sql {
    text: String,
    values: Vec<Value>,
}

/// What an engine is handed.
#[derive(Debug, PartialEq)]
pub(crate) struct Prepared {
    pub(crate) text: String,
    pub(crate) values: Vec<Value>,
}

impl Sql {
    /// A statement, or a part of one. The text is the program's; what people write goes into values.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), values: Vec::new() }
    }

    /// The value of the next `?`.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// The text and the values of another part come after this one's.
    pub fn push(mut self, part: impl Into<Self>) -> Self {
        let part = part.into();
        self.text.push_str(&part.text);
        self.values.extend(part.values);
        self
    }

    /// For the engine: values are numbered, and the tenant is one of them.
    ///
    /// # Errors
    /// [`Error::Unscoped`] when a tenant's statement does not say `:tenant`, or the directory's does;
    /// [`Error::Statement`] when values and `?` are not as many; [`Error::Refused`] for a value that an
    /// engine can't store.
    pub(crate) fn prepare(self, dialect: Dialect, scope: Scope) -> Result<Prepared, Error> {
        if let Some(reason) = self.values.iter().find_map(Value::fault) {
            return Err(Error::Refused { reason: reason.to_owned() });
        }
        let (text, marks, is_scoped) = self.numbered(dialect);
        let mut values = self.values;
        if marks != values.len() {
            let reason = format!("{marks} values are asked for, {} are given", values.len());
            return Err(Error::Statement { reason });
        }
        match (scope.tenant_id(), is_scoped) {
            (Some(tenant), true) => values.push(Value::Text(tenant.to_string())),
            (None, false) => {}
            (Some(_), false) => return Err(Error::Unscoped { reason: "it does not say :tenant" }),
            (None, true) => return Err(Error::Unscoped { reason: "the directory is no tenant" }),
        }
        Ok(Prepared { text, values })
    }

    /// The text with numbers, how many `?` it had, and whether it said `:tenant`.
    fn numbered(&self, dialect: Dialect) -> (String, usize, bool) {
        let sign = dialect.choose('?', '$');
        let mut text = String::with_capacity(self.text.len() + self.values.len() * 3);
        let (mut marks, mut is_scoped) = (0, false);
        let mut rest = self.text.as_str();
        while let Some(at) = rest.find(['?', ':', '\'', '"', '-', '/']) {
            let (before, from) = rest.split_at(at);
            text.push_str(before);
            let taken = if from.starts_with('?') {
                marks += 1;
                text.push(sign);
                text.push_str(&marks.to_string());
                1
            } else if is_tenant(from) {
                is_scoped = true;
                text.push(sign);
                text.push_str(&(self.values.len() + 1).to_string());
                TENANT.len()
            } else {
                let end = verbatim(from);
                text.push_str(&from[..end]);
                end
            };
            rest = &from[taken..];
        }
        text.push_str(rest);
        (text, marks, is_scoped)
    }
}

impl From<&str> for Sql {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Sql {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

fn is_tenant(text: &str) -> bool {
    text.strip_prefix(TENANT)
        .is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
}

/// How far the quoted text, the comment or the cast reaches that begins here; else one character.
fn verbatim(text: &str) -> usize {
    let until = |opener: usize, closer: &str| {
        text[opener..].find(closer).map_or(text.len(), |at| opener + at + closer.len())
    };
    if text.starts_with("--") {
        until(2, "\n")
    } else if text.starts_with("/*") {
        until(2, "*/")
    } else if text.starts_with("::") {
        2
    } else if text.starts_with('\'') {
        // A doubled quote ends one text and begins the next: as good as one text.
        until(1, "'")
    } else if text.starts_with('"') {
        until(1, "\"")
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use atelier_base::{OrganisationId, TenantId};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn tenant() -> Scope {
        Scope::tenant(TenantId::Organisation(OrganisationId::from_uuid(Uuid::from_u128(1))))
    }

    fn text(dialect: Dialect, sql: Sql) -> String {
        sql.prepare(dialect, tenant()).expect("prepared").text
    }

    #[test]
    fn values_are_numbered_for_each_engine() {
        let sql = || {
            Sql::new("SELECT a FROM t WHERE tenant_id = :tenant AND b = ? AND c::text = ':tenant ?' -- ?\n")
                .bind(1)
                .push(" OR tenant_id = :tenant AND \"d?\" = ?")
                .bind("x")
        };
        assert_eq!(
            text(Dialect::Postgres, sql()),
            "SELECT a FROM t WHERE tenant_id = $3 AND b = $1 AND c::text = ':tenant ?' -- ?\n \
             OR tenant_id = $3 AND \"d?\" = $2"
        );
        assert!(text(Dialect::Sqlite, sql()).contains("tenant_id = ?3 AND b = ?1"));
    }

    #[test]
    fn statement_fits_its_scope() {
        let unscoped = Sql::new("SELECT 1 WHERE ':tenant' = :tenants").prepare(Dialect::Sqlite, tenant());
        assert!(matches!(unscoped, Err(Error::Unscoped { .. })), "{unscoped:?}");
        let scoped = Sql::new("SELECT :tenant").prepare(Dialect::Sqlite, Scope::directory());
        assert!(matches!(scoped, Err(Error::Unscoped { .. })), "{scoped:?}");
    }

    #[test]
    fn values_are_as_many_as_asked_for() {
        let few = Sql::new("SELECT ?, :tenant").prepare(Dialect::Sqlite, tenant());
        assert!(matches!(few, Err(Error::Statement { .. })), "{few:?}");
    }

    #[test]
    fn what_one_engine_lacks_neither_gets() {
        for value in
            [Value::from("a\0b"), Value::Json(serde_json::json!({"a": ["x\0"]})), Value::Float(f64::INFINITY)]
        {
            let refused = Sql::new("SELECT ?, :tenant").bind(value).prepare(Dialect::Sqlite, tenant());
            assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_prepared_or_refused(text in "[?:a-z'\"/*\n -]{0,40}|.*") {
            let marks = Sql::new(text.clone()).numbered(Dialect::Postgres).1;
            let sql = (0..marks).fold(Sql::new(text + "\n -- */ '\" \n:tenant"), |sql, _| sql.bind(1));
            let _ = sql.prepare(Dialect::Postgres, tenant());
        }

        #[test]
        fn without_marks_the_text_stays(text in "[a-z'\"/*\n -]{0,40}") {
            prop_assert_eq!(Sql::new(text.clone()).numbered(Dialect::Sqlite), (text, 0, false));
        }
    }
}
