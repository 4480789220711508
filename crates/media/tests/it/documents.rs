use atelier_media::{Error, FileKind, Limits, document};

use crate::files::pdf;

const FIRST: &str = "BT /F 24 Tf 20 150 Td (Harbor Triptych) Tj 0 -30 Td (oil on linen) Tj ET";
const KERNED: &str = "BT /F 12 Tf 20 100 Td [(Co) -20 (ld) -400 (wax)] TJ ET";

#[test]
fn pages_have_their_text_and_the_first_its_picture() {
    let document = document(&pdf(&[FIRST, KERNED]), &Limits::DEFAULT).unwrap();
    assert_eq!(document.texts, ["Harbor Triptych\noil on linen", "Cold wax"]);
    assert_eq!((document.pages, document.cut_short, document.fault), (2, false, None));
    let picture = document.picture.unwrap();
    assert_eq!(picture.long_edge(), 1600);
    let dark = picture.rgb().chunks_exact(3).filter(|pixel| pixel[0] < 100).count();
    assert!(dark > 1000, "the letters were not drawn: {dark} dark pixels");
}

#[test]
fn page_without_end_is_left_and_the_others_are_read() {
    let endless = "0 0 m 9 9 l S ".repeat(3_000);
    let few = Limits { page_steps: 1_000, ..Limits::DEFAULT };
    let document = document(&pdf(&[&endless, FIRST]), &few).unwrap();
    assert_eq!(document.texts, ["", "Harbor Triptych\noil on linen"]);
    assert!(document.cut_short && document.picture.is_none());
}

#[test]
fn text_beyond_the_limits_is_left_out() {
    let few = Limits { pages: 1, characters: 6, ..Limits::DEFAULT };
    let document = document(&pdf(&[FIRST, KERNED]), &few).unwrap();
    assert_eq!((document.texts, document.pages, document.cut_short), (vec!["Harbor".to_owned()], 2, true));
}

#[test]
fn locked_and_broken_documents_say_what_they_are() {
    let locked = b"%PDF-1.4\ntrailer << /Encrypt 5 0 R /Root 1 0 R >>".to_vec();
    assert_eq!(document(&locked, &Limits::DEFAULT).unwrap_err(), Error::Encrypted);
    // As qpdf writes them: one that asks for a password, and one that only forbids to print.
    for file in [include_bytes!("pdf/locked.pdf").as_slice(), include_bytes!("pdf/restricted.pdf")] {
        assert_eq!(document(file, &Limits::DEFAULT).unwrap_err(), Error::Encrypted);
    }
    let spelled = b"%PDF-1.4\ntrailer << /#45ncr#79pt 5 0 R /Root 1 0 R >>";
    assert_eq!(document(spelled, &Limits::DEFAULT).unwrap_err(), Error::Encrypted);
    let broken = document(b"%PDF-1.4\nnothing more", &Limits::DEFAULT).unwrap_err();
    assert!(matches!(broken, Error::Damaged { kind: FileKind::Pdf, .. }), "{broken}");
}

#[test]
fn deep_nesting_does_not_end_the_process() {
    let nested = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let mut file = pdf(&[FIRST]);
    let page = format!("7 0 obj\n{nested}\nendobj\n");
    file.splice(9..9, page.into_bytes());
    // Offsets are wrong now, so the reader has to search for objects. Any answer is fine.
    document(&file, &Limits::DEFAULT).map(|_| ()).unwrap_or_default();
    let nested = format!("{}{} Tj", "[".repeat(200_000), "]".repeat(200_000));
    document(&pdf(&[&nested]), &Limits::DEFAULT).map(|_| ()).unwrap_or_default();
}
