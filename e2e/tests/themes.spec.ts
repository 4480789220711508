import { expect, test } from "../fixtures/test.js";

for (const theme of ["light", "dark"] as const) {
  test(`every screen reads well in the ${theme} theme, large and small`, async ({ person, accessible }, info) => {
    const ada = await person(theme);
    const tenant = await ada.found();
    const project = await ada.createProject("Harbor Triptych", tenant);
    const { page } = ada;
    for (const [screen, path, ready] of [
      ["projects", "/projects", "Harbor Triptych"],
      ["archived", "/projects?state=archived", "The archive is empty"],
      ["project", `/projects/${project.id}`, "Settings"],
      ["members", "/settings/members", ada.username],
      ["api-keys", "/settings/api-keys", "No keys yet"],
      ["profile", "/settings/profile", "password"],
      ["security", "/settings/security", "Your password alone"],
    ] as const) {
      for (const [size, width, height] of [["large", 1440, 900], ["small", 390, 844]] as const) {
        await page.setViewportSize({ width, height });
        await page.goto(path);
        await expect(page.getByText(new RegExp(ready, "i")).filter({ visible: true }).first()).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        await accessible(page);
        await page.screenshot({ path: info.outputPath(`${screen}-${size}-${theme}.png`) });
      }
    }
  });
}
