import { expect, test } from "../fixtures/test.js";

test("a project is made, found, archived and brought back by keys alone", async ({ person, accessible }) => {
  const { page } = await person();
  await page.goto("/projects");
  await expect(page.getByText("A blank canvas")).toBeVisible();
  await accessible(page);
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "New project" });
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await accessible(page);
  await page.keyboard.type("Night Ferry");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Night Ferry");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  const row = page.getByRole("link", { name: /Night Ferry/ });
  await expect(row).toBeVisible();
  await page.keyboard.press("j");
  await expect(row).toBeFocused();
  await page.keyboard.press("e");
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toBeVisible();
  await page.getByRole("link", { name: /Night Ferry/ }).focus();
  await page.keyboard.press("e");
  await expect(row).toHaveCount(0);
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page.getByRole("link", { name: /Night Ferry/ })).toBeVisible();
  await accessible(page);
});

test("the filter narrows the list and the owner's view shows only mine", async ({ person }) => {
  const [ada, ben] = [await person(), await person()];
  const tenant = await ada.found([[ben, "MEMBER"]]);
  await ada.createProject("Harbor Triptych", tenant);
  await ben.createProject("Kiln Log", tenant);
  await ada.page.goto("/projects");
  const list = ada.page.getByRole("list", { name: "Projects" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await ada.page.keyboard.press("/");
  await ada.page.keyboard.type("kiln");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await ada.page.getByLabel("Filter by name or type").fill("nothing like it");
  await expect(ada.page.getByText("Nothing by that name")).toBeVisible();
  await ada.page.getByRole("button", { name: "Clear the filter" }).last().click();
  await ada.page.getByRole("button", { name: "Mine" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list).toContainText("Harbor Triptych");
});

test("a long list loads page by page", async ({ person }) => {
  const ada = await person();
  for (let count = 0; count < 70; count += 1) await ada.createProject(`Study ${count}`);
  await ada.page.goto("/projects");
  const rows = ada.page.getByRole("list", { name: "Projects" }).getByRole("listitem");
  await expect(rows.first()).toContainText("Study 69");
  await expect(async () => {
    await rows.last().scrollIntoViewIfNeeded();
    await expect(rows).toHaveCount(70, { timeout: 500 });
  }).toPass();
  await expect(rows.last()).toContainText("Study 0");
});
