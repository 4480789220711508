//! Conditions: comparisons, functions, and, or, not.

use atelier_tables::{Comparison, Cond, Operand, Path, Value, ValueType};

use super::lexer::Token;
use super::operand::has_order;
use super::parser::Parser;
use crate::fault::Fault;

/// The most operands of `IN`.
const MAX_IN: usize = 100;

/// A condition, and whether brackets are around the whole of it.
struct Term {
    condition: Cond,
    bracketed: bool,
}

impl Parser<'_, '_> {
    /// A whole condition.
    pub(super) fn condition(&mut self) -> Result<Cond, Fault> {
        self.alternatives().map(|term| term.condition)
    }

    fn alternatives(&mut self) -> Result<Term, Fault> {
        let first = self.conjunction()?;
        if !self.at_word("OR") {
            return Ok(first);
        }
        let mut any = vec![first.condition];
        while self.takes_word("OR") {
            self.operator()?;
            any.push(self.conjunction()?.condition);
        }
        Ok(Term { condition: Cond::Or(any), bracketed: false })
    }

    fn conjunction(&mut self) -> Result<Term, Fault> {
        let first = self.term()?;
        if !self.at_word("AND") {
            return Ok(first);
        }
        let mut all = vec![first.condition];
        while self.takes_word("AND") {
            self.operator()?;
            all.push(self.term()?.condition);
        }
        Ok(Term { condition: Cond::And(all), bracketed: false })
    }

    fn at_word(&self, keyword: &str) -> bool {
        matches!(self.peek(), Some(Token::Word(word)) if word.eq_ignore_ascii_case(keyword))
    }

    fn term(&mut self) -> Result<Term, Fault> {
        if self.takes_word("NOT") {
            self.operator()?;
            let term = self.deeper(Self::term)?;
            return Ok(Term { condition: term.condition.negated(), bracketed: false });
        }
        if self.takes("(") {
            let inner = self.deeper(Self::alternatives)?;
            self.wants(")")?;
            if inner.bracketed {
                return Err(self.fault("The expression has redundant parentheses;"));
            }
            return Ok(Term { condition: inner.condition, bracketed: true });
        }
        let condition = match self.function() {
            Some("size") | None => self.comparison()?,
            Some(function) => self.test(function)?,
        };
        Ok(Term { condition, bracketed: false })
    }

    /// A function that is a condition by itself.
    fn test(&mut self, function: &'static str) -> Result<Cond, Fault> {
        let wanted = match function {
            "attribute_exists" | "attribute_not_exists" => 1,
            "attribute_type" | "begins_with" | "contains" => 2,
            _ => return Err(self.misused(function)),
        };
        self.operator()?;
        let mut arguments = self.arguments(function, wanted)?.into_iter();
        let (Some(first), second) = (arguments.next(), arguments.next()) else {
            return Err(self.unexpected());
        };
        Ok(match (function, second) {
            ("attribute_exists", _) => Cond::Exists(self.only_path(function, first)?),
            ("attribute_not_exists", _) => Cond::Missing(self.only_path(function, first)?),
            ("attribute_type", Some(second)) => {
                let path = self.only_path(function, first)?;
                Cond::HasType(path, self.named_type(&second)?)
            }
            ("begins_with", Some(second)) => {
                for operand in [&first, &second] {
                    self.of_type(function, operand, |value| matches!(value, Value::S(_) | Value::B(_)))?;
                }
                self.distinct(function, &first, &[&second])?;
                Cond::BeginsWith(first, second)
            }
            (_, Some(second)) => {
                self.distinct(function, &first, &[&second])?;
                Cond::Contains(first, second)
            }
            (_, None) => return Err(self.unexpected()),
        })
    }

