//! A contact sheet: the pictures side by side on white, in the order in which they were asked for.

use atelier_base::Scope;
use atelier_blobs::ASSETS;
use atelier_media::{Limits, Picture, decode, encode, shrink};

use crate::product::Product;
use crate::{Error, State};

/// Pictures of a sheet.
pub const AT_ONCE: usize = 240;
/// Pixels from one picture to the next, of which the picture takes all but the margin.
const CELL: u32 = 216;
const MARGIN: u32 = 8;

/// A sheet of up to [`AT_ONCE`] pictures, as a JPEG file. What is no picture, or can't be read, is an empty place.
///
/// # Errors
/// [`Error::Invalid`] when there is nothing to show, and those of the files' store.
pub async fn sheet(state: &State, scope: Scope, products: &[Product]) -> Result<Vec<u8>, Error> {
    let mut copies = Vec::new();
    for product in products.iter().take(AT_ONCE) {
        copies.push(copy(state, scope, product).await?);
    }
    let drawn = tokio::task::spawn_blocking(move || draw(&copies).map(|sheet| encode(&sheet))).await;
    let drawn = drawn.map_err(|error| Error::Unexpected(error.to_string()))?;
    drawn.ok_or_else(|| {
        let mut faults = atelier_base::InvalidInput::default();
        faults.note(true, "ids", "required", "names no picture");
        faults.into()
    })
}

async fn copy(state: &State, scope: Scope, product: &Product) -> Result<Option<bytes::Bytes>, Error> {
    let Some(path) = product.thumbnail_paths["medium"].as_str() else { return Ok(None) };
    match state.blobs.get(scope, &ASSETS, &path.parse()?).await {
        Ok(object) => Ok(Some(object.bytes().await?)),
        Err(atelier_blobs::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn draw(copies: &[Option<bytes::Bytes>]) -> Option<Picture> {
    let columns = columns(copies.len());
    let rows = copies.len().div_ceil(columns.max(1));
    let side = |cells: usize| u32::try_from(cells).ok().map(|cells| cells * CELL + MARGIN);
    let (width, height) = (side(columns)?, side(rows)?);
    if copies.is_empty() {
        return None;
    }
    let mut rgb = vec![255; 3 * width as usize * height as usize];
    for (at, copy) in copies.iter().enumerate() {
        let decoded = copy.as_ref().and_then(|bytes| decode(bytes, &Limits::DEFAULT).ok());
        let Some(picture) = decoded.map(|picture| shrink(&picture, CELL - MARGIN)) else { continue };
        let cell = |at: usize, edge: u32| at * CELL as usize + (MARGIN + (CELL - MARGIN - edge) / 2) as usize;
        let (left, top) = (cell(at % columns, picture.width()), cell(at / columns, picture.height()));
        let line = 3 * picture.width() as usize;
        for (y, row) in picture.rgb().chunks_exact(line).enumerate() {
            let start = 3 * ((top + y) * width as usize + left);
            if let Some(target) = rgb.get_mut(start..start + line) {
                target.copy_from_slice(row);
            }
        }
    }
    Picture::new(width, height, rgb)
}

/// A little wider than high, as paper lies.
fn columns(pictures: usize) -> usize {
    (1..=16).find(|columns| columns * columns * 3 / 4 >= pictures).unwrap_or(16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_lie_side_by_side_and_gaps_stay_white() {
        let red = encode(&Picture::new(400, 200, [200, 0, 0].repeat(80_000)).expect("a picture"));
        let sheet = draw(&[Some(red.into()), None, Some(vec![1, 2].into())]).expect("a sheet");
        assert_eq!((sheet.width(), sheet.height()), (2 * CELL + MARGIN, 2 * CELL + MARGIN));
        let at = |x: u32, y: u32| {
            let start = 3 * (y * sheet.width() + x) as usize;
            [sheet.rgb()[start], sheet.rgb()[start + 1]]
        };
        let [r, g] = at(CELL / 2, CELL / 2);
        assert!(r > 180 && g < 30, "{r} {g}");
        assert_eq!(at(CELL / 2, MARGIN + 2), [255, 255]);
        assert_eq!(at(CELL + CELL / 2, CELL / 2), [255, 255]);
        assert!(draw(&[]).is_none());
    }

    #[test]
    fn a_sheet_is_a_little_wider_than_high() {
        assert_eq!([1, 3, 24, 200, 240].map(columns), [2, 2, 6, 16, 16]);
    }
}
