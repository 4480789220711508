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
  // Fourteen pages, one after the other.
  test.slow();
  const ada = await person();
  const { page } = ada;
  const { createArtProject: piece } = await ada.graphql<{
    createArtProject: { projectId: string };
  }>("mutation($input: NewArtProject!) { createArtProject(input: $input) { projectId } }", {
    input: { name: "A triptych whose title is longer than any phone is wide", medium: "oil" },
  });
  // A table that is wider than the phone scrolls by itself.
  await ada.graphql(
    'mutation { teachTerm(term: "the large cobalt blue from the second shelf of the paint cupboard", canonical: "cobalt blue", kind: "material") { term } }',
  );
  const parts = ["overview", "brief", "milestones", "logs", "assets", "insights"].map(
    (tab) => `/projects/${piece.projectId}?tab=${tab}`,
  );
  for (const path of [...pages, ...parts]) {
    await page.goto(`/journal${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 812 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, path).toBeLessThanOrEqual(width);
    }
  }
  // Where we are can be seen, though there are more pages than fit beside each other.
  await page.goto("/journal/settings");
  await expect(
    page.getByRole("navigation", { name: "Journal" }).getByRole("link", { name: "Settings" }),
  ).toBeInViewport({ ratio: 1 });
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

test("cards are arranged by hand and stay where they were put", async ({ person, accessible }) => {
  const { page } = await person();
  await page.goto("/journal/inspiration");
  const board = page.getByRole("list", { name: "Board" });
  const texts = board.getByRole("textbox", { name: /^Text of/ });
  for (const [index, words] of ["one", "two", "three"].entries()) {
    await page.getByLabel("An idea").fill(words);
    await page.getByRole("button", { name: "Pin" }).click();
    await expect(texts).toHaveCount(index + 1);
  }
  const order = () => texts.evaluateAll((all) => all.map((box) => (box as HTMLTextAreaElement).value));
  expect(await order()).toEqual(["three", "two", "one"]);
  const grip = page.getByRole("button", { name: "Move three with the arrow keys" });
  await grip.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(order).toEqual(["two", "three", "one"]);
  await expect(grip).toBeFocused();
  await accessible(page);
  const cards = board.getByRole("listitem").filter({ has: page.getByRole("article") });
  await cards.nth(0).hover();
  await page
    .getByRole("button", { name: "Move two with the arrow keys" })
    .dragTo(cards.nth(2), { targetPosition: { x: 40, y: 60 } });
  await expect.poll(order).toEqual(["three", "one", "two"]);
  // What comes new hangs in front, whatever was moved.
  await page.getByLabel("An idea").fill("four");
  await page.getByRole("button", { name: "Pin" }).click();
  await expect.poll(order).toEqual(["four", "three", "one", "two"]);
  await page.reload();
  await expect.poll(order).toEqual(["four", "three", "one", "two"]);
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
