//! What can be read.

use async_graphql::connection::Connection;
use async_graphql::{Context, Object, SimpleObject};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_base::Role;

use crate::permissions::{ManageApiKeys, ReadMembers};
use crate::{ApiKey, Member, State, Tenant, User, api_key, membership, user};

/// The caller, and the tenant that the request acts in.
#[derive(SimpleObject)]
pub(crate) struct Me {
    user: User,
    /// The tenant that this request acts in.
    tenant: Tenant,
    role: Role,
    /// Every tenant the user belongs to, the personal one first.
    memberships: Vec<MembershipView>,
    /// Names of the actions that the role allows here, such as `project.edit`.
    permissions: Vec<&'static str>,
}

/// A tenant the user belongs to.
#[derive(SimpleObject)]
#[graphql(name = "Membership")]
pub(crate) struct MembershipView {
    tenant: Tenant,
    role: Role,
}

/// Every action of every room, from which `me` takes those that the role allows.
#[derive(Clone)]
pub struct AllActions(pub Vec<atelier_base::ActionRow>);

/// Queries of accounts.
#[derive(Default)]
pub struct Query;

#[Object(name = "AccountsQuery")]
impl Query {
    /// Who asks.
    async fn me(&self, ctx: &Context<'_>) -> Result<Me, Problem> {
        let state = ctx.data_unchecked::<State>();
        let caller = caller(ctx)?;
        let actions = ctx.data_unchecked::<AllActions>().0.iter();
        let memberships = membership::of_user(state, caller.user()).await?;
        Ok(Me {
            user: user::me(state, caller).await?,
            tenant: membership::current(state, caller).await?,
            role: caller.role(),
            memberships: memberships
                .into_iter()
                .map(|(tenant, role)| MembershipView { tenant, role })
                .collect(),
            permissions: actions
                .filter(|action| action.roles.contains(&caller.role()))
                .map(|action| action.name)
                .collect(),
        })
    }

    /// Members of the current tenant, in the order they joined.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<Connection<String, Member>, Problem> {
        let grant = caller(ctx)?.may(ReadMembers)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        let members = membership::list(ctx.data_unchecked::<State>(), grant, page).await?;
        Ok(connection(members, follows))
    }

    /// Keys of the current tenant that the caller made, the newest first.
    async fn api_keys(&self, ctx: &Context<'_>) -> Result<Vec<ApiKey>, Problem> {
        let grant = caller(ctx)?.may(ManageApiKeys)?;
        Ok(api_key::list(ctx.data_unchecked::<State>(), grant).await?)
    }
}
