use atelier_base::Randomness;

use super::*;

fn inspiration() -> Inspiration {
    let (now, randomness) = (Timestamp::from_millis(1_000), Randomness::seeded(1));
    Inspiration {
        id: InspirationId::generate(now, &randomness),
        r#type: InspirationType::Text,
        title: String::new(),
        text: "fog over the pier".into(),
        source_url: None,
        asset_id: None,
        tags: vec!["fog".into()],
        linked_project_id: None,
        converted_to: None,
        position: -1.5,
        created_at: now,
        created_by: UserId::generate(now, &randomness),
        updated_at: now,
        archived_at: None,
        expires_at: None,
        version: 1,
    }
}

#[test]
fn it_has_the_key_of_the_specification_and_is_found_by_its_words() {
    let tenant: TenantId = "usr_01h455vb4pex5vsknk084sn02q".parse().expect("an id");
    let item = inspiration().item(tenant).expect("valid");
    assert_eq!(item["SK"], format!("INSPIRATION#{}", inspiration().id).into());
    assert_eq!(item["searchableText"].as_str(), Some("fog over the pier"));
    assert_eq!(atelier_tables::from_item::<Inspiration>(item).expect("reads back"), inspiration());
}

#[test]
fn faults_are_all_told() {
    let patch = InspirationPatch {
        text: Patch::Null,
        source_url: Patch::Value("ftp://x".into()),
        tags: Patch::Value(vec![String::new()]),
        position: Patch::Value(f64::NAN),
        ..Default::default()
    };
    let Err(Error::Invalid(faults)) = inspiration().patched(patch, Timestamp::from_millis(2_000)) else {
        panic!("must be refused")
    };
    let paths: Vec<_> = faults.fields.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["text", "sourceUrl", "tags", "position"]);
    let picture = Inspiration { r#type: InspirationType::Image, ..inspiration() };
    assert!(matches!(picture.checked(), Err(Error::Invalid(_))));
}
