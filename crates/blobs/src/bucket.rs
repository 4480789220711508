//! Declared buckets.

/// Who reads a bucket from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Nobody; objects leave through the server or by a signed address.
    Private,
    /// Everybody, through a content network. It holds no tenant's data, and this port refuses it.
    Public,
}

/// What happens to an object when it is old enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is deleted.
    Expire,
    /// It moves to a cheaper class of storage. A directory has one class, so there it stays.
    Transition(StorageClass),
}

/// The classes of storage that S3 moves objects to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageClass {
    /// Rarely read: `STANDARD_IA`.
    InfrequentAccess,
    /// By how it is used: `INTELLIGENT_TIERING`.
    IntelligentTiering,
    /// Hardly ever read: `GLACIER`.
    Glacier,
}

impl StorageClass {
    /// The name in S3's API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InfrequentAccess => "STANDARD_IA",
            Self::IntelligentTiering => "INTELLIGENT_TIERING",
            Self::Glacier => "GLACIER",
        }
    }
}

/// A rule of a bucket, for all its objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Days since the object was written.
    pub after_days: u32,
    /// What happens then.
    pub fate: Fate,
}

impl Rule {
    /// Deletes objects after that many days.
    pub const fn expire(after_days: u32) -> Self {
        Self { after_days, fate: Fate::Expire }
    }

    /// Moves objects to another class after that many days.
    pub const fn transition(after_days: u32, class: StorageClass) -> Self {
        Self { after_days, fate: Fate::Transition(class) }
    }
}

/// A bucket, declared once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// The name in the specification; an environment takes the place of `{env}`.
    pub name: &'static str,
    /// What it is for, in the specification's words.
    pub purpose: &'static str,
    /// What happens to its objects in time.
    pub lifecycle: &'static [Rule],
    /// Whether replaced and deleted objects can be brought back.
    pub versioning: bool,
    /// Who reads it from outside.
    pub access: Access,
    /// Where uploads of members land: a prefix that ends with a slash. None: not here.
    pub uploads: Option<&'static str>,
}

impl Bucket {
    /// What stands for the environment in a name.
    pub const ENVIRONMENT: &'static str = "{env}";

    /// A private bucket that keeps its objects, and only the last version of each.
    pub const fn new(name: &'static str, purpose: &'static str) -> Self {
        Self { name, purpose, lifecycle: &[], versioning: false, access: Access::Private, uploads: None }
    }

    /// The name in an environment, such as `dev`.
    pub fn name_in(&self, environment: &str) -> String {
        self.name.replace(Self::ENVIRONMENT, environment)
    }

    /// The name without its environment, as folders have it: a data directory is one environment.
    pub(crate) fn folder(&self) -> String {
        self.name.replace("-{env}", "").replace(Self::ENVIRONMENT, "")
    }
}

/// Original uploaded images.
pub const IMAGES_RAW: Bucket = Bucket {
    lifecycle: &[Rule::expire(30)],
    uploads: Some("inference/"),
    ..Bucket::new("artguard-images-raw-{env}", "Original uploaded images")
};

/// Processed images.
pub const IMAGES_PROCESSED: Bucket = Bucket {
    lifecycle: &[Rule::expire(90)],
    ..Bucket::new("artguard-images-processed-{env}", "Processed images")
};

/// The web pages, where a content network serves them instead of the program.
pub const FRONTEND: Bucket =
    Bucket { access: Access::Public, ..Bucket::new("artguard-frontend-{env}", "React static assets") };

/// Documents for retrieval.
pub const KNOWLEDGE_BASE: Bucket = Bucket {
    versioning: true,
    ..Bucket::new("artguard-knowledge-base-{env}", "RAG documentation for Bedrock")
};

/// Assets of every room. The specification asks for intelligent tiering and leaves the name open.
pub const ASSETS: Bucket = Bucket {
    lifecycle: &[Rule::transition(0, StorageClass::IntelligentTiering)],
    uploads: Some("uploads/"),
    ..Bucket::new("atelier-assets-{env}", "Asset storage")
};

/// Every bucket that the product uses.
pub const BUCKETS: &[&Bucket] = &[&IMAGES_RAW, &IMAGES_PROCESSED, &FRONTEND, &KNOWLEDGE_BASE, &ASSETS];

/// What is wrong with declarations.
pub fn check_declarations(buckets: &[&Bucket]) -> Vec<String> {
    let mut faults = Vec::new();
    for (position, bucket) in buckets.iter().enumerate() {
        let mut note = |wrong: bool, what: &str| {
            if wrong {
                faults.push(format!("bucket {}: {what}", bucket.name));
            }
        };
        let twice = buckets[..position].iter().any(|other| other.folder() == bucket.folder());
        note(twice, "it is declared twice");
        let name = bucket.name_in("env");
        let plain =
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        note(!plain || !(3..=50).contains(&name.len()), "its name is not 3 to 50 of a-z 0-9 -");
        let expires = bucket.lifecycle.iter().any(|rule| rule.fate == Fate::Expire && rule.after_days == 0);
        note(expires, "its objects would expire at once");
        let lands = bucket.uploads.is_some_and(|prefix| !prefix.ends_with('/') || prefix.len() < 2);
        note(lands, "the prefix of uploads does not end with a slash");
        note(bucket.uploads.is_some() && bucket.access == Access::Public, "uploads would be public");
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_buckets_are_the_specifications() {
        // Name, purpose, days until deletion, versioning, public.
        let table = [
            ("artguard-images-raw-{env}", "Original uploaded images", Some(30), false, false),
            ("artguard-images-processed-{env}", "Processed images", Some(90), false, false),
            ("artguard-frontend-{env}", "React static assets", None, false, true),
            ("artguard-knowledge-base-{env}", "RAG documentation for Bedrock", None, true, false),
        ];
        let declared = BUCKETS.iter().filter(|bucket| bucket.name.starts_with("artguard-")).map(|bucket| {
            let days = bucket.lifecycle.iter().find(|rule| rule.fate == Fate::Expire);
            let public = bucket.access == Access::Public;
            (bucket.name, bucket.purpose, days.map(|rule| rule.after_days), bucket.versioning, public)
        });
        assert_eq!(declared.collect::<Vec<_>>(), table);
        assert_eq!(check_declarations(BUCKETS), [""; 0]);
        assert_eq!(IMAGES_RAW.name_in("dev"), "artguard-images-raw-dev");
        assert_eq!(IMAGES_RAW.folder(), "artguard-images-raw");
    }

    #[test]
    fn faults_are_named() {
        const ODD: &Bucket =
            &Bucket { lifecycle: &[Rule::expire(0)], uploads: Some("x"), ..Bucket::new("Odd", "") };
        assert_eq!(check_declarations(&[ODD]).len(), 3);
        assert_eq!(
            check_declarations(&[&ASSETS, &ASSETS]),
            ["bucket atelier-assets-{env}: it is declared twice"]
        );
    }
}
