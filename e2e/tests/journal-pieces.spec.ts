import type { Person } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

async function begin(ada: Person, name: string): Promise<string> {
  const made = await ada.graphql<{ createArtProject: { projectId: string } }>(
    "mutation($input: NewArtProject!) { createArtProject(input: $input) { projectId } }",
    { input: { name, medium: "oil" } },
  );
  return made.createArtProject.projectId;
}

test("a piece is begun and edited where it stands", async ({ person, accessible }) => {
  const { page } = await person();
  await page.goto("/journal/projects");
  await page.getByRole("button", { name: "New piece" }).click();
  const dialog = page.getByRole("dialog", { name: "New piece" });
  await dialog.getByLabel("Title").fill("Harbor Triptych");
  await dialog.getByLabel("Medium").fill("oil on panel");
  await dialog.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { name: "Harbor Triptych" })).toBeVisible();
  const client = page.getByRole("textbox", { name: "Client" });
  await client.fill("Hotel Nordlicht");
  await client.press("Enter");
  await page.getByRole("radio", { name: "Production" }).check();
  await accessible(page);
  await page.reload();
  await expect(client).toHaveValue("Hotel Nordlicht");
  await expect(page.getByRole("radio", { name: "Production" })).toBeChecked();
});

test("a brief keeps its versions and brings one back", async ({ person, accessible }) => {
  const ada = await person();
  const { page } = ada;
  await page.goto(`/journal/projects/${await begin(ada, "Harbor")}?tab=brief`);
  await page.getByRole("button", { name: "Add a requirement" }).click();
  await page.getByLabel("Requirement 1", { exact: true }).fill("Three panels");
  await page.getByRole("button", { name: "Save as version 1" }).click();
  await expect(page.getByText("Approvals of version 1")).toBeVisible();
  await page.getByLabel("Requirement 1", { exact: true }).fill("Four panels");
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await expect(page.getByText("Approvals of version 2")).toBeVisible();
  await page.getByRole("button", { name: "Compare" }).click();
  const dialog = page.getByRole("dialog", { name: "Version 1 and version 2" });
  await expect(dialog.getByText("Three panels")).toBeVisible();
  await accessible(page);
  await dialog.getByRole("button", { name: "Bring version 1 back" }).click();
  await expect(page.getByText("Approvals of version 3")).toBeVisible();
  await expect(page.getByLabel("Requirement 1", { exact: true })).toHaveValue("Three panels");
});

test("two briefs that were written at once are merged", async ({ person }) => {
  const ada = await person();
  const id = await begin(ada, "Harbor");
  const [here, there] = [ada.page, await ada.tab()];
  const add = async (page: typeof here, text: string) => {
    await page.goto(`/journal/projects/${id}?tab=brief`);
    await page.getByRole("button", { name: "Add a requirement" }).click();
    await page
      .getByRole("textbox", { name: /^Requirement/ })
      .last()
      .fill(text);
  };
  await add(here, "Mine");
  await add(there, "Theirs");
  await there.getByRole("button", { name: /^Save as version/ }).click();
  await expect(there.getByText("Approvals of version 1")).toBeVisible();
  await here.getByRole("button", { name: /^Save as version/ }).click();
  await expect(here.getByText("Approvals of version 2")).toBeVisible();
  await expect(here.getByLabel("Requirement 1", { exact: true })).toHaveValue("Mine");
  await expect(here.getByLabel("Requirement 2", { exact: true })).toHaveValue("Theirs");
});

test("notes of a brief that both rewrote are shown side by side", async ({
  person,
  accessible,
}) => {
  const ada = await person();
  const id = await begin(ada, "Harbor");
  const [here, there] = [ada.page, await ada.tab()];
  for (const [page, text] of [
    [here, "Light from the left"],
    [there, "Light from the right"],
  ] as const) {
    await page.goto(`/journal/projects/${id}?tab=brief`);
    await page.getByRole("textbox", { name: "Notes" }).fill(text);
  }
  await there.getByRole("button", { name: /^Save as version/ }).click();
  await expect(there.getByText("Approvals of version 1")).toBeVisible();
  await here.getByRole("button", { name: /^Save as version/ }).click();
  const dialog = here.getByRole("alertdialog", { name: "Someone else was here first" });
  await expect(dialog.getByText("Light from the left")).toBeVisible();
  await expect(dialog.getByText("Light from the right")).toBeVisible();
  await accessible(here);
  await dialog.getByRole("radio", { name: /^Both/ }).check();
  await dialog.getByRole("button", { name: "Save as chosen" }).click();
  await expect(here.getByText("Approvals of version 2")).toBeVisible();
  await expect(there.getByRole("textbox", { name: "Notes" })).toHaveValue(
    "Light from the left\n\nLight from the right",
  );
});

test("milestones have criteria, and a place among those of their day", async ({
  person,
  accessible,
}) => {
  const ada = await person();
  const { page } = ada;
  await page.goto(`/journal/projects/${await begin(ada, "Harbor")}?tab=milestones`);
  const form = page.getByRole("form", { name: "New milestone" });
  for (const name of ["Sketch approved", "Panels primed"]) {
    await form.getByLabel("Name of the milestone").fill(name);
    await form.getByRole("button", { name: "Add" }).click();
    await expect(page.getByLabel(`Status of ${name}`)).toBeVisible();
  }
  const criterion = page.getByLabel("New criterion of Sketch approved");
  await criterion.fill("The client has seen it");
  await criterion.press("Enter");
  await page.getByRole("checkbox", { name: "The client has seen it" }).check();
  await page.getByRole("button", { name: "Move Panels primed up" }).click();
  const rows = page.getByRole("list", { name: "Milestones", exact: true }).locator("> li");
  await expect(rows.first().getByRole("textbox", { name: "Name" })).toHaveValue("Panels primed");
  await accessible(page);
});
