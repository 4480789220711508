//! Products as a table: comma-separated values in UTF-8 with a line of names (RFC 4180).

use crate::product::Product;

const NAMES: [&str; 21] = [
    "id",
    "file",
    "type",
    "mime_type",
    "width",
    "height",
    "duration",
    "bytes",
    "sha256",
    "project_id",
    "order_id",
    "provider",
    "model",
    "prompt",
    "negative_prompt",
    "parameters",
    "liked",
    "rating",
    "tags",
    "notes",
    "created_at",
];

/// The table; each product comes with the name of its file and with its tags.
pub fn table<'a>(rows: impl IntoIterator<Item = (&'a Product, String, Vec<String>)>) -> String {
    let mut table = format!("{}\r\n", NAMES.join(","));
    for (product, file, tags) in rows {
        let cells = cells(product, file, &tags.join(" "));
        let line: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        table.push_str(&line.join(","));
        table.push_str("\r\n");
    }
    table
}

fn cells(product: &Product, file: String, tags: &str) -> [String; NAMES.len()] {
    fn text<T: ToString>(value: Option<&T>) -> String {
        value.map(ToString::to_string).unwrap_or_default()
    }
    [
        product.id.to_string(),
        file,
        product.r#type.name().to_owned(),
        product.mime_type.clone(),
        text(product.width.as_ref()),
        text(product.height.as_ref()),
        text(product.duration.as_ref()),
        product.file_size.to_string(),
        product.file_hash.clone(),
        text(product.project_id.as_ref()),
        text(product.order_id.as_ref()),
        text(product.provider.as_ref()),
        text(product.model.as_ref()),
        product.prompt.clone(),
        product.negative_prompt.clone(),
        product.parameters.to_string(),
        product.liked.to_string(),
        text(product.rating.as_ref()),
        tags.to_owned(),
        product.notes.clone(),
        product.created_at.to_string(),
    ]
}

/// A cell that begins like a formula gets an apostrophe, or opening the table would carry it out.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let safe = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_carry_out_nothing() {
        assert_eq!(quoted("a fox"), "a fox");
        assert_eq!(quoted("a \"red\" fox, running\n"), "\"a \"\"red\"\" fox, running\n\"");
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("-owl, x"), "\"'-owl, x\"");
        assert_eq!(table([]).trim_end().split(',').count(), NAMES.len());
    }
}
