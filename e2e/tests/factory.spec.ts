import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { png } from "../fixtures/png.js";
import { expect, test } from "../fixtures/test.js";

const place = "mutation($input: NewOrder!) { placeOrder(input: $input) { id expandedCount } }";

/** An order of small pictures of the built-in provider. */
const small = (prompt: string, parameters: Record<string, unknown> = {}) => ({
  input: {
    prompt: {
      provider: "studio",
      model: "shapes",
      prompt,
      parameters: { width: 96, height: 96, ...parameters },
    },
  },
});

async function tiles(page: Page, count: number) {
  await page.goto("/factory/gallery");
  const pictures = page.getByRole("list", { name: /^Products of/ }).getByRole("listitem");
  await expect(pictures).toHaveCount(count, { timeout: 60_000 });
  return pictures;
}

test("a prompt becomes an order, and the order pictures", async ({ person, accessible }) => {
  const { page } = await person();
  await page.goto("/factory");
  await expect(page.getByRole("heading", { name: "New order" })).toBeVisible();
  await accessible(page);
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("a [red,blue] fox");
  const status = page.getByRole("status").filter({ hasText: "images" });
  await expect(status).toContainText("2 images");
  await page.getByRole("button", { name: "Place order" }).click();
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page).toHaveURL(/\/factory\/orders\/ord_/);
  await expect(page.getByText("Done", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await accessible(page);
  const pictures = await tiles(page, 2);
  await expect(pictures.first().locator("img").first()).toBeVisible();
  await accessible(page);
});

test("what is wrong in a prompt is said where it stands, and nothing is ordered", async ({
  person,
}) => {
  const { page } = await person();
  await page.goto("/factory");
  await page.getByRole("textbox", { name: "Prompt", exact: true }).fill("a [red,blue:0] fox");
  await expect(page.getByText("One thing in the text is wrong.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Place order" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("the gallery is searched, and a picture is liked in the viewer", async ({
  person,
  accessible,
}) => {
  const ada = await person();
  const { page } = ada;
  await ada.graphql(place, small("a [red,green,blue] heron"));
  const pictures = await tiles(page, 3);
  await page.getByRole("searchbox").fill("green");
  await expect(pictures).toHaveCount(1);
  await pictures.first().getByRole("link").or(pictures.first().getByRole("button")).first().click();
  const about = page.getByRole("complementary", { name: "About the product" });
  await expect(about).toContainText("a green heron");
  await accessible(page);
  await page.keyboard.press("l");
  await page.keyboard.press("Escape");
  await page.goto("/factory/gallery?liked=yes");
  await expect(page.getByRole("list", { name: /^Products of/ }).getByRole("listitem")).toHaveCount(
    1,
  );
});

test("files and folders come in, the known are told, and what failed is sent again", async ({
  person,
  accessible,
}) => {
  const { page } = await person();
  await page.goto("/factory/gallery");
  await page.getByRole("link", { name: "Import" }).click();
  await expect(page.getByRole("heading", { name: "Import" })).toBeVisible();
  await accessible(page);
  const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
  let refused = 0;
  await page.route("**/api/v1/factory/import?name=late*", async (route) => {
    refused += 1;
    if (refused === 1) await route.fulfill({ status: 503, json: { code: "store_unavailable" } });
    else await route.continue();
  });
  await page
    .getByLabel("Files")
    .setInputFiles([
      file("red.png", "image/png", png(1)),
      file("red again.png", "image/png", png(1)),
      file("late.png", "image/png", png(2)),
      file("torn.png", "image/png", Buffer.from("not a picture")),
      file("words.txt", "text/plain", Buffer.from("words")),
    ]);
  const status = page.getByRole("region", { name: "Progress" }).getByRole("status");
  await expect(status).toHaveText("1 imported, already there: 1, not imported: 3");
  const lost = page.getByRole("region", { name: "Not imported" }).getByRole("listitem");
  await expect(lost.filter({ hasText: "words.txt" })).toContainText("no picture, film or sound");
  await expect(lost.filter({ hasText: "torn.png" })).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Try it again" }).click();
  await expect(status).toHaveText("2 imported, already there: 1, not imported: 2");

  const folder = mkdtempSync(join(tmpdir(), "atelier-e2e-folder-"));
  mkdirSync(join(folder, "inner"));
  writeFileSync(join(folder, "blue.png"), png(3));
  writeFileSync(join(folder, "inner", "green.png"), png(4));
  writeFileSync(join(folder, "inner", ".hidden.png"), png(5));
  await page.getByLabel("Folder").setInputFiles(folder);
  await expect(status).toHaveText("4 imported, already there: 1, not imported: 2");
  rmSync(folder, { recursive: true });
  // On a phone nothing stands beyond the edge.
  await page.setViewportSize({ width: 390, height: 844 });
  const clear = page.getByRole("button", { name: "Clear the list" });
  const edge = await clear.evaluate((button) => button.getBoundingClientRect().right);
  expect(edge).toBeLessThanOrEqual(390);
  await page.getByRole("link", { name: "green.png" }).click();
  await expect(page.getByRole("dialog").getByText("image/png")).toBeVisible();
  await tiles(page, 4);
});

test("what is dropped on the gallery is imported", async ({ person }) => {
  const { page } = await person();
  await page.goto("/factory/gallery");
  await expect(page.getByRole("heading", { name: "Nothing made yet" })).toBeVisible();
  const dataTransfer = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], "dropped.png", { type: "image/png" }));
      return transfer;
    },
    [...png(6)],
  );
  await page.getByRole("searchbox").dispatchEvent("drop", { dataTransfer });
  await expect(page).toHaveURL(/\/factory\/import$/);
  await expect(page.getByRole("link", { name: "dropped.png" })).toBeVisible();
});

