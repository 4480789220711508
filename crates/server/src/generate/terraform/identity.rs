//! The module of sign-in with Cognito: a pool of users, the server as its client, and an identity pool.

use super::{Hcl, output, shared_variables, tags, variable};

/// The outputs, and what they are.
pub(super) const OUTPUTS: &[(&str, &str, &str)] = &[
    ("cognito_user_pool_id", "The pool of users", "aws_cognito_user_pool.users.id"),
    ("cognito_client_id", "oidc.cognito.client_id of the server", "aws_cognito_user_pool_client.server.id"),
    ("cognito_identity_pool_id", "The identity pool", "aws_cognito_identity_pool.users.id"),
    (
        "cognito_issuer",
        "oidc.cognito.issuer of the server",
        "\"https://${aws_cognito_user_pool.users.endpoint}\"",
    ),
];

pub(super) fn module() -> [Hcl; 3] {
    let mut main = Hcl::file();
    write_user_pool(&mut main);
    write_identity_pool(&mut main);
    let mut variables = shared_variables();
    let public = "The address that people type, as server.public_url";
    variable(&mut variables, "public_url", "string", None, public);
    let domain = "The prefix of Cognito's own sign-in page; unique in the region";
    variable(&mut variables, "domain_prefix", "string", None, domain);
    variable(
        &mut variables,
        "deletion_protection",
        "bool",
        Some("true"),
        "Whether the pool can't be deleted",
    );
    let mut outputs = Hcl::file();
    for (name, description, value) in OUTPUTS {
        output(&mut outputs, name, description, value);
    }
    [main, variables, outputs]
}

fn write_user_pool(file: &mut Hcl) {
    file.block("resource \"aws_cognito_user_pool\" \"users\"", |block| {
        block.text("name", "atelier-${var.environment}");
        block.set("deletion_protection", "var.deletion_protection ? \"ACTIVE\" : \"INACTIVE\"");
        block.text("mfa_configuration", "OPTIONAL");
        block.set("username_attributes", "[\"email\"]");
        block.set("auto_verified_attributes", "[\"email\"]");
        tags(block, "\"atelier-${var.environment}\"");
        block.block("software_token_mfa_configuration", |block| block.set("enabled", "true"));
        block.block("password_policy", |policy| {
            policy.set("minimum_length", "12");
            policy.set("temporary_password_validity_days", "7");
        });
        block.block("account_recovery_setting", |block| {
            block.block("recovery_mechanism", |block| {
                block.text("name", "verified_email");
                block.set("priority", "1");
            });
        });
    });
    file.block("resource \"aws_cognito_user_pool_domain\" \"users\"", |block| {
        block.set("domain", "var.domain_prefix");
        block.set("user_pool_id", "aws_cognito_user_pool.users.id");
    });
    file.block("resource \"aws_cognito_user_pool_client\" \"server\"", |block| {
        block.text("name", "atelier-${var.environment}");
        block.set("user_pool_id", "aws_cognito_user_pool.users.id");
        block.set("generate_secret", "true");
        block.set("allowed_oauth_flows_user_pool_client", "true");
        block.set("allowed_oauth_flows", "[\"code\"]");
        block.set("allowed_oauth_scopes", "[\"openid\", \"email\", \"profile\"]");
        block.set("supported_identity_providers", "[\"COGNITO\"]");
        block.set("callback_urls", "[\"${var.public_url}/api/v1/accounts/oidc/cognito/callback\"]");
        block.set("logout_urls", "[var.public_url]");
        block.text("prevent_user_existence_errors", "ENABLED");
    });
}

fn write_identity_pool(file: &mut Hcl) {
    file.block("resource \"aws_cognito_identity_pool\" \"users\"", |block| {
        block.text("identity_pool_name", "atelier-${var.environment}");
        block.set("allow_unauthenticated_identities", "false");
        block.set("tags", "var.tags");
        block.block("cognito_identity_providers", |block| {
            block.set("client_id", "aws_cognito_user_pool_client.server.id");
            block.set("provider_name", "aws_cognito_user_pool.users.endpoint");
            block.set("server_side_token_check", "true");
        });
    });
    file.block("data \"aws_iam_policy_document\" \"assume\"", |document| {
        document.block("statement", |statement| {
            statement.set("actions", "[\"sts:AssumeRoleWithWebIdentity\"]");
            statement.block("principals", |block| {
                block.text("type", "Federated");
                block.set("identifiers", "[\"cognito-identity.amazonaws.com\"]");
            });
            for (test, name, value) in [
                ("StringEquals", "aud", "aws_cognito_identity_pool.users.id"),
                ("ForAnyValue:StringLike", "amr", "\"authenticated\""),
            ] {
                statement.block("condition", |block| {
                    block.text("test", test);
                    block.text("variable", &format!("cognito-identity.amazonaws.com:{name}"));
                    block.set("values", format!("[{value}]"));
                });
            }
        });
    });
    file.block("resource \"aws_iam_role\" \"users\"", |block| {
        block.comment("It has no policy: people reach data through the server, which knows their tenants.");
        block.text("name", "atelier-users-${var.environment}");
        block.set("assume_role_policy", "data.aws_iam_policy_document.assume.json");
        tags(block, "\"atelier-users-${var.environment}\"");
    });
    file.block("resource \"aws_cognito_identity_pool_roles_attachment\" \"users\"", |block| {
        block.set("identity_pool_id", "aws_cognito_identity_pool.users.id");
        block.set("roles", "{ authenticated = aws_iam_role.users.arn }");
    });
}
