import { expect, test } from "../fixtures/test.js";

for (const theme of ["light", "dark"] as const) {
  test(`an owner reads, filters and exports the audit trail (${theme})`, async ({ person, accessible }) => {
    const [ada, ben] = [await person(theme), await person()];
    await ada.found();
    const { page } = ada;
    await page.goto("/settings/members");
    await page.getByLabel("Add by email or username").fill(ben.username);
    await page.getByRole("button", { name: "Add member" }).click();
    await expect(page.getByRole("list", { name: "Members" }).getByRole("listitem")).toHaveCount(2);
    await page.goto("/settings/audit");
    const trail = page.getByRole("table", { name: "Audit trail" });
    await expect(trail.getByText("member.add")).toBeVisible();
    await expect(trail.getByText("tenant.create")).toBeVisible();
    await expect(page.getByText(/^Verified: 2 entries$/)).toBeVisible();
    await page.getByRole("button", { name: "Details of entry 2" }).click();
    await expect(page.getByText("Digest after")).toBeVisible();
    await accessible(page);
    await page.getByLabel("Action").selectOption("tenant");
    await expect(page).toHaveURL(/action=tenant/);
    await expect(trail.getByText("member.add")).toHaveCount(0);
    await page.getByLabel("Target id").fill("nothing");
    await expect(page.getByRole("heading", { name: "No such entries" })).toBeVisible();
    await accessible(page);
    await page.goto("/settings/audit");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    expect((await download).suggestedFilename()).toBe("audit.csv");
  });
}