test("the floor stands still, its line is put in order, and goes on", async ({
  person,
  accessible,
}) => {
  const ada = await person();
  const { page } = ada;
  await page.goto("/factory/floor");
  await page.getByRole("button", { name: "Pause all" }).click();
  await expect(page.getByText("The floor is paused:")).toBeVisible();
  for (const prompt of ["first fox", "second fox", "third fox"]) {
    await ada.graphql(place, small(prompt));
  }
  const rows = page.getByRole("list", { name: "In line" }).getByRole("listitem");
  const line = async (...words: string[]) => {
    await expect(rows).toHaveText(words.map((word) => new RegExp(`${word} fox`)));
  };
  await line("first", "second", "third");
  await accessible(page);

  // By keys, and the focus goes along.
  const third = page.getByRole("link", { name: "third fox" });
  await third.focus();
  await page.keyboard.press("Shift+K");
  await line("first", "third", "second");
  await expect(third).toBeFocused();
  await page.keyboard.press("Shift+K");
  await line("third", "first", "second");
  await expect(rows.filter({ hasText: "priority 0" })).toHaveCount(3);
  await page.reload();
  await line("third", "first", "second");

  // By dragging, and back.
  await rows.filter({ hasText: "third" }).dragTo(rows.filter({ hasText: "second" }));
  await line("first", "second", "third");
  await page.getByRole("button", { name: "Undo" }).click();
  await line("third", "first", "second");
  await page.reload();
  await line("third", "first", "second");

  await page.getByRole("button", { name: "Resume Studio" }).click();
  await expect(page.getByText("The floor is paused:")).toHaveCount(0);
  await tiles(page, 3);
});

test("pausing the floor is undone, and others see it", async ({ person }) => {
  const { page, tab } = await person().then((ada) => ({ page: ada.page, tab: () => ada.tab() }));
  await page.goto("/factory/floor");
  const other = await tab();
  await other.goto("/factory/floor");
  await expect(other.getByRole("button", { name: "Pause Studio" })).toBeVisible();
  await page.getByRole("button", { name: "Pause all" }).click();
  await expect(other.getByRole("button", { name: "Resume Studio" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(other.getByRole("button", { name: "Pause Studio" })).toBeVisible();
});

test("a page that is called by its name is opened, not a command", async ({ person }) => {
  const { page } = await person();
  await page.goto("/projects");
  await expect(page.getByText("A blank canvas")).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("floor");
  await expect(page.getByRole("option").first()).toHaveText("Factory: production floor");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/factory\/floor$/);
});

test("an order is laid out by its words and by its parameters", async ({ person, accessible }) => {
  const ada = await person();
  const { page } = ada;
  const { placeOrder } = await ada.graphql<{ placeOrder: { id: string } }>(
    place,
    small("a [red,blue] fox", { width: "64,96" }),
  );
  await page.goto(`/factory/orders/${placeOrder.id}?tab=grid`);
  const axes = page.getByRole("list", { name: "Axes" });
  await expect(axes.getByLabel("red, blue")).toHaveValue("across", { timeout: 60_000 });
  await expect(axes.getByLabel("width")).toHaveValue("down");
  await axes.getByLabel("width").selectOption("apart");
  await expect(page.getByRole("table")).toHaveCount(2);
  await accessible(page);
});

for (const path of [
  "orders",
  "floor",
  "collections",
  "templates",
  "lookups",
  "providers",
  "settings",
  "bin",
  "import",
]) {
  test(`the page ${path} is there for everybody`, async ({ person, accessible }) => {
    const { page } = await person();
    await page.goto(`/factory/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await accessible(page);
  });
}