    /// A comparison, `BETWEEN` or `IN`.
    fn comparison(&mut self) -> Result<Cond, Fault> {
        let first = self.operand()?;
        self.operator()?;
        if self.takes_word("BETWEEN") {
            let low = self.operand()?;
            if !self.takes_word("AND") {
                return Err(self.unexpected());
            }
            let high = self.operand()?;
            return self.between(first, low, high);
        }
        if self.takes_word("IN") {
            return self.one_of(first);
        }
        let comparison = match self.peek() {
            Some(Token::Sign("=")) => Comparison::Eq,
            Some(Token::Sign("<>")) => Comparison::Ne,
            Some(Token::Sign("<")) => Comparison::Lt,
            Some(Token::Sign("<=")) => Comparison::Le,
            Some(Token::Sign(">")) => Comparison::Gt,
            Some(Token::Sign(">=")) => Comparison::Ge,
            _ => return Err(self.unexpected()),
        };
        let sign = self.next().map_or("", Token::text);
        let second = self.operand()?;
        if !matches!(comparison, Comparison::Eq | Comparison::Ne) {
            for operand in [&first, &second] {
                self.of_type_for("operator", sign, operand, has_order)?;
            }
        }
        self.distinct(sign, &first, &[&second])?;
        Ok(Cond::Compare(first, comparison, second))
    }

    fn between(&mut self, value: Operand, low: Operand, high: Operand) -> Result<Cond, Fault> {
        for operand in [&value, &low, &high] {
            self.of_type_for("operator", "BETWEEN", operand, has_order)?;
        }
        if let (Operand::Value(low), Operand::Value(high)) = (&low, &high) {
            if ValueType::of(low) != ValueType::of(high) {
                return Err(self.fault(format!(
                    "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {}, upper bound operand: AttributeValue: {}",
                    shown(low),
                    shown(high)
                )));
            }
            let above =
                Cond::Compare(Operand::Value(low.clone()), Comparison::Gt, Operand::Value(high.clone()));
            if above.holds(None) {
                return Err(self.fault(format!(
                    "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {}, upper bound operand: AttributeValue: {}",
                    shown(low),
                    shown(high)
                )));
            }
        }
        self.distinct("BETWEEN", &value, &[&low, &high])?;
        Ok(Cond::Between(value, low, high))
    }

    fn one_of(&mut self, value: Operand) -> Result<Cond, Fault> {
        self.wants("(")?;
        let mut others = vec![self.operand()?];
        while self.takes(",") {
            others.push(self.operand()?);
        }
        self.wants(")")?;
        if others.len() > MAX_IN {
            let count = others.len() + 1;
            return Err(self.fault(format!(
                "Incorrect number of operands for operator or function; operator or function: IN, number of operands: {count}"
            )));
        }
        Ok(Cond::In(value, others))
    }

    fn only_path(&self, function: &str, operand: Operand) -> Result<Path, Fault> {
        match operand {
            Operand::Path(path) => Ok(path),
            Operand::Value(_) | Operand::Size(_) => Err(self.fault(format!(
                "Operator or function requires a document path; operator or function: {function}"
            ))),
        }
    }

    fn of_type(&self, function: &str, operand: &Operand, fits: fn(&Value) -> bool) -> Result<(), Fault> {
        self.of_type_for("operator or function", function, operand, fits)
    }

    fn of_type_for(
        &self,
        what: &str,
        operator: &str,
        operand: &Operand,
        fits: fn(&Value) -> bool,
    ) -> Result<(), Fault> {
        match operand {
            Operand::Value(value) if !fits(value) => Err(self.wrong_type(what, operator, value)),
            _ => Ok(()),
        }
    }

    fn named_type(&self, operand: &Operand) -> Result<ValueType, Fault> {
        match operand {
            Operand::Value(Value::S(name)) => ValueType::named(name).ok_or_else(|| {
                self.fault(format!(
                    "Invalid attribute type name found; type: {name}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}"
                ))
            }),
            Operand::Value(value) => Err(self.wrong_type("operator or function", "attribute_type", value)),
            Operand::Path(_) | Operand::Size(_) => {
                Err(self.misused("attribute_type"))
            }
        }
    }
}

/// A value with an order, as error texts show it.
fn shown(value: &Value) -> String {
    match value {
        Value::S(text) => format!("{{S:{text}}}"),
        Value::N(value) => format!("{{N:{value}}}"),
        other => format!("{{{}}}", ValueType::of(other).name()),
    }
}
