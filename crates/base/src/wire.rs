//! The value types on the wire: GraphQL scalars and inputs, OpenAPI schemas.

use std::borrow::Cow;

use async_graphql::{InputType, InputValueError, InputValueResult, Value, registry};

use crate::{
    ActorId, ApiKeyId, AssetId, AuditEntryId, CollectionId, Date, ErasureId, InspirationId, JobId, LogId,
    LookupId, MilestoneId, ModelId, OrderId, OrderItemId, OrderTemplateId, OrganisationId, Patch, ProductId,
    ProjectId, RecordingId, TagId, TenantId, Timestamp, UserId,
};

macro_rules! scalars {
    ($($type:ident $name:literal: $description:literal, $example:literal;)*) => {
        $(
            async_graphql::scalar!($type, $name, $description);

            impl utoipa::PartialSchema for $type {
                fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                    utoipa::openapi::ObjectBuilder::new()
                        .schema_type(utoipa::openapi::schema::Type::String)
                        .description(Some($description))
                        .examples([$example])
                        .into()
                }
            }

            impl utoipa::ToSchema for $type {
                fn name() -> Cow<'static, str> {
                    Cow::Borrowed($name)
                }
            }
        )*
    };
}

scalars! {
    ActorId "ActorId": "Who acted, in the audit trail of one tenant: `act_…`.", "act_01h455vb4pex5vsknk084sn02q";
    AssetId "AssetId": "Id of an asset of the journal: `asset_…`.", "asset_01h455vb4pex5vsknk084sn02q";
    AuditEntryId "AuditEntryId": "Id of an entry of the audit trail: `aud_…`.", "aud_01h455vb4pex5vsknk084sn02q";
    CollectionId "CollectionId": "Id of a collection of products: `coll_…`.", "coll_01h455vb4pex5vsknk084sn02q";
    Date "Date": "A day: `2026-11-21`.", "2026-11-21";
    ErasureId "ErasureId": "Id of the erasure of a user's data: `era_…`.", "era_01h455vb4pex5vsknk084sn02q";
    ApiKeyId "ApiKeyId": "Id of an API key: `key_…`.", "key_01h455vb4pex5vsknk084sn02q";
    InspirationId "InspirationId": "Id of an inspiration: `insp_…`.", "insp_01h455vb4pex5vsknk084sn02q";
    JobId "JobId": "Id of a job: `job_…`.", "job_01h455vb4pex5vsknk084sn02q";
    LogId "LogId": "Id of a log of the journal: `log_…`.", "log_01h455vb4pex5vsknk084sn02q";
    LookupId "LookupId": "Id of a lookup: `lkp_…`.", "lkp_01h455vb4pex5vsknk084sn02q";
    MilestoneId "MilestoneId": "Id of a milestone: `ms_…`.", "ms_01h455vb4pex5vsknk084sn02q";
    ModelId "ModelId": "Id of a model that a provider offers: `mdl_…`.", "mdl_01h455vb4pex5vsknk084sn02q";
    OrderId "OrderId": "Id of an order: `ord_…`.", "ord_01h455vb4pex5vsknk084sn02q";
    OrderItemId "OrderItemId": "Id of an item of an order: `item_…`.", "item_01h455vb4pex5vsknk084sn02q";
    OrderTemplateId "OrderTemplateId": "Id of a template of orders: `tmpl_…`.", "tmpl_01h455vb4pex5vsknk084sn02q";
    OrganisationId "OrganisationId": "Id of an organisation: `org_…`.", "org_01h455vb4pex5vsknk084sn02q";
    ProductId "ProductId": "Id of a product of the factory: `prod_…`.", "prod_01h455vb4pex5vsknk084sn02q";
    ProjectId "ProjectId": "Id of a project: `proj_…`.", "proj_01h455vb4pex5vsknk084sn02q";
    RecordingId "RecordingId": "Id of a recording: `rec_…`.", "rec_01h455vb4pex5vsknk084sn02q";
    TagId "TagId": "Id of a tag: `tag_…`.", "tag_01h455vb4pex5vsknk084sn02q";
    TenantId "TenantId": "Id of a tenant: a user's `usr_…` or an organisation's `org_…`.", "usr_01h455vb4pex5vsknk084sn02q";
    Timestamp "Timestamp": "RFC 3339 in UTC with milliseconds: `2026-11-21T09:30:00.000Z`.", "2026-11-21T09:30:00.000Z";
    UserId "UserId": "Id of a user: `usr_…`.", "usr_01h455vb4pex5vsknk084sn02q";
}

impl<T: InputType> InputType for Patch<T> {
    type RawValueType = T::RawValueType;

    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn qualified_type_name() -> String {
        // Nullable: absent and null are both allowed.
        T::type_name().to_string()
    }

    fn create_type_info(registry: &mut registry::Registry) -> String {
        T::create_type_info(registry);
        T::type_name().to_string()
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        match value {
            None => Ok(Self::Absent),
            Some(Value::Null) => Ok(Self::Null),
            Some(value) => T::parse(Some(value)).map(Self::Value).map_err(InputValueError::propagate),
        }
    }

    fn to_value(&self) -> Value {
        match self {
            Self::Value(value) => value.to_value(),
            Self::Absent | Self::Null => Value::Null,
        }
    }

    fn as_raw_value(&self) -> Option<&Self::RawValueType> {
        match self {
            Self::Value(value) => value.as_raw_value(),
            Self::Absent | Self::Null => None,
        }
    }
}
