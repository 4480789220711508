import { resolve } from "node:path";
import { expect, test } from "../fixtures/test.js";

const images = resolve(import.meta.dirname, "../../docs/images");

/** The pictures of the README: the demo studio in both themes. */
for (const theme of ["light", "dark"] as const) {
  test(`pictures in the ${theme} theme`, async ({ browser, server }) => {
    const context = await browser.newContext({ baseURL: server.url, colorScheme: theme });
    const page = await context.newPage();
    const body = { login: "demo", password: "demo-studio-2026" };
    expect((await context.request.post("/api/v1/accounts/sign-in", { data: body })).ok()).toBe(true);
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
