import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.js";

const place =
  "mutation($input: NewOrder!) { placeOrder(input: $input) { id expandedCount } }";

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
  await expect(
    page.getByRole("list", { name: /^Products of/ }).getByRole("listitem"),
  ).toHaveCount(1);
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
]) {
  test(`the page ${path} is there for everybody`, async ({ person, accessible }) => {
    const { page } = await person();
    await page.goto(`/factory/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await accessible(page);
  });
}
