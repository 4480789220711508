import { expect, test } from "../fixtures/test.js";

const note =
  "Spent an hour and a quarter on the harbor triptych, second glaze of ultramarine over the burnt sienna, ran out of cold wax.";

/** Nothing is confirmed by itself, however sure it is. */
const askAlways =
  "mutation { updateJournalSettings(version: 0, patch: { autoConfirmThreshold: 1 }) { __typename } }";

test("a typed note becomes facts that are confirmed with one key", async ({
  person,
  accessible,
}) => {
  const ada = await person();
  const { page } = ada;
  await ada.createProject("Harbor Triptych");
  await ada.graphql(askAlways);
  await page.goto("/journal");
  await expect(page.getByText("Talk about your work")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Try this sentence" }).click();
  const box = page.getByRole("textbox", { name: "Note" });
  await expect(box).toHaveValue(note);
  await box.press("Control+Enter");
  const queue = page.getByRole("list", { name: "Notes to review" });
  await expect(queue.getByRole("button", { name: /^1 h 15 min/ })).toBeVisible();
  await expect(queue.getByRole("button", { name: /^ultramarine used/ })).toBeVisible();
  await expect(queue.getByRole("button", { name: /^cold wax to buy/ })).toBeVisible();
  await expect(queue.getByRole("button", { name: /Project: Harbor Triptych/ })).toBeVisible();
  await accessible(page);
  await box.press("Escape");
  await page.keyboard.press("j");
  await expect(queue.getByRole("listitem").first()).toBeFocused();
  await page.keyboard.press("y");
  await expect(queue).toHaveCount(0);
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(queue).toBeVisible();
});

test("pointing at a fact marks its words", async ({ person }) => {
  const { page } = await person();
  await page.goto("/journal");
  await page.getByRole("textbox", { name: "Note" }).fill(note);
  await page.getByRole("button", { name: "Note it" }).click();
  const chip = page.getByRole("button", { name: /^ultramarine used/ });
  await chip.focus();
  await expect(page.locator("[data-lit]")).toHaveText("ultramarine");
});

test("a note is put right by hand, and others see it", async ({ person }) => {
  const [ada, ben] = [await person(), await person()];
  await ada.found([[ben, "MEMBER"]]);
  for (const { page } of [ada, ben]) await page.goto("/journal");
  await ada.page.getByRole("textbox", { name: "Note" }).fill("Primed three panels, forty minutes.");
  await ada.page.getByRole("button", { name: "Note it" }).click();
  await expect(ben.page.getByText("Primed three panels")).toBeVisible();
  await ada.page.getByRole("button", { name: "Edit" }).first().click();
  const dialog = ada.page.getByRole("dialog", { name: "Edit the note" });
  await dialog.getByLabel("Minutes").fill("50");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(ben.page.getByRole("button", { name: /^50 min/ })).toBeVisible();
});
