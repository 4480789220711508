import { password } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("members join, change roles and can't leave an organisation ownerless", async ({ person, accessible }) => {
  const [ada, ben] = [await person(), await person()];
  await ada.found();
  const { page } = ada;
  await page.goto("/settings/members");
  const members = page.getByRole("list", { name: "Members" });
  await page.getByLabel("Add by email or username").fill(ben.username);
  await page.getByRole("button", { name: "Add member" }).click();
  await expect(members.getByRole("listitem")).toHaveCount(2);
  await accessible(page);
  const self = page.getByLabel(`Role of Ada ${ada.username}`);
  await self.selectOption("VIEWER");
  await expect(page.getByText(/needs at least one owner/).first()).toBeVisible();
  await expect(self).toHaveValue("OWNER");
  await page.getByLabel("Add by email or username").fill("nobody-at-all");
  await page.getByRole("button", { name: "Add member" }).click();
  await expect(page.getByText(/Ask them to sign up first/).first()).toBeVisible();
});

test("an API key is shown once, works, and is revoked", async ({ person, accessible, server, playwright }) => {
  const { page } = await person();
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: /key/i }).first().click();
  const form = page.getByRole("dialog", { name: "New API key" });
  await form.getByLabel("Name").fill("press");
  await form.getByRole("button", { name: /create/i }).click();
  const shown = page.getByRole("dialog", { name: "Copy your key now" });
  const token = (await shown.locator("code").first().textContent()) ?? "";
  expect(token).toHaveLength(47);
  await accessible(page);
  await shown.getByRole("button", { name: "I have copied it" }).click();
  const program = await playwright.request.newContext({ baseURL: server.url, extraHTTPHeaders: { Authorization: `Bearer ${token}` } });
  const ask = async () => (await (await program.post("/graphql", { data: { query: "{ me { role } }" } })).json()) as { errors?: unknown[] };
  expect((await ask()).errors).toBeUndefined();
  await page.getByRole("button", { name: "Revoke press" }).click();
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: /revoke/i }).click();
  await expect(page.getByRole("button", { name: "Revoke press" })).toHaveCount(0);
  expect((await ask()).errors).toHaveLength(1);
  await program.dispose();
});

test("a name and a password are changed", async ({ person, accessible, guest }) => {
  const ada = await person();
  const { page } = ada;
  await page.goto("/settings/profile");
  await expect(page.getByLabel("Current password")).toBeVisible();
  await accessible(page);
  await page.getByLabel("Current password").fill(password);
  await page.getByLabel("New password").fill("burnt sienna glaze");
  const changed = page.waitForResponse("**/accounts/password");
  await page.getByRole("button", { name: /change password/i }).click();
  expect((await changed).status()).toBe(204);
  await guest.goto("/sign-in");
  await guest.getByLabel("Email or username").fill(ada.username);
  await guest.getByLabel("Password", { exact: true }).fill("burnt sienna glaze");
  await guest.keyboard.press("Enter");
  await expect(guest.getByRole("heading", { name: "Projects" })).toBeVisible();
});
