import { fresh, password } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("a newcomer signs up, signs out and signs in again", async ({ guest, accessible }) => {
  const username = fresh("nora");
  await guest.goto("/");
  await expect(guest).toHaveURL(/\/sign-in/);
  await accessible(guest);
  await guest.getByRole("link", { name: "Create an account" }).click();
  await guest.getByLabel("Your name").fill("Nora");
  await guest.getByLabel("Username").fill(username);
  await guest.getByLabel("Email").fill(`${username}@example.test`);
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await accessible(guest);
  await guest.keyboard.press("Enter");
  await expect(guest.getByText("A blank canvas")).toBeVisible();
  await guest.getByRole("button", { name: "your menu" }).click();
  await guest.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(guest).toHaveURL(/\/sign-in/);
  await guest.getByLabel("Email or username").fill(username.toUpperCase());
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.keyboard.press("Enter");
  await expect(guest.getByRole("heading", { name: "Projects" })).toBeVisible();
});

test("what is wrong with a form is said at its fields", async ({ guest, person, accessible }) => {
  const { username } = await person();
  await guest.goto("/sign-up");
  await guest.getByLabel("Your name").fill("Nora");
  await guest.getByLabel("Username").fill(username);
  await guest.getByLabel("Email").fill("nora@example.test");
  await guest.getByLabel("Password", { exact: true }).fill("short");
  await guest.getByRole("button", { name: "Create" }).click();
  await expect(guest.getByText("needs 10 characters or more")).toBeVisible();
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: "Create" }).click();
  await expect(guest.getByText(/taken/)).toBeVisible();
  await accessible(guest);
});

test("a wrong password is told, and many of them must wait", async ({ guest, person, accessible }) => {
  const { username } = await person();
  await guest.goto("/sign-in");
  // The router has an alert of its own, for the names of pages.
  const alert = guest.getByRole("alert").filter({ hasText: /./ });
  await guest.getByLabel("Email or username").fill(username);
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await guest.getByLabel("Password", { exact: true }).fill(`wrong ${attempt}`);
    const answered = guest.waitForResponse("**/sign-in");
    await guest.getByRole("button", { name: "Sign in" }).click();
    await answered;
    if (attempt === 0) await expect(alert).toContainText("belong together");
  }
  await expect(alert).toContainText(/wait|second/i);
  await accessible(guest);
});

test("an ended session leads to the sign-in and back to where one was", async ({ person }) => {
  const ada = await person();
  const project = await ada.createProject("Harbor Triptych");
  await ada.page.goto(`/projects/${project.id}`);
  await expect(ada.page.getByRole("textbox", { name: "Name" })).toHaveValue("Harbor Triptych");
  await ada.context.clearCookies();
  await ada.page.reload();
  await expect(ada.page).toHaveURL(/\/sign-in\?next=/);
  await ada.page.getByLabel("Email or username").fill(ada.username);
  await ada.page.getByLabel("Password", { exact: true }).fill(password);
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByRole("textbox", { name: "Name" })).toHaveValue("Harbor Triptych");
});
