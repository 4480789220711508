import { expect, it } from "vitest";
import { exifRows } from "./exif";

it("shows the camera and never the place", () => {
  const exif = {
    Model: "X-T5",
    f_number: "2.8",
    GPSLatitude: "53.5",
    gps: { lat: 1 },
    iso: 200,
    Lens: "",
  };
  expect(exifRows(exif)).toEqual([
    ["Camera", "X-T5"],
    ["Aperture", "2.8"],
    ["ISO", "200"],
  ]);
  expect(exifRows(null)).toEqual([]);
});
