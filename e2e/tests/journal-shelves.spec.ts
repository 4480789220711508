import { expect, test } from "../fixtures/test.js";

const pages = [
  "",
  "/projects",
  "/gallery",
  "/inspiration",
  "/search",
  "/insights",
  "/archive",
  "/settings",
];

for (const theme of ["light", "dark"] as const) {
  test(`every page of the journal is for everybody, ${theme}`, async ({ person, accessible }) => {
    const { page } = await person(theme);
    for (const path of pages) {
      await page.goto(`/journal${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await accessible(page);
    }
  });
}

test("every page fits a phone", async ({ person }) => {
  const { page } = await person();
  await page.setViewportSize({ width: 375, height: 812 });
  for (const path of pages) {
    await page.goto(`/journal${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      375,
    );
  }
});

test("a picture is uploaded, seen and described", async ({ person, accessible }) => {
  const { page } = await person();
  await page.goto("/journal/gallery");
  // One red pixel.
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
  const file = { name: "study.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") };
  await page.getByLabel("Files", { exact: true }).and(page.locator("input")).setInputFiles(file);
  const tile = page.getByRole("list", { name: "Files" }).getByRole("button").first();
  await expect(tile).toBeVisible();
  await tile.click();
  await expect(page.getByRole("dialog", { name: "study.png" })).toBeVisible();
  await accessible(page);
  await page.getByRole("textbox", { name: /^Description/ }).fill("A red square");
  await page.getByRole("button", { name: "Save and approve" }).click();
  await expect(page.getByRole("button", { name: "Save and approve" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "A red square" })).toBeVisible();
});

test("an idea is pinned with its tags and becomes a note", async ({ person }) => {
  const { page } = await person();
  await page.goto("/journal/inspiration");
  await page.getByLabel("An idea").fill("The grey of the harbor at six #light");
  await page.getByRole("button", { name: "Pin" }).click();
  const board = page.getByRole("list", { name: "Board" });
  await expect(board.getByText("#light", { exact: true })).toBeVisible();
  await board.getByRole("listitem").hover();
  await page.getByRole("button", { name: /^What to do with/ }).click();
  await page.getByRole("menuitem", { name: "Make a note of it" }).click();
  await expect(page).toHaveURL(/\/journal$/);
  await expect(page.getByText("The grey of the harbor at six")).toBeVisible();
});

test("a note is found by its words, from the page and from the palette", async ({ person }) => {
  const ada = await person();
  const { page } = ada;
  await ada.graphql("mutation($input: NewLog!) { createLog(input: $input) { logId } }", {
    input: { rawText: "Two coats of gesso on the large panel, forty minutes" },
  });
  await page.goto("/journal/search?q=gesso");
  await expect(page.getByRole("list", { name: "Hits" }).getByRole("link").first()).toContainText(
    "gesso",
  );
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("gesso");
  await expect(page.getByRole("option", { name: /gesso on the large panel/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill("zxqvy wub");
  await expect(page.getByText("Nothing like that")).toBeVisible();
});

test("a note rests in the archive and comes back", async ({ person }) => {
  const ada = await person();
  const { page } = ada;
  const { createLog } = await ada.graphql<{ createLog: { logId: string; version: number } }>(
    "mutation($input: NewLog!) { createLog(input: $input) { logId version } }",
    { input: { rawText: "Varnish tests on scrap" } },
  );
  await ada.graphql(
    "mutation($id: LogId!, $version: Int!) { archiveLog(id: $id, version: $version) { __typename } }",
    {
      id: createLog.logId,
      version: createLog.version,
    },
  );
  await page.goto("/journal/archive");
  await page.getByRole("button", { name: /^Bring back/ }).click();
  await expect(page.getByText("The archive is empty")).toBeVisible();
  await page.goto("/journal");
  await expect(page.getByText("Varnish tests on scrap")).toBeVisible();
});

test("the field library and the words of the studio grow", async ({ person }) => {
  const { page } = await person();
  await page.goto("/journal/settings");
  await page.getByLabel("New field").and(page.locator("input")).fill("Edition size");
  await page.getByLabel("Type of the new field").selectOption("NUMBER");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("list", { name: "Fields" }).getByText("number")).toBeVisible();
  await page.getByLabel("What you say").fill("the blue");
  await page.getByLabel("What it means").fill("ultramarine");
  await page.getByRole("button", { name: "Teach" }).click();
  await expect(page.getByRole("cell", { name: "the blue", exact: true })).toBeVisible();
});
