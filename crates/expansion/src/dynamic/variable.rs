//! `${x=value}`, `${x=!value}`, `${x?=value}`, `${x}` and `${x:default}`.

use super::{Reader, Stop};
use crate::ast::{Get, Node, Sequence, Set};
use crate::scan::{is_name, is_name_part};

impl Reader<'_, '_> {
    /// Whether a variable stands here; otherwise the text is plain.
    pub(super) fn variable(&mut self, nodes: &mut Sequence) -> bool {
        let start = self.scanner.at;
        self.scanner.take("${");
        self.blanks();
        let name = self.scanner.take_while(is_name_part);
        self.blanks();
        let bare = name.trim_start_matches('_');
        if !is_name(bare) {
            return false;
        }
        if self.scanner.take(":") {
            self.blanks();
            let default = self.sequence(Stop::Brace);
            self.close(start);
            let at = self.scanner.place(start, self.scanner.at);
            nodes.push(Node::Get(Get { at, name, default: Some(default) }));
            return true;
        }
        let keep = self.scanner.looks_at("?=");
        if keep {
            self.scanner.next();
        }
        if self.scanner.take("=") {
            let immediate = self.scanner.take("!");
            self.blanks();
            let mut value = self.sequence(Stop::Brace);
            if let Some(Node::Text(last)) = value.last_mut() {
                last.truncate(last.trim_end().len());
            }
            self.close(start);
            let at = self.scanner.place(start, self.scanner.at);
            nodes.push(Node::Set(Set { at, name, value, immediate, keep }));
            return true;
        }
        if !self.scanner.take("}") {
            return false;
        }
        let at = self.scanner.place(start, self.scanner.at);
        nodes.push(Node::Get(Get { at, name, default: None }));
        true
    }
}
