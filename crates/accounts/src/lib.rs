//! Accounts: who people are, which tenants they belong to, and what proves it.
//!
//! A *user* signs up and gets a personal *tenant*; an *organisation* is a tenant with members, each
//! with a role. A *session* (a browser's cookie) or an *API key* (a program's token) proves who asks;
//! [`Authenticator`] turns it into the [`Caller`](atelier_base::Caller) that everything else starts from.
//! This is the only crate that reads the directory, before anybody is known.
//!
//! Sign-in may take a second step (`two_step.rs`) or go by way of an OpenID Connect issuer (`oidc.rs`).
//! Mail and issuers are called only where they are configured. It knows no rooms.
//! Start with `user.rs`, then `sign_in.rs`.

mod api_key;
mod authenticate;
mod departure;
mod error;
pub mod graphql;
mod mail;
mod membership;
mod oidc;
mod one_time;
mod password;
mod percent;
pub mod permissions;
mod reset;
pub mod rest;
mod session;
mod sign_in;
mod state;
mod tables;
mod tenant;
mod throttle;
mod token;
mod two_step;
mod user;

pub use api_key::{ApiKey, NewApiKey};
pub use authenticate::{Authenticator, Credentials, act_as};
pub use departure::{Departure, attempt_subjects, departure, leave, prove_presence, user_of};
pub use error::{Error, codes};
pub use mail::Mailer;
pub use membership::{Member, Membership, add as add_member, of_user as tenants_of};
pub use oidc::{IssuerSettings, Issuers};
pub use reset::reset_link;
pub use state::{Settings, SignUp, State};
pub use tables::TABLES;
pub use tenant::{NewOrganisation, Tenant, create_organisation_for};
pub use two_step::{TwoStepStatus, reset_two_step};
pub use user::{NewUser, ProfilePatch, User, create as create_user, find_by_login, set_password};

/// This crate's part of the server, as data.
pub const ROOM: atelier_api::Room = atelier_api::Room {
    name: "accounts",
    tables: TABLES,
    actions: permissions::ALL,
    codes: codes::ALL,
    openapi: rest::openapi,
};
