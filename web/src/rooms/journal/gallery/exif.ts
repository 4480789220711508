const labels: Readonly<Record<string, string>> = {
  make: "Camera maker",
  model: "Camera",
  lens: "Lens",
  lensmodel: "Lens",
  exposuretime: "Exposure",
  fnumber: "Aperture",
  iso: "ISO",
  photographicsensitivity: "ISO",
  focallength: "Focal length",
  software: "Software",
};

/** What a camera wrote about a picture, as far as people care; never where it was. */
export function exifRows(exif: unknown): [string, string][] {
  if (typeof exif !== "object" || exif === null) return [];
  return Object.entries(exif).flatMap(([key, value]): [string, string][] => {
    const label = labels[key.toLowerCase().replace(/[^a-z]/g, "")];
    const plain = typeof value === "string" || typeof value === "number";
    return label !== undefined && plain && value !== "" ? [[label, String(value)]] : [];
  });
}
