//! Who may import whom: one small table, deny by default.

use cargo_metadata::{DependencyKind, Metadata, Package};

use super::Violation;
use super::source::Sources;

const RULE: &str = "layers";

/// A crate by its folder's name.
struct Layer {
    name: &'static str,
    /// Own crates that it may build on.
    normal: &'static [&'static str],
    /// Own crates that its tests may use as well.
    dev: &'static [&'static str],
}

const fn layer(name: &'static str, normal: &'static [&'static str], dev: &'static [&'static str]) -> Layer {
    Layer { name, normal, dev }
}

/// The architecture. A new line here is a decision: see ARCHITECTURE.md.
const LAYERS: &[Layer] = &[
    layer("base", &[], &[]),
    layer("analytics", &["base", "blobs"], &[]),
    layer("peers", &[], &[]),
    layer("tables", &["base"], &["peers", "tables"]),
    layer("blobs", &["base"], &["blobs", "peers"]),
    layer("credentials", &["base", "media"], &["peers"]),
    layer("dynamodb", &["base", "tables"], &["peers"]),
    layer("expansion", &["base"], &[]),
    layer("extraction", &["base"], &[]),
    layer("jobs", &["base", "observe", "tables"], &["peers"]),
    layer("intelligence", &["base", "observe"], &["extraction", "media"]),
    layer("media", &["base"], &[]),
    layer("observe", &["base"], &[]),
    layer("providers", &["base"], &[]),
    layer("search", &["base"], &["extraction", "intelligence", "peers"]),
    layer("secrets", &["base"], &["peers"]),
    layer("sql", &["base"], &["sql"]),
    layer("audit", &["base", "observe", "tables"], &[]),
    layer("api", &["base", "observe", "tables"], &[]),
    layer("accounts", &["api", "audit", "base", "secrets", "tables"], &["server", "testkit"]),
    layer("projects", &["api", "audit", "base", "jobs", "tables"], &["testkit"]),
    layer(
        "server",
        &[
            "accounts",
            "analytics",
            "api",
            "audit",
            "base",
            "blobs",
            "credentials",
            "dynamodb",
            "expansion",
            "extraction",
            "factory",
            "guard",
            "intelligence",
            "jobs",
            "journal",
            "lab",
            "media",
            "observe",
            "projects",
            "providers",
            "search",
            "secrets",
            "sql",
            "tables",
            "workbench",
        ],
        &["testkit"],
    ),
    layer(
        "factory",
        &[
            "api",
            "audit",
            "base",
            "blobs",
            "credentials",
            "expansion",
            "jobs",
            "media",
            "observe",
            "projects",
            "providers",
            "secrets",
            "sql",
            "tables",
        ],
        &["peers", "server", "sql", "testkit"],
    ),
    layer("guard", &["api", "tables"], &[]),
    layer(
        "journal",
        &[
            "analytics",
            "api",
            "audit",
            "base",
            "blobs",
            "extraction",
            "intelligence",
            "jobs",
            "media",
            "observe",
            "projects",
            "search",
            "tables",
        ],
        &["peers", "server", "testkit"],
    ),
    layer("lab", &["api", "tables"], &[]),
    layer("workbench", &["api", "tables"], &[]),
    layer(
        "cli",
        &["accounts", "base", "secrets", "server", "sql", "tables"],
        &["blobs", "factory", "media", "peers", "projects", "testkit"],
    ),
    layer("testkit", &["accounts", "api", "base", "projects", "server", "tables"], &[]),
    layer("xtask", &[], &[]),
];

/// Dependencies so heavy, or so easily spread, that only these crates may name them.
const HEAVY: &[(&str, &[&str])] = &[
    ("argon2", &["accounts"]),
    ("async-nats", &["jobs"]),
    ("chacha20poly1305", &["secrets"]),
    ("clap", &["cli", "xtask"]),
    ("datafusion", &["analytics"]),
    ("figment", &["server"]),
    ("hayro", &["media"]),
    ("image", &["media"]),
    ("include_dir", &["server"]),
    ("lettre", &["accounts"]),
    ("metrics", &["observe"]),
    ("metrics-exporter-prometheus", &["observe"]),
    ("object_store", &["blobs"]),
    ("ort", &["intelligence"]),
    ("rusqlite", &["tables"]),
    ("sqlx", &["sql"]),
    ("tantivy", &["search"]),
    ("tracing-subscriber", &["observe"]),
    ("zip", &["xtask"]),
];

/// A manifest, as far as this rule reads it.
#[derive(Debug)]
struct Manifest {
    /// From the top of the repository.
    path: String,
    /// `crates`, `rooms`, or empty for a folder at the top.
    family: String,
    folder: String,
    package: String,
    dependencies: Vec<Dependency>,
}

#[derive(Debug)]
struct Dependency {
    package: String,
    dev: bool,
}

pub(super) fn check(sources: &Sources) -> Vec<Violation> {
    check_manifests(&manifests(&sources.metadata))
}

fn manifests(metadata: &Metadata) -> Vec<Manifest> {
    metadata.workspace_packages().into_iter().map(|package| manifest(metadata, package)).collect()
}

fn manifest(metadata: &Metadata, package: &Package) -> Manifest {
    let path = package.manifest_path.strip_prefix(&metadata.workspace_root).unwrap_or(&package.manifest_path);
    let mut folders = path.as_str().rsplit('/').skip(1);
    let folder = folders.next().unwrap_or_default().to_owned();
    let family = folders.next().unwrap_or_default().to_owned();
    let dependency = |dependency: &cargo_metadata::Dependency| Dependency {
        package: dependency.name.clone(),
        dev: dependency.kind == DependencyKind::Development,
    };
    Manifest {
        path: path.to_string(),
        family,
        folder,
        package: package.name.to_string(),
        dependencies: package.dependencies.iter().map(dependency).collect(),
    }
}

fn check_manifests(manifests: &[Manifest]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for manifest in manifests {
        let mut complain = |advice: String| violations.push(Violation::new(&manifest.path, 1, RULE, advice));
        let wanted = package_name(&manifest.folder);
        if manifest.package != wanted {
            complain(format!("package `{}` must be named `{wanted}` after its folder", manifest.package));
        }
        let Some(layer) = LAYERS.iter().find(|layer| layer.name == manifest.folder) else {
            complain(format!("give `{}` its line in the table of xtask/src/tidy/layers.rs", manifest.folder));
            continue;
        };
        for dependency in &manifest.dependencies {
            if let Some(advice) = refusal(layer, manifest, dependency, manifests) {
                complain(advice);
            }
        }
    }
    violations
}

fn refusal(layer: &Layer, manifest: &Manifest, dependency: &Dependency, all: &[Manifest]) -> Option<String> {
    let name = &dependency.package;
    if let Some((_, allowed)) = HEAVY.iter().find(|(heavy, _)| heavy == name) {
        let refused = !allowed.contains(&layer.name);
        return refused
            .then(|| format!("only {} may depend on `{name}`: use what it offers", allowed.join(" and ")));
    }
    let target = all.iter().find(|other| other.package == *name)?;
    if manifest.family == "rooms" && target.family == "rooms" {
        return Some(format!("rooms never import rooms: meet `{}` by id, event or tool", target.folder));
    }
    let folder = target.folder.as_str();
    let allowed = layer.normal.contains(&folder) || (dependency.dev && layer.dev.contains(&folder));
    let kind = if dependency.dev { "dev-dependency" } else { "dependency" };
    (!allowed)
        .then(|| format!("`{}` may not have the {kind} `{folder}`: see xtask/src/tidy/layers.rs", layer.name))
}

/// One mechanical rule, with the product itself and this workshop as exceptions.
fn package_name(folder: &str) -> String {
    match folder {
        "cli" => "atelier".to_owned(),
        "xtask" => "xtask".to_owned(),
        _ => format!("atelier-{folder}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(family: &str, folder: &str, dependencies: &[(&str, bool)]) -> Manifest {
        let dependency =
            |(package, dev): &(&str, bool)| Dependency { package: (*package).to_owned(), dev: *dev };
        Manifest {
            path: format!("{family}/{folder}/Cargo.toml"),
            family: family.to_owned(),
            folder: folder.to_owned(),
            package: package_name(folder),
            dependencies: dependencies.iter().map(dependency).collect(),
        }
    }

    fn advice(manifests: &[Manifest]) -> Vec<String> {
        check_manifests(manifests).into_iter().map(|violation| violation.advice).collect()
    }

    #[test]
    fn listed_dependencies_pass() {
        let base = manifest("crates", "base", &[("serde", false)]);
        let tables = manifest("crates", "tables", &[("atelier-base", false), ("rusqlite", false)]);
        assert_eq!(advice(&[base, tables]), [""; 0]);
    }

    #[test]
    fn arrow_that_is_not_in_the_table_is_refused() {
        let base = manifest("crates", "base", &[("atelier-tables", false)]);
        let tables = manifest("crates", "tables", &[]);
        let refused = "`base` may not have the dependency `tables`: see xtask/src/tidy/layers.rs";
        assert_eq!(advice(&[base, tables]), [refused]);
    }

    #[test]
    fn testkit_is_for_tests_only() {
        let kit = || manifest("crates", "testkit", &[]);
        let in_tests = manifest("crates", "accounts", &[("atelier-testkit", true)]);
        assert_eq!(advice(&[kit(), in_tests]), [""; 0]);
        let shipped = manifest("crates", "accounts", &[("atelier-testkit", false)]);
        assert_eq!(advice(&[kit(), shipped]).len(), 1);
    }

    #[test]
    fn unknown_crate_needs_a_line() {
        assert!(advice(&[manifest("crates", "novel", &[])])[0].starts_with("give `novel` its line"));
    }

    #[test]
    fn heavy_dependency_has_one_home() {
        let base = manifest("crates", "base", &[("rusqlite", true)]);
        assert_eq!(advice(&[base]), ["only tables may depend on `rusqlite`: use what it offers"]);
    }

    #[test]
    fn rooms_never_import_rooms() {
        let layer = layer("journal", &["lab"], &[]);
        let journal = manifest("rooms", "journal", &[("atelier-lab", false)]);
        let lab = manifest("rooms", "lab", &[]);
        let dependency = Dependency { package: "atelier-lab".to_owned(), dev: false };
        let refused = refusal(&layer, &journal, &dependency, &[lab]);
        assert!(refused.is_some_and(|advice| advice.starts_with("rooms never import rooms")));
    }

    #[test]
    fn package_is_named_after_its_folder() {
        let mut odd = manifest("crates", "base", &[]);
        odd.package = "basics".to_owned();
        assert_eq!(advice(&[odd]), ["package `basics` must be named `atelier-base` after its folder"]);
    }
}
