import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures/test.js";

test("an export is asked for, watched, and downloaded from the tray", async ({ person, accessible }) => {
  const ada = await person();
  const { page } = ada;
  await ada.createProject("Harbor Triptych");
  await page.goto("/projects");
  const tray = page.getByRole("button", { name: /^Jobs/ });
  await tray.click();
  const panel = page.getByRole("dialog", { name: "Jobs" });
  await expect(panel.getByText("Nothing is under way")).toBeVisible();
  await accessible(page);
  await panel.getByRole("button", { name: "Export everything" }).click();
  const done = panel.getByRole("region", { name: "Recent" }).getByRole("listitem");
  await expect(done).toHaveCount(1);
  await expect(done).toContainText("Done");
  await accessible(page);
  const [download] = await Promise.all([page.waitForEvent("download"), done.getByRole("link", { name: /^Download/ }).click()]);
  const file = JSON.parse(readFileSync(await download.path(), "utf8")) as { tables: { projects: { name: string }[] } };
  expect(file.tables.projects.map(({ name }) => name)).toEqual(["Harbor Triptych"]);
});

test("the tray opens, closes and gives the focus back by keyboard", async ({ person }) => {
  const { page } = await person();
  await page.goto("/projects");
  const tray = page.getByRole("button", { name: /^Jobs/ });
  await expect(tray).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("j");
  const panel = page.getByRole("dialog", { name: "Jobs" });
  await expect(panel).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await tray.focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Export everything" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(tray).toBeFocused();
});

test("another tab follows live, in the dark too", async ({ person, accessible }) => {
  const ada = await person("dark");
  const { page } = ada;
  const other = await ada.tab();
  await page.goto("/projects");
  await other.goto("/projects");
  await other.getByRole("button", { name: /^Jobs/ }).click();
  const there = other.getByRole("dialog", { name: "Jobs" });
  await expect(there.getByText("Nothing is under way")).toBeVisible();
  await ada.graphql("mutation { exportTenant { id } }");
  await expect(there.getByText("Done")).toBeVisible();
  await expect(there.getByText(/atelier-.*\.json/)).toBeVisible();
  await accessible(other);
});
