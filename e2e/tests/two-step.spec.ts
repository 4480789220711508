import type { Page } from "@playwright/test";
import { password } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";
import { totp } from "../fixtures/totp.js";

/** A code of the next half minute: the present one may be used up, and one step ahead is taken. */
const nextCode = (secret: string) => totp(secret, Date.now() + 30_000);

async function setUp(page: Page): Promise<string> {
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByLabel("Your password, once more").fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
  const secret = (await page.locator("[data-test-id=totp-secret]").textContent()) ?? "";
  expect(secret).toHaveLength(32);
  return secret;
}

async function signIn(guest: Page, login: string) {
  await guest.goto("/sign-in");
  await guest.getByLabel("Email or username").fill(login);
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.keyboard.press("Enter");
  await expect(guest.getByRole("heading", { name: "One more step" })).toBeVisible();
}

for (const theme of ["light", "dark"] as const) {
  test(`two steps are set up and asked for, ${theme}`, async ({ person, guest, accessible }, info) => {
    const ada = await person(theme);
    const { page } = ada;
    const picture = (where: Page, name: string) => where.screenshot({ path: info.outputPath(`${name}-${theme}.png`) });
    const secret = await setUp(page);
    await accessible(page);
    await picture(page, "scan");
    await page.getByLabel("The code that the app shows now").fill("000000");
    await page.getByRole("button", { name: "Turn on" }).click();
    await expect(page.getByText("This code is wrong")).toBeVisible();
    await page.getByLabel("The code that the app shows now").fill(totp(secret));
    await page.getByRole("button", { name: "Turn on" }).click();
    const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    await expect(codes).toHaveCount(10);
    const recovery = await codes.allTextContents();
    await accessible(page);
    await picture(page, "codes");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click();
    expect((await download).suggestedFilename()).toBe("atelier-recovery-codes.txt");
    await page.getByRole("button", { name: "I have kept them" }).click();
    await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
    await accessible(page);
    await picture(page, "on");

    if (theme === "dark") await guest.emulateMedia({ colorScheme: "dark" });
    await signIn(guest, ada.username);
    await accessible(guest);
    await picture(guest, "second-step");
    await guest.getByLabel("Code").fill("000000");
    await guest.getByRole("button", { name: "Continue" }).click();
    await expect(guest.getByText("This code is wrong or was used")).toBeVisible();
    await guest.getByLabel("Code").fill(nextCode(secret));
    await guest.getByRole("button", { name: "Continue" }).click();
    await expect(guest.getByRole("heading", { name: "Projects" })).toBeVisible();

    // A recovery code signs in, and turns it off again.
    await guest.context().clearCookies();
    await guest.evaluate(() => localStorage.clear());
    await signIn(guest, ada.username);
    await guest.getByLabel("Code").fill(recovery[0] ?? "");
    await guest.keyboard.press("Enter");
    await expect(guest.getByRole("heading", { name: "Projects" })).toBeVisible();
    await page.reload();
    await expect(page.getByText("9 recovery codes are left.")).toBeVisible();
    await page.getByRole("button", { name: "Turn off" }).click();
    await page.getByLabel("Your password", { exact: true }).fill(password);
    await page.getByLabel("Code").fill(recovery[1] ?? "");
    await accessible(page);
    await page.getByRole("button", { name: "Turn off" }).click();
    await expect(page.getByText("Your password alone signs you in.")).toBeVisible();
  });
}
