//! Accounts: who people are, which tenants they belong to, and what proves it.
//!
//! A *user* signs up and gets a personal *tenant*; an *organisation* is a tenant with members, each
//! with a role. A *session* (a browser's cookie) or an *API key* (a program's token) proves who asks;
//! [`Authenticator`] turns it into the [`Caller`](atelier_base::Caller) that everything else starts from.
//! This is the only crate that reads the directory, before anybody is known.
//!
//! It sends no mail and knows no rooms. Start with `user.rs`, then `sign_in.rs`.

mod api_key;
mod authenticate;
mod error;
pub mod graphql;
mod membership;
mod password;
pub mod permissions;
pub mod rest;
mod session;
mod sign_in;
mod state;
mod tables;
mod tenant;
mod throttle;
mod token;
mod user;

pub use api_key::{ApiKey, NewApiKey};
pub use authenticate::{Authenticator, Credentials, act_as};
pub use error::{Error, codes};
pub use membership::{Member, Membership, add as add_member, of_user as tenants_of};
pub use state::{Settings, SignUp, State};
pub use tables::TABLES;
pub use tenant::{NewOrganisation, Tenant, create_organisation_for};
pub use user::{NewUser, ProfilePatch, User, create as create_user, find_by_login, set_password};

/// This crate's part of the server, as data.
pub const ROOM: atelier_api::Room = atelier_api::Room {
    name: "accounts",
    tables: TABLES,
    actions: permissions::ALL,
    codes: codes::ALL,
    openapi: rest::openapi,
};
