import { password } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("a whole visit without a mouse", async ({ guest: page, person }) => {
  const { username } = await person();
  await page.goto("/sign-in");
  await expect(page.getByLabel("Email or username")).toBeFocused();
  await page.keyboard.type(username);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByText("A blank canvas")).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("new proj");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "New project" }).getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Cyanotype Garden");
  await page.keyboard.press("Enter");
  // The dialog has a name field too, and Escape would close it instead of leading back.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const name = page.getByRole("textbox", { name: "Name" });
  await expect(name).toHaveValue("Cyanotype Garden");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: /Cyanotype Garden/ })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: /keyboard/i })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const before = await page.locator("html").getAttribute("data-theme");
  await page.keyboard.press("Control+Shift+L");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", before ?? "");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("sign out");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
});
