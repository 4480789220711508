use atelier_base::Randomness;

use super::approval::{asked, decided};
use super::*;
use crate::Error;

fn brief(requirements: &[&str], notes: &str) -> Brief {
    let (now, randomness) = (Timestamp::from_millis(1_000), Randomness::seeded(1));
    Brief {
        project_id: ProjectId::generate(now, &randomness),
        version: 1,
        requirements: requirements.iter().map(|line| (*line).to_owned()).collect(),
        deliverables: vec![deliverable("Panel", 3)],
        approvals: Vec::new(),
        notes: notes.to_owned(),
        changelog: vec!["notes changed".into()],
        message: String::new(),
        created_at: now,
        created_by: UserId::generate(now, &randomness),
        restored_from: None,
        lock: 1,
        current: true,
    }
}

fn deliverable(name: &str, quantity: i32) -> Deliverable {
    Deliverable { name: name.into(), quantity, format: String::new(), due: None }
}

#[test]
fn changes_are_told_in_words() {
    let before = brief(&["Three panels", "Blue"], "old");
    let after = BriefInput {
        requirements: vec!["Blue".into(), "Signed".into()],
        deliverables: vec![deliverable("Panel", 2), deliverable("Frame", 1)],
        notes: Some("new".into()),
        message: None,
    };
    let expected = [
        "requirement added: Signed",
        "requirement removed: Three panels",
        "deliverable changed: 3 × Panel → 2 × Panel",
        "deliverable added: 1 × Frame",
        "notes changed",
    ];
    assert_eq!(changelog::changes(Some(&before), &after), expected);
    let first = BriefInput { requirements: vec!["x".repeat(300)], ..BriefInput::default() };
    assert_eq!(changelog::changes(None, &first), [format!("requirement added: {}…", "x".repeat(120))]);
    let turned = BriefInput {
        requirements: vec!["Blue".into(), "Three panels".into()],
        deliverables: before.deliverables.clone(),
        notes: Some("old".into()),
        message: None,
    };
    assert_eq!(changelog::changes(Some(&before), &turned), ["requirements in another order"]);
}

#[test]
fn the_difference_keeps_every_line() {
    let lines = diff::lines(&brief(&["a", "b"], "one\ntwo"), &brief(&["a", "c"], "one\ntwo\nthree"));
    let told: Vec<_> = lines.iter().map(|line| (line.section, line.kind, line.text.as_str())).collect();
    let expected = [
        ("requirements", DiffKind::Same, "a"),
        ("requirements", DiffKind::Removed, "b"),
        ("requirements", DiffKind::Added, "c"),
        ("deliverables", DiffKind::Same, "3 × Panel"),
        ("notes", DiffKind::Same, "one"),
        ("notes", DiffKind::Same, "two"),
        ("notes", DiffKind::Added, "three"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn approvals_go_only_where_they_may() {
    use ApprovalState::{Approved, ChangesRequested, Requested, Withdrawn};
    let at = (Timestamp::from_millis(9), brief(&[], "").created_by);
    let asked = |who: &str| asked(brief(&[], ""), who, Some("please".into()), at.0).expect("valid");
    let decide = |brief: Brief, state| decided(brief, Decision { id: "1".into(), state, note: None }, at);
    for (states, good) in [
        (&[Approved][..], true),
        (&[ChangesRequested, Approved, Withdrawn], true),
        (&[Withdrawn], true),
        (&[Requested], false),
        (&[Approved, ChangesRequested], false),
        (&[Withdrawn, Approved], false),
        (&[ChangesRequested, Requested], false),
    ] {
        let ended = states.iter().try_fold(asked("Ada"), |brief, state| decide(brief, *state));
        assert_eq!(ended.is_ok(), good, "{states:?}");
    }
    let decided_once = decide(asked("Ada"), Approved).expect("valid");
    assert_eq!(decided_once.approvals[0].note, "please");
    assert_eq!(decided_once.approvals[0].decided_by, Some(at.1));
    let twice = super::approval::asked(asked("Ada"), " Ada ", None, at.0);
    assert!(matches!(twice, Err(Error::Invalid(_))));
    let unknown = Decision { id: "7".into(), state: Approved, note: None };
    assert!(matches!(decided(asked("Ada"), unknown, at), Err(Error::NotFound { .. })));
}

#[test]
fn an_item_has_the_key_of_the_specification_and_its_attributes() {
    let brief = Brief { version: 12, ..brief(&["a"], "n") };
    let tenant: TenantId = "usr_01h455vb4pex5vsknk084sn02q".parse().expect("an id");
    let item = brief.item(tenant).expect("valid");
    assert_eq!(item["SK"], format!("PROJECT#{}#BRIEF#v12", brief.project_id).into());
    let specified = ["requirements", "deliverables", "approvals", "version", "changelog"];
    assert!(specified.iter().all(|name| item.contains_key(*name)), "{item:?}");
    let read: Brief = atelier_tables::from_item(item).expect("reads back");
    assert_eq!(Brief { current: true, ..read }, brief);
}

#[test]
fn faults_of_a_brief_are_all_told() {
    let input = BriefInput {
        requirements: vec![" ".into(), "x".repeat(2_001)],
        deliverables: vec![Deliverable { quantity: 0, ..deliverable("", 1) }],
        notes: Some("n".repeat(20_001)),
        message: None,
    };
    let Err(Error::Invalid(faults)) = input.checked() else { panic!("must be refused") };
    let paths: Vec<_> = faults.fields.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["requirements.0", "deliverables.0.name", "deliverables.0.quantity", "notes"]);
}
