//! The schema in steps. A step that was released is never edited: what changes comes as another one.

use atelier_sql::{Migration, Migrations, Script};

/// Both directions of a step from a folder of `migrations/`.
macro_rules! script {
    ($folder:literal, $number:literal) => {
        Script {
            up: include_str!(concat!("../migrations/", $folder, "/", $number, ".up.sql")),
            down: include_str!(concat!("../migrations/", $folder, "/", $number, ".down.sql")),
        }
    };
}

/// A step that each engine has in words of its own, or that both have in the same.
macro_rules! step {
    ($number:literal, $description:literal) => {
        step!($number, $description, "sqlite", "postgres")
    };
    ($number:literal, $description:literal, $sqlite:literal, $postgres:literal) => {
        Migration {
            version: concat!("factory-", $number),
            description: $description,
            sqlite: script!($sqlite, $number),
            postgres: script!($postgres, $number),
        }
    };
}

/// The factory's part of the database.
pub const SCHEMA: Migrations = Migrations {
    name: "factory",
    steps: &[
        step!("0001", "Tables and indexes"),
        step!("0002", "Counts kept by triggers"),
        step!("0003", "Full-text search and parameters"),
        step!("0004", "Providers, models, settings and lookups of the house", "shared", "shared"),
        step!("0005", "The line by hand, and lanes that stand still"),
        step!("0006", "News of providers"),
        step!("0007", "The gallery by words, tags, likes, stars and models"),
        step!("0008", "Why a lane waits"),
        step!("0009", "The gallery by order, and by words in a project"),
    ],
};
