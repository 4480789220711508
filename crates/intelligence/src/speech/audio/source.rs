//! Where the bytes of a recording are.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::PathBuf;

use bytes::Bytes;
use symphonia::core::io::MediaSource;

/// The bytes of a recording, which can be read more than once. A long one is better left in a file.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file; its name says nothing.
    File(PathBuf),
    /// Bytes in memory.
    Bytes(Bytes),
}

impl Source {
    pub(super) fn is_empty(&self) -> std::io::Result<bool> {
        match self {
            Self::File(path) => Ok(std::fs::metadata(path)?.len() == 0),
            Self::Bytes(bytes) => Ok(bytes.is_empty()),
        }
    }

    pub(super) fn open(&self) -> std::io::Result<Box<dyn MediaSource>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Bytes(bytes) => Box::new(Cursor::new(bytes.clone())),
        })
    }

    /// Everything, for a service that wants the whole file.
    pub(in crate::speech) fn read(&self) -> std::io::Result<Bytes> {
        match self {
            Self::File(path) => Ok(std::fs::read(path)?.into()),
            Self::Bytes(bytes) => Ok(bytes.clone()),
        }
    }

    /// The first bytes, where formats sign.
    pub(in crate::speech) fn head(&self) -> std::io::Result<[u8; 12]> {
        let mut head = [0; 12];
        let mut reader: Box<dyn Read> = match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Bytes(bytes) => Box::new(Cursor::new(bytes.clone())),
        };
        let mut filled = 0;
        while filled < head.len() {
            match reader.read(&mut head[filled..])? {
                0 => break,
                count => filled += count,
            }
        }
        Ok(head)
    }
}
