//! Updates.

use atelier_tables::{Path, Select, Source, Update, Value, ValueType};

use super::lexer::Token;
use super::overlap;
use super::parser::{Kind, Parser};
use super::placeholders::Placeholders;
use crate::fault::Fault;

const SECTIONS: [&str; 4] = ["SET", "REMOVE", "ADD", "DELETE"];

/// The changes that the text describes.
pub(crate) fn update(text: &str, places: &mut Placeholders) -> Result<Update, Fault> {
    let mut parser = Parser::new(Kind::Update, text, places)?;
    let mut update = Update::new();
    let mut seen = Vec::new();
    while parser.peek().is_some() {
        let section = parser.section()?;
        if seen.contains(&section) {
            let reason = format!("The \"{section}\" section can only be used once in an update expression;");
            return Err(parser.fault(reason));
        }
        seen.push(section);
        loop {
            update = parser.change(section, update)?;
            if !parser.takes(",") {
                break;
            }
        }
    }
    let paths: Vec<Path> = update.touched().paths().to_vec();
    Select::new(paths).map_err(|paths| parser.fault(overlap(&paths)))?;
    Ok(update)
}

impl Parser<'_, '_> {
    fn section(&mut self) -> Result<&'static str, Fault> {
        SECTIONS.into_iter().find(|section| self.takes_word(section)).ok_or_else(|| self.unexpected())
    }

    fn change(&mut self, section: &'static str, update: Update) -> Result<Update, Fault> {
        let path = self.path()?;
        match section {
            "SET" => {
                self.wants("=")?;
                self.operator()?;
                Ok(update.set_to(path, self.source()?))
            }
            "REMOVE" => Ok(update.remove(path)),
            "ADD" => {
                let fits = |value: &Value| matches!(value, Value::N(_)) || is_set(value);
                Ok(update.add(path, self.operand_of(section, fits)?))
            }
            _ => Ok(update.delete(path, self.operand_of(section, is_set)?)),
        }
    }

    /// The value of `ADD` or `DELETE`.
    fn operand_of(&mut self, section: &str, fits: impl Fn(&Value) -> bool) -> Result<Value, Fault> {
        self.operator()?;
        let Some(Token::Value(placeholder)) = self.peek() else { return Err(self.unexpected()) };
        self.next();
        let value = self.value(placeholder)?;
        if !fits(&value) {
            let kind = long_name(&value);
            return Err(self.fault(format!(
                "Incorrect operand type for operator or function; operator: {section}, operand type: {kind}"
            )));
        }
        Ok(value)
    }

    /// What an attribute is set to: an operand, or the sum or difference of two.
    fn source(&mut self) -> Result<Source, Fault> {
        let first = self.single_source()?;
        let Some(Token::Sign(sign @ ("+" | "-"))) = self.peek() else { return Ok(first) };
        self.next();
        self.operator()?;
        let second = self.single_source()?;
        for source in [&first, &second] {
            if let Source::Value(value) = source
                && !matches!(value, Value::N(_))
            {
                return Err(self.wrong_type("operator or function", sign, value));
            }
        }
        let (first, second) = (Box::new(first), Box::new(second));
        Ok(if sign == "+" { Source::Plus(first, second) } else { Source::Minus(first, second) })
    }

    fn single_source(&mut self) -> Result<Source, Fault> {
        if self.takes("(") {
            let inner = self.deeper(Self::source)?;
            self.wants(")")?;
            return Ok(inner);
        }
        match (self.function(), self.peek()) {
            (Some("if_not_exists"), _) => {
                let (first, second) = self.pair("if_not_exists")?;
                match first {
                    Source::Path(path) => Ok(Source::IfMissing(path, Box::new(second))),
                    _ => Err(self.fault(
                        "Operator or function requires a document path; operator or function: if_not_exists",
                    )),
                }
            }
            (Some("list_append"), _) => {
                let (first, second) = self.pair("list_append")?;
                for source in [&first, &second] {
                    if let Source::Value(value) = source
                        && !matches!(value, Value::L(_))
                    {
                        return Err(self.wrong_type("operator or function", "list_append", value));
                    }
                }
                Ok(Source::Append(Box::new(first), Box::new(second)))
            }
            (Some(function), _) => Err(self.misused(function)),
            (None, Some(Token::Value(placeholder))) => {
                self.next();
                self.value(placeholder).map(Source::Value)
            }
            (None, _) => self.path().map(Source::Path),
        }
    }

    /// The two arguments of the function that comes next.
    fn pair(&mut self, function: &str) -> Result<(Source, Source), Fault> {
        self.operator()?;
        self.next();
        self.wants("(")?;
        let mut arguments = vec![self.deeper(Self::single_source)?];
        while self.takes(",") {
            arguments.push(self.deeper(Self::single_source)?);
        }
        self.wants(")")?;
        let count = arguments.len();
        match <[Source; 2]>::try_from(arguments) {
            Ok([first, second]) => Ok((first, second)),
            Err(_) => Err(self.fault(format!(
                "Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {count}"
            ))),
        }
    }
}

fn is_set(value: &Value) -> bool {
    matches!(value, Value::Ss(_) | Value::Ns(_) | Value::Bs(_))
}

/// The type as the faults of updates name it.
fn long_name(value: &Value) -> &'static str {
    match ValueType::of(value) {
        ValueType::S => "STRING",
        ValueType::N => "NUMBER",
        ValueType::B => "BINARY",
        ValueType::Ss | ValueType::Ns | ValueType::Bs => "SET",
        ValueType::Bool => "BOOLEAN",
        ValueType::Null => "NULL",
        ValueType::L => "LIST",
        ValueType::M => "MAP",
    }
}
