import { resolve } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.js";

const images = resolve(import.meta.dirname, "../../docs/images");

async function signIn(context: BrowserContext) {
  const body = { login: "demo", password: "demo-studio-2026" };
  expect((await context.request.post("/api/v1/accounts/sign-in", { data: body })).ok()).toBe(true);
}

/** The pictures of the README: the demo studio in both themes. */
for (const theme of ["light", "dark"] as const) {
  test(`pictures in the ${theme} theme`, async ({ browser, server }) => {
    const context = await browser.newContext({ baseURL: server.url, colorScheme: theme });
    const page = await context.newPage();
    await signIn(context);
    await page.goto("/projects");
    await expect(page.getByRole("link", { name: /Harbor Triptych/ })).toBeVisible();
    await page.screenshot({ path: `${images}/projects-${theme}.png` });
    await page.getByRole("link", { name: /Harbor Triptych/ }).click();
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${images}/project-${theme}.png` });
    await context.close();
  });
}

const notes = [
  "Sketched the harbor for Night Ferry from the pier, 40 minutes with graphite and a kneaded eraser.",
  "Two hours on Tarot of the Tides: gesso on both panels, sanded between the coats.",
  "Spent an hour and a quarter on the harbor triptych, second glaze of ultramarine over the burnt sienna, ran out of cold wax",
];

async function note(page: Page, words: string) {
  await page.getByRole("textbox", { name: "Note" }).fill(words);
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: words })).toBeVisible();
  const queue = page.getByRole("list", { name: "Notes to review" }).getByRole("listitem");
  if (words !== notes.at(-1)) {
    const confirm = queue.filter({ hasText: words }).getByRole("button", { name: "Confirm" });
    if (await confirm.isVisible()) await confirm.click();
  }
}

test("pictures of the journal", async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url });
  await signIn(context);
  const page = await context.newPage();
  await page.goto("/journal");
  for (const words of notes) await note(page, words);
  // What was said about the notes goes by itself.
  await expect(page.locator("[data-sonner-toast]")).toHaveCount(0, { timeout: 15_000 });
  await page.mouse.move(0, 0);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Anew, since the colours of a page that is open fade over.
    await page.reload();
    await expect(page.getByRole("list", { name: "Notes to review" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Record", exact: true })).toBeVisible();
    await page.screenshot({ path: `${images}/journal-${colorScheme}.png` });
  }
  await context.close();
});

test("pictures of the factory", async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url });
  await signIn(context);
  const page = await context.newPage();
  await page.goto("/factory/orders");
  await page.getByRole("link", { name: /over the harbor/ }).click();
  // The built-in provider paints while one looks.
  await expect(page.getByText("Done", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    const pictures = page.getByRole("list", { name: "Pictures" }).getByRole("img");
    await expect(pictures).toHaveCount(9);
    await page.mouse.move(0, 0);
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `${images}/factory-${colorScheme}.png` });
  }
  await context.close();
});
