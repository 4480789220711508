use atelier_base::Randomness;

use super::*;

fn project() -> Project {
    let now = Timestamp::from_millis(1_000);
    let randomness = Randomness::seeded(1);
    let owner_id = UserId::generate(now, &randomness);
    Project {
        id: ProjectId::generate(now, &randomness),
        name: "Harbor Triptych".into(),
        description: "Three panels".into(),
        r#type: "painting".into(),
        owner_id,
        tenant_id: TenantId::Personal(owner_id),
        settings: serde_json::json!({"unit": "cm"}),
        created_at: now,
        updated_at: now,
        archived_at: None,
        version: 3,
    }
}

fn patched(patch: ProjectPatch) -> Result<Project, Error> {
    project().patched(patch, Timestamp::from_millis(2_000))
}

#[test]
fn absent_fields_keep_their_value() {
    let after = patched(ProjectPatch { name: Patch::Value(" Harbor ".into()), ..Default::default() });
    let after = after.expect("valid");
    assert_eq!((after.name.as_str(), after.description.as_str()), ("Harbor", "Three panels"));
    assert_eq!(after.updated_at, Timestamp::from_millis(2_000));
    assert_eq!(after.created_at, Timestamp::from_millis(1_000));
}

#[test]
fn null_resets_to_the_default() {
    let patch = ProjectPatch { description: Patch::Null, settings: Patch::Null, ..Default::default() };
    let after = patched(patch).expect("valid");
    assert_eq!((after.description.as_str(), after.settings), ("", serde_json::json!({})));
}

#[test]
fn a_name_is_required_and_every_fault_is_told() {
    let patch = ProjectPatch {
        name: Patch::Null,
        r#type: Patch::Value("x".repeat(41)),
        settings: Patch::Value(serde_json::json!([])),
        ..Default::default()
    };
    let Err(Error::Invalid(faults)) = patched(patch) else { panic!("must be refused") };
    let paths: Vec<_> = faults.fields.iter().map(|field| field.path.as_str()).collect();
    assert_eq!(paths, ["name", "type", "settings"]);
}

#[test]
fn an_archived_project_cannot_be_edited() {
    let archived = Project { archived_at: Some(Timestamp::from_millis(1_500)), ..project() };
    let refused = archived.patched(ProjectPatch::default(), Timestamp::from_millis(2_000));
    assert!(matches!(refused, Err(Error::Archived(_))));
}

#[test]
fn an_item_has_the_attributes_of_the_specification() {
    let item = to_item(&project()).expect("valid");
    let names: Vec<_> = item.keys().map(String::as_str).collect();
    let specified = [
        "created_at",
        "description",
        "name",
        "owner_id",
        "project_id",
        "settings",
        "tenant_id",
        "type",
        "updated_at",
        "version",
    ];
    assert_eq!(names, specified);
    assert_eq!(Project::read(item).expect("reads back"), project());
}
