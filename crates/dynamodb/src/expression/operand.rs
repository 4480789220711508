//! Operands of conditions, and the checks of their types.

use atelier_tables::{Operand, Value, ValueType};

use super::lexer::Token;
use super::parser::Parser;
use super::shown;
use crate::fault::Fault;

/// The functions of conditions and updates.
pub(super) const FUNCTIONS: [&str; 8] = [
    "attribute_exists",
    "attribute_not_exists",
    "attribute_type",
    "begins_with",
    "contains",
    "size",
    "if_not_exists",
    "list_append",
];

impl Parser<'_, '_> {
    /// A path, a value, or the size of a path.
    pub(super) fn operand(&mut self) -> Result<Operand, Fault> {
        if let Some(function) = self.function() {
            if function != "size" {
                return Err(self.misused(function));
            }
            self.operator()?;
            let mut arguments = self.arguments(function, 1)?;
            return match arguments.pop() {
                Some(Operand::Path(path)) => Ok(Operand::Size(path)),
                Some(Operand::Value(value)) => Err(self.wrong_type("operator or function", "size", &value)),
                _ => Err(self.misused("size")),
            };
        }
        match self.peek() {
            Some(Token::Value(placeholder)) => {
                self.next();
                self.value(placeholder).map(Operand::Value)
            }
            _ => self.path().map(Operand::Path),
        }
    }

    /// The function whose name comes next, if one does.
    pub(super) fn function(&self) -> Option<&'static str> {
        let (Some(Token::Word(word)), Some(Token::Sign("("))) = (self.peek(), self.peek_second()) else {
            return None;
        };
        // An unknown one is refused when its arguments are read.
        Some(FUNCTIONS.into_iter().find(|known| *known == word).unwrap_or(""))
    }

    /// The arguments of the function that comes next, so many.
    pub(super) fn arguments(&mut self, function: &str, wanted: usize) -> Result<Vec<Operand>, Fault> {
        let name = self.next().map_or("", Token::text);
        if function.is_empty() {
            return Err(self.fault(format!("Invalid function name; function: {name}")));
        }
        self.wants("(")?;
        let mut arguments = vec![self.deeper(Self::operand)?];
        while self.takes(",") {
            arguments.push(self.deeper(Self::operand)?);
        }
        self.wants(")")?;
        if arguments.len() != wanted {
            return Err(self.fault(format!(
                "Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {}",
                arguments.len()
            )));
        }
        Ok(arguments)
    }

    pub(super) fn misused(&self, function: &str) -> Fault {
        let name = self.peek().map_or("", Token::text);
        if function.is_empty() {
            return self.fault(format!("Invalid function name; function: {name}"));
        }
        self.fault(format!(
            "The function is not allowed to be used this way in an expression; function: {function}"
        ))
    }

    /// The value has a type that the operator or function does not take.
    pub(super) fn wrong_type(&self, what: &str, operator: &str, value: &Value) -> Fault {
        let kind = ValueType::of(value).name();
        self.fault(format!(
            "Incorrect operand type for {}; {what}: {operator}, operand type: {kind}",
            "operator or function"
        ))
    }

    /// Two operands of an operator must not be the same path.
    pub(super) fn distinct(&self, operator: &str, first: &Operand, others: &[&Operand]) -> Result<(), Fault> {
        let Operand::Path(path) = first else { return Ok(()) };
        if others.contains(&first) {
            return Err(self.fault(format!(
                "The first operand must be distinct from the remaining operands for this operator or function; operator: {operator}, first operand: {}",
                shown(path)
            )));
        }
        Ok(())
    }
}

/// The types that have an order.
pub(super) fn has_order(value: &Value) -> bool {
    matches!(value, Value::S(_) | Value::N(_) | Value::B(_))
}
