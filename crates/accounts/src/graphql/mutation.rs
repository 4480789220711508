//! What can be changed.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use atelier_api::Problem;
use atelier_api::graphql::caller;
use atelier_base::{ApiKeyId, Role, UserId};

use crate::permissions::{CreateTenant, EditProfile, ManageApiKeys, ManageMembers};
use crate::{
    ApiKey, Member, NewApiKey, NewOrganisation, ProfilePatch, State, Tenant, User, api_key, membership,
    tenant, user,
};

/// Whom to add to an organisation.
#[derive(InputObject)]
pub(crate) struct NewMember {
    /// Email or username of an account.
    login: String,
    role: Role,
}

/// A key that was just made.
#[derive(SimpleObject)]
pub(crate) struct CreatedApiKey {
    api_key: ApiKey,
    /// The token: `Authorization: Bearer <token>`. It can't be read again.
    token: String,
}

/// Mutations of accounts.
#[derive(Default)]
pub struct Mutation;

#[Object(name = "AccountsMutation")]
impl Mutation {
    /// Makes an organisation that the caller owns.
    async fn create_organisation(
        &self,
        ctx: &Context<'_>,
        input: NewOrganisation,
    ) -> Result<Tenant, Problem> {
        let grant = caller(ctx)?.may(CreateTenant)?;
        Ok(tenant::create_organisation(state(ctx), grant, input).await?)
    }

    /// Adds the account with this email or username to the current organisation.
    async fn add_member(&self, ctx: &Context<'_>, input: NewMember) -> Result<Member, Problem> {
        let grant = caller(ctx)?.may(ManageMembers)?;
        Ok(membership::add(state(ctx), grant, &input.login, input.role).await?)
    }

    /// Gives a member of the current tenant another role.
    async fn set_member_role(&self, ctx: &Context<'_>, user: UserId, role: Role) -> Result<Member, Problem> {
        let grant = caller(ctx)?.may(ManageMembers)?;
        Ok(membership::set_role(state(ctx), grant, user, role).await?)
    }

    /// Takes a member out of the current tenant; returns their id. What they made stays.
    async fn remove_member(&self, ctx: &Context<'_>, user: UserId) -> Result<UserId, Problem> {
        let grant = caller(ctx)?.may(ManageMembers)?;
        Ok(membership::remove(state(ctx), grant, user).await?)
    }

    /// Makes an API key of the caller for the current tenant.
    async fn create_api_key(&self, ctx: &Context<'_>, input: NewApiKey) -> Result<CreatedApiKey, Problem> {
        let caller = caller(ctx)?;
        let grant = caller.may(ManageApiKeys)?;
        let (api_key, token) = api_key::create(state(ctx), caller, grant, input).await?;
        Ok(CreatedApiKey { api_key, token })
    }

    /// Ends an API key of the caller; returns its id.
    async fn revoke_api_key(&self, ctx: &Context<'_>, id: ApiKeyId) -> Result<ApiKeyId, Problem> {
        let grant = caller(ctx)?.may(ManageApiKeys)?;
        Ok(api_key::revoke(state(ctx), grant, id).await?)
    }

    /// Changes the caller's own profile.
    async fn update_profile(&self, ctx: &Context<'_>, patch: ProfilePatch) -> Result<User, Problem> {
        let grant = caller(ctx)?.may(EditProfile)?;
        Ok(user::edit_profile(state(ctx), grant, patch).await?)
    }
}

fn state<'a>(ctx: &Context<'a>) -> &'a State {
    ctx.data_unchecked::<State>()
}
