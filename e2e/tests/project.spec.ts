import { expect, test } from "../fixtures/test.js";

test("a project is edited in place and keeps it", async ({ person, accessible }) => {
  const ada = await person();
  const { page } = ada;
  const project = await ada.createProject("Harbor");
  await page.goto(`/projects/${project.id}`);
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("Harbor Triptych");
  await name.press("Enter");
  const description = page.getByRole("textbox", { name: "Description" });
  await description.fill("Three panels");
  await description.press("Control+Enter");
  await expect(page.getByText("version 3")).toBeVisible();
  await accessible(page);
  await page.reload();
  await expect(name).toHaveValue("Harbor Triptych");
  await expect(description).toHaveValue("Three panels");
});

test("an empty name is refused where it stands", async ({ person }) => {
  const ada = await person();
  const project = await ada.createProject("Harbor");
  await ada.page.goto(`/projects/${project.id}`);
  const name = ada.page.getByRole("textbox", { name: "Name" });
  await name.fill("");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await name.press("Escape");
  await expect(name).toHaveValue("Harbor");
});

test("archive, restore, and delete forever with the name typed", async ({ person, accessible }) => {
  const ada = await person();
  const { page } = ada;
  const project = await ada.createProject("Harbor");
  await page.goto(`/projects/${project.id}`);
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Archived" })).toBeVisible();
  await page.getByRole("button", { name: "Restore", exact: true }).first().click();
  await expect(page.getByRole("button", { name: "Archive", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await page.getByRole("button", { name: "Delete forever…" }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  const confirm = dialog.getByRole("button", { name: "Delete forever" });
  await expect(confirm).toBeDisabled();
  await accessible(page);
  await dialog.getByRole("textbox").fill("Harbor");
  await confirm.click();
  await expect(page).toHaveURL(/\/projects\?state=archived/);
  await page.goto(`/projects/${project.id}`);
  await expect(page.getByText("No such project here")).toBeVisible();
  await accessible(page);
});

test("an id that never was shows the same as one of others", async ({ person }) => {
  const [ada, ben] = [await person(), await person()];
  const project = await ben.createProject("Private");
  for (const id of [project.id, "proj_01h455vb4pex5vsknk084sn02q", "nonsense"]) {
    await ada.page.goto(`/projects/${id}`);
    await expect(ada.page.getByText("No such project here")).toBeVisible();
  }
  await expect(ada.page.getByText("Private")).toHaveCount(0);
});
