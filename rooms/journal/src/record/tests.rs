use atelier_base::Randomness;
use serde_json::json;

use super::*;

fn record() -> ArtRecord {
    let now = Timestamp::from_millis(1_000);
    ArtRecord {
        project_id: ProjectId::generate(now, &Randomness::seeded(1)),
        title: "Harbor Triptych".into(),
        medium: "oil".into(),
        status: ArtStatus::Production,
        client: Some("Hafenamt".into()),
        deadline: Some("2026-12-01".parse().expect("a day")),
        budget: Some(Budget { amount: "1200.50".into(), currency: "EUR".into() }),
        hourly_rate: None,
        custom_fields: json!({"width": 3}),
        created_at: now,
        updated_at: now,
        archived_at: None,
        expires_at: None,
        brief: Some(3),
        version: 4,
    }
}

fn patched(patch: ArtRecordPatch) -> Result<ArtRecord, Error> {
    record().patched(patch, &[], Timestamp::from_millis(2_000))
}

#[test]
fn absent_keeps_and_null_resets() {
    let patch = ArtRecordPatch {
        title: Patch::Value(" Harbor ".into()),
        client: Patch::Null,
        status: Patch::Null,
        ..Default::default()
    };
    let after = patched(patch).expect("valid");
    assert_eq!((after.title.as_str(), after.medium.as_str()), ("Harbor", "oil"));
    assert_eq!((after.client, after.status), (None, ArtStatus::Planning));
    assert_eq!(after.brief, Some(3));
}

#[test]
fn every_fault_is_told() {
    let wrong = |amount: &str, currency: &str| {
        Patch::Value(Budget { amount: amount.into(), currency: currency.into() })
    };
    let patch = ArtRecordPatch {
        title: Patch::Value(" ".into()),
        budget: wrong("-3", "euro"),
        hourly_rate: wrong("12.", "EUR"),
        ..Default::default()
    };
    let Err(Error::Invalid(faults)) = patched(patch) else { panic!("must be refused") };
    let paths: Vec<_> = faults.fields.iter().map(|field| field.path.as_str()).collect();
    assert_eq!(paths, ["title", "budget.amount", "budget.currency", "hourlyRate.amount"]);
    let past =
        ArtRecordPatch { expires_at: Patch::Value(Timestamp::from_millis(2_000)), ..Default::default() };
    assert!(matches!(patched(past), Err(Error::Invalid(_))));
}

#[test]
fn what_is_archived_is_not_changed() {
    let away = ArtRecord { archived_at: Some(Timestamp::from_millis(5)), ..record() };
    let refused = away.patched(ArtRecordPatch::default(), &[], Timestamp::from_millis(2_000));
    assert!(matches!(refused, Err(Error::Archived(_))));
}

#[test]
fn an_item_has_the_keys_and_attributes_of_the_specification() {
    let record = record();
    let tenant: TenantId = "usr_01h455vb4pex5vsknk084sn02q".parse().expect("an id");
    let item = item_of(tenant, &record).expect("valid");
    assert_eq!(item["PK"].as_str(), Some("TENANT#usr_01h455vb4pex5vsknk084sn02q"));
    assert_eq!(item["SK"], atelier_tables::Value::from(format!("PROJECT#{}", record.project_id)));
    assert_eq!(item["status"].as_str(), Some("production"));
    assert_eq!(item["searchableText"].as_str(), Some("harbor triptych"));
    let specified =
        ["projectId", "title", "medium", "status", "client", "deadline", "budget", "customFields"];
    assert!(specified.iter().all(|name| item.contains_key(*name)), "{item:?}");
    assert_eq!(from_item::<ArtRecord>(item).expect("reads back"), record);
}

#[test]
fn changes_leave_the_item_that_a_new_one_would_be() {
    let tenant: TenantId = "usr_01h455vb4pex5vsknk084sn02q".parse().expect("an id");
    let before = item_of(tenant, &record()).expect("valid");
    let patch = ArtRecordPatch {
        budget: Patch::Null,
        title: Patch::Value("Quay".into()),
        expires_at: Patch::Value(Timestamp::from_millis(90_000)),
        ..Default::default()
    };
    let next = patched(patch).expect("valid");
    let after = next.changes().expect("valid").applied(before);
    assert_eq!(after, item_of(tenant, &ArtRecord { version: 5, ..next }).expect("valid"));
}
