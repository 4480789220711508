use atelier_base::Randomness;

use super::*;

fn milestone() -> Milestone {
    let (now, randomness) = (Timestamp::from_millis(1_000), Randomness::seeded(1));
    Milestone {
        id: MilestoneId::generate(now, &randomness),
        project_id: ProjectId::generate(now, &randomness),
        name: "Underpainting".into(),
        due: None,
        criteria: vec![Criterion { text: "dry".into(), met: false }],
        status: MilestoneStatus::Pending,
        completed_at: None,
        position: 0,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

fn become_(one: Milestone, status: MilestoneStatus, millis: i64) -> Milestone {
    let patch = MilestonePatch { status: Patch::Value(status), ..Default::default() };
    one.patched(patch, Timestamp::from_millis(millis)).expect("valid")
}

#[test]
fn it_remembers_when_it_was_reached_until_it_is_not() {
    let reached = become_(milestone(), MilestoneStatus::Complete, 2_000);
    assert_eq!(reached.completed_at, Some(Timestamp::from_millis(2_000)));
    let later = become_(reached.clone(), MilestoneStatus::Complete, 3_000);
    assert_eq!((later.completed_at, later.version), (reached.completed_at, 3));
    assert_eq!(become_(later, MilestoneStatus::InProgress, 4_000).completed_at, None);
}

#[test]
fn faults_are_all_told() {
    let patch = MilestonePatch {
        name: Patch::Null,
        criteria: Patch::Value(vec![Criterion { text: String::new(), met: true }]),
        ..Default::default()
    };
    let refused = milestone().patched(patch, Timestamp::from_millis(2_000));
    let Err(Error::Invalid(faults)) = refused else { panic!("must be refused") };
    let paths: Vec<_> = faults.fields.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["name", "criteria.0.text"]);
}

#[test]
fn an_item_has_the_key_and_attributes_of_the_specification() {
    let milestone = become_(milestone(), MilestoneStatus::InProgress, 2_000);
    let tenant: TenantId = "usr_01h455vb4pex5vsknk084sn02q".parse().expect("an id");
    let item = milestone.item(tenant).expect("valid");
    let sort = format!("PROJECT#{}#MILESTONE#{}", milestone.project_id, milestone.id);
    assert_eq!(item["SK"], sort.into());
    assert_eq!(item["status"].as_str(), Some("in_progress"));
    assert_eq!(from_item::<Milestone>(item).expect("reads back"), milestone);
}
