//! Rows as `COPY` takes them: <https://www.postgresql.org/docs/current/sql-copy.html>, the text format.

use std::fmt::Write as _;

use crate::Value;

/// Adds a row; says what PostgreSQL can't store of it.
pub(super) fn add_row(text: &mut String, row: &[Value]) -> Result<(), &'static str> {
    for (at, value) in row.iter().enumerate() {
        if at > 0 {
            text.push('\t');
        }
        add(text, value)?;
    }
    text.push('\n');
    Ok(())
}

fn add(text: &mut String, value: &Value) -> Result<(), &'static str> {
    if let Some(fault) = value.fault() {
        return Err(fault);
    }
    // Writing to a text does not fail.
    let _ = match value {
        Value::Null(_) => write!(text, "\\N"),
        Value::Bool(value) => write!(text, "{}", if *value { 't' } else { 'f' }),
        Value::Int(value) => write!(text, "{value}"),
        Value::Float(value) => write!(text, "{value:?}"),
        Value::Uuid(value) => write!(text, "{value}"),
        Value::Bytes(value) => write!(text, "\\\\x{}", hex::encode(value)),
        Value::Json(value) => write!(text, "{}", escaped(&value.to_string())),
        Value::Text(value) => write!(text, "{}", escaped(value)),
    };
    Ok(())
}

fn escaped(value: &str) -> std::borrow::Cow<'_, str> {
    if !value.contains(['\\', '\n', '\r', '\t']) {
        return value.into();
    }
    let mut text = String::with_capacity(value.len() + 8);
    for character in value.chars() {
        match character {
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            other => text.push(other),
        }
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ValueKind;

    #[test]
    fn values_are_told_from_each_other() {
        let mut text = String::new();
        let row = vec![
            Value::Null(ValueKind::Text),
            Value::from("\\N"),
            Value::from("a\tb\nc\rd\\.é"),
            Value::from(""),
            Value::from(true),
            Value::Bytes(vec![0, 255]),
            Value::Float(1e300),
        ];
        add_row(&mut text, &row).expect("a row");
        assert_eq!(text, "\\N\t\\\\N\ta\\tb\\nc\\rd\\\\.é\t\tt\t\\\\x00ff\t1e300\n");
    }

    #[test]
    fn what_postgresql_can_not_hold_is_told() {
        assert!(add_row(&mut String::new(), &[Value::from("a\0")]).is_err());
    }
}
