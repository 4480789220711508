//! The bytes of an upload, and the record of how many are on disk.

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt as _};
use sha2::{Digest as _, Sha256};

use crate::Error;
use crate::disk::{absent, blocking, create_file};

/// Bytes that are written, synced and recorded at once.
const PIECE: usize = 4 << 20;
/// A record: the offset and the first half of its SHA-256, so that a torn record is none.
const RECORD: usize = 16;

/// An upload without bytes.
pub(super) fn make(folder: &Path) -> Result<(), Error> {
    for name in ["data", "acked"] {
        let path = folder.join(name);
        create_file(&path)?.sync_all().map_err(Error::of_file("write to disk", &path))?;
    }
    Ok(())
}

/// How many bytes are on disk for good: what the last whole record says.
pub(super) fn acknowledged(folder: &Path) -> Result<u64, Error> {
    let path = folder.join("acked");
    let records = absent(std::fs::read(&path)).map_err(Error::of_file("read", &path))?.unwrap_or_default();
    let whole = |record: &&[u8]| record.len() == RECORD && record[8..] == sum(&record[..8]);
    let last = records.chunks(RECORD).rev().find(whole);
    Ok(last.map_or(0, |record| record[..8].iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))))
}

fn sum(offset: &[u8]) -> [u8; 8] {
    let mut half = [0; 8];
    half.copy_from_slice(&Sha256::digest(offset)[..8]);
    half
}

/// The file of an upload while bytes are added.
struct Tail {
    folder: PathBuf,
    data: File,
    /// Bytes on disk.
    acked: u64,
}

impl Tail {
    fn open(folder: PathBuf, acked: u64) -> Result<Self, Error> {
        let path = folder.join("data");
        let data =
            File::options().read(true).write(true).open(&path).map_err(Error::of_file("open", &path))?;
        Ok(Self { folder, data, acked })
    }

    /// Whether these bytes are on disk at `offset` already.
    fn has(&self, bytes: &[u8], offset: u64) -> Result<bool, Error> {
        let mut there = vec![0; bytes.len()];
        let path = self.folder.join("data");
        self.data.read_exact_at(&mut there, offset).map_err(Error::of_file("read", &path))?;
        Ok(there == bytes)
    }

    /// Writes a piece behind what is there, and only then records it.
    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let (data, record) = (self.folder.join("data"), self.folder.join("acked"));
        self.data.write_all_at(bytes, self.acked).map_err(Error::of_file("write", &data))?;
        self.data.sync_data().map_err(Error::of_file("write to disk", &data))?;
        let next = self.acked + bytes.len() as u64;
        let mut line = [0; RECORD];
        line[..8].copy_from_slice(&next.to_le_bytes());
        line[8..].copy_from_slice(&sum(&next.to_le_bytes()));
        let file = File::options().write(true).open(&record).map_err(Error::of_file("open", &record))?;
        let length = file.metadata().map_err(Error::of_file("read", &record))?.len();
        // A torn record is written over.
        let end = length - length % RECORD as u64;
        file.write_all_at(&line, end).map_err(Error::of_file("write", &record))?;
        file.sync_all().map_err(Error::of_file("write to disk", &record))?;
        self.acked = next;
        Ok(())
    }
}

/// Adds a stream that begins at `offset`, which is not behind the `acked` bytes that are there.
pub(super) async fn append<E: std::fmt::Display>(
    folder: PathBuf,
    acked: u64,
    offset: u64,
    limit: u64,
    body: impl Stream<Item = Result<Bytes, E>> + Send,
) -> Result<u64, Error> {
    let mut tail = blocking(move || Tail::open(folder, acked)).await?;
    let mut at = offset;
    let mut gathered = BytesMut::new();
    let mut body = std::pin::pin!(body);
    loop {
        let next = body.next().await;
        let broken = match next {
            Some(Ok(mut chunk)) => {
                if let Some(known) = tail.acked.checked_sub(at).filter(|known| *known != 0) {
                    let known = chunk.split_to(usize::try_from(known).unwrap_or(usize::MAX).min(chunk.len()));
                    let (begin, length) = (at, known.len() as u64);
                    let (back, same) =
                        blocking(move || tail.has(&known, begin).map(|same| (tail, same))).await?;
                    tail = back;
                    if !same {
                        return Err(Error::UploadOffset { expected: tail.acked });
                    }
                    at += length;
                }
                gathered.extend_from_slice(&chunk);
                at += chunk.len() as u64;
                None
            }
            Some(Err(error)) => Some(Some(Error::Interrupted { reason: error.to_string() })),
            None => Some(None),
        };
        if limit < tail.acked + gathered.len() as u64 {
            return Err(Error::TooLarge { limit });
        }
        if PIECE <= gathered.len() || (broken.is_some() && !gathered.is_empty()) {
            let piece = gathered.split().freeze();
            tail = blocking(move || tail.write(&piece).map(|()| tail)).await?;
        }
        match broken {
            Some(Some(error)) => return Err(error),
            Some(None) => return Ok(tail.acked),
            None => {}
        }
    }
}

/// Cuts off what was never acknowledged, and computes the SHA-256.
pub(super) fn seal(path: &Path, size: u64) -> Result<String, Error> {
    let file = File::options().read(true).write(true).open(path).map_err(Error::of_file("open", path))?;
    file.set_len(size).map_err(Error::of_file("write", path))?;
    let (mut hasher, mut at, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 20]);
    while at < size {
        let count = usize::try_from(size - at).unwrap_or(usize::MAX).min(buffer.len());
        file.read_exact_at(&mut buffer[..count], at).map_err(Error::of_file("read", path))?;
        hasher.update(&buffer[..count]);
        at += count as u64;
    }
    Ok(hex::encode(hasher.finalize()))
}
