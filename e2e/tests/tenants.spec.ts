import { expect, test } from "../fixtures/test.js";

test("two tenants see nothing of each other, by list, palette or address", async ({ person }) => {
  const [ada, ben] = [await person(), await person()];
  const secret = await ada.createProject("Secret Commission");
  await ben.createProject("Open Study");
  await ben.page.goto("/projects");
  await expect(ben.page.getByRole("link", { name: /Open Study/ })).toBeVisible();
  await expect(ben.page.getByText("Secret Commission")).toHaveCount(0);
  await ben.page.keyboard.press("Control+k");
  await ben.page.keyboard.type("Secret");
  await expect(ben.page.getByRole("option", { name: /Secret Commission/ })).toHaveCount(0);
  await ben.page.goto(`/projects/${secret.id}`);
  await expect(ben.page.getByText("No such project here")).toBeVisible();
});

test("the switch changes the tenant of this tab", async ({ person, accessible }) => {
  const ada = await person();
  const tenant = await ada.found();
  await ada.createProject("Shared Mural", tenant);
  await ada.createProject("My Sketch");
  const { page } = ada;
  await page.goto("/projects");
  // Who never chose begins where they work with others.
  await expect(page.getByRole("link", { name: /Shared Mural/ })).toBeVisible();
  await page.getByRole("button", { name: /switch organisation/ }).click();
  await accessible(page);
  await page.getByRole("menuitemradio", { name: new RegExp(`Ada ${ada.username}`) }).click();
  await expect(page.getByRole("link", { name: /My Sketch/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Shared Mural/ })).toHaveCount(0);
});

test("a viewer finds nothing to change", async ({ person, accessible }) => {
  const [ada, vera] = [await person(), await person()];
  const tenant = await ada.found([[vera, "VIEWER"]]);
  const project = await ada.createProject("Harbor", tenant);
  const { page } = vera;
  await page.goto("/projects");
  await expect(page.getByRole("link", { name: /Harbor/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "New project" })).toHaveCount(0);
  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveAttribute("readonly");
  await expect(page.getByRole("button", { name: "Archive", exact: true })).toHaveCount(0);
  await accessible(page);
});

test("a member archives but does not delete", async ({ person }) => {
  const [ada, mia] = [await person(), await person()];
  const tenant = await ada.found([[mia, "MEMBER"]]);
  const project = await ada.createProject("Harbor", tenant);
  await mia.page.goto(`/projects/${project.id}`);
  await mia.page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(mia.page.getByRole("button", { name: "Restore", exact: true }).first()).toBeVisible();
  await expect(mia.page.getByRole("button", { name: "Delete forever…" })).toHaveCount(0);
});
