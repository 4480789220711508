import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.js";

const nameOf = (page: Page) => page.getByRole("textbox", { name: "Name" });

test("what one does the other sees, in the list and on the page", async ({ person }) => {
  const [ada, ben] = [await person(), await person()];
  const tenant = await ada.found([[ben, "VIEWER"]]);
  const project = await ada.createProject("Harbor", tenant);
  await ben.page.goto("/projects");
  await expect(ben.page.getByRole("link", { name: /Harbor/ })).toBeVisible();
  const beside = await ben.tab();
  await beside.goto(`/projects/${project.id}`);
  await expect(nameOf(beside)).toHaveValue("Harbor");
  await ada.page.goto(`/projects/${project.id}`);
  await nameOf(ada.page).fill("Harbor at dusk");
  await nameOf(ada.page).press("Enter");
  await expect(ben.page.getByRole("link", { name: /Harbor at dusk/ })).toBeVisible();
  await expect(nameOf(beside)).toHaveValue("Harbor at dusk");
  await ada.createProject("Night Ferry", tenant);
  await expect(ben.page.getByRole("link", { name: /Night Ferry/ })).toBeVisible();
  await ada.page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(ben.page.getByRole("link", { name: /Harbor at dusk/ })).toHaveCount(0);
  await expect(beside.getByRole("status").filter({ hasText: "Archived" })).toBeVisible();
});

for (const [choice, kept] of [
  ["Keep mine", "Mine at dawn"],
  ["Take theirs", "Theirs at dusk"],
] as const) {
  test(`two edit the same field at once: ${choice.toLowerCase()}`, async ({ person, accessible }) => {
    const ada = await person();
    const { page } = ada;
    const project = await ada.createProject("Harbor");
    // News would tell of the other edit before this one is made.
    await page.routeWebSocket("**/graphql", (socket) => socket.close());
    await page.goto(`/projects/${project.id}`);
    await nameOf(page).fill("Mine at dawn");
    await ada.graphql(
      'mutation($id: ProjectId!) { updateProject(id: $id, version: 1, patch: {name: "Theirs at dusk"}) { __typename } }',
      { id: project.id },
    );
    await nameOf(page).press("Enter");
    const dialog = page.getByRole("alertdialog", { name: "Someone else was here first" });
    await expect(dialog).toContainText("Theirs at dusk");
    await accessible(page);
    await dialog.getByRole("button", { name: choice }).click();
    await expect(nameOf(page)).toHaveValue(kept);
    await expect(async () => {
      const stored = await ada.graphql<{ project: { name: string } }>(
        "query($id: ProjectId!) { project(id: $id) { name } }",
        { id: project.id },
      );
      expect(stored.project.name).toBe(kept);
    }).toPass();
  });
}

test("a project that another deletes says so on the open page", async ({ person }) => {
  const [ada, ben] = [await person(), await person()];
  const tenant = await ada.found([[ben, "MEMBER"]]);
  const project = await ada.createProject("Harbor", tenant);
  await ben.page.goto(`/projects/${project.id}`);
  await expect(nameOf(ben.page)).toHaveValue("Harbor");
  const change = (verb: string, version: number) =>
    ada.graphql(`mutation($id: ProjectId!) { ${verb}(id: $id, version: ${version}) { __typename } }`, { id: project.id }, tenant);
  await change("archiveProject", 1);
  await change("deleteProject", 2);
  await expect(ben.page.getByText("This project was deleted.")).toBeVisible();
});
