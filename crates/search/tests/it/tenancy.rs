//! One tenant's records are not there for another, not even as a number.

use atelier_base::Scope;
use atelier_search::{Document, Error, HybridQuery};

use crate::studio::{Studio, direction, log, tenant};

#[test]
fn others_are_in_no_hit_count_facet_or_score() {
    let studio = Studio::with(&[log("a1", "ultramarine glaze"), log("a2", "cobalt wash")]);
    let query = HybridQuery::new("ultramarine glaze").vector(direction(1));
    let alone = studio.ask(&query);
    let strange = Document {
        kind: "secret".to_owned(),
        materials: vec!["unobtainium".to_owned()],
        vectors: vec![direction(1)],
        ..log("b1", "ultramarine glaze glaze glaze over and over, hidden word zirconia")
    };
    let many: Vec<_> = (0..50).map(|n| Document { id: format!("b{n}"), ..strange.clone() }).collect();
    studio.index.upsert(tenant(2), &many).expect("written");
    studio.index.commit().expect("committed");
    assert_eq!(studio.ask(&query), alone);
    assert_eq!(alone.total, 1);
    // A word that only others have is unknown, and is not offered for a mistyped one either.
    assert_eq!(studio.ids("zirconia"), [""; 0]);
    assert_eq!(studio.ids("zircomia"), [""; 0]);
    assert_eq!(studio.ask(&HybridQuery::new("")).total, 2);
    assert_eq!(studio.index.search(tenant(2), &query).expect("searched").total, 50);
}

#[test]
fn same_id_in_two_tenants_is_two_records() {
    let studio = Studio::with(&[log("a1", "gesso")]);
    studio.index.upsert(tenant(2), &[log("a1", "plaster")]).expect("written");
    studio.index.delete(tenant(3), &["a1".to_owned()]).expect("deleted");
    studio.index.commit().expect("committed");
    assert_eq!(studio.ids("gesso"), ["a1"]);
    studio.index.delete(tenant(2), &["a1".to_owned()]).expect("deleted");
    assert_eq!(studio.ids("gesso"), ["a1"]);
}

#[test]
fn tenant_is_removed_whole() {
    let studio = Studio::with(&[log("a1", "gesso")]);
    studio.index.upsert(tenant(2), &[log("a1", "gesso"), log("a2", "gesso")]).expect("written");
    studio.index.delete_tenant(tenant(2)).expect("deleted");
    let theirs = studio.index.search(tenant(2), &HybridQuery::new("")).expect("searched");
    assert_eq!(theirs.total, 0);
    assert_eq!(studio.crash().ids("gesso"), ["a1"]);
}

#[test]
fn directory_has_no_records() {
    let studio = Studio::new();
    let refused = studio.index.search(Scope::directory(), &HybridQuery::new("gesso"));
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
}
