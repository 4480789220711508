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

test("decisions are taken back one after the other", async ({ person }) => {
  const ada = await person();
  const { page } = ada;
  await ada.graphql(askAlways);
  for (const rawText of ["Gesso on two panels, 20 minutes.", "Sanded the frame, 30 minutes."]) {
    await ada.graphql("mutation($input: NewLog!) { createLog(input: $input) { logId } }", {
      input: { rawText },
    });
  }
  await page.goto("/journal");
  const queue = page.getByRole("list", { name: "Notes to review" }).getByRole("listitem");
  await expect(queue).toHaveCount(2);
  await page.keyboard.press("y");
  await expect(queue).toHaveCount(1);
  await page.keyboard.press("n");
  await expect(queue).toHaveCount(0);
  // Longer than a toast stays.
  await expect(page.locator("[data-sonner-toast]")).toHaveCount(0, { timeout: 20_000 });
  await page.keyboard.press("u");
  await expect(queue).toHaveCount(1);
  await page.keyboard.press("u");
  await expect(queue).toHaveCount(2);
});

test("a note is read again with a word that was taught since", async ({ person }) => {
  const ada = await person();
  const { page } = ada;
  await ada.graphql(askAlways);
  await ada.graphql("mutation($input: NewLog!) { createLog(input: $input) { logId } }", {
    input: { rawText: "Laid in the ground with kremserblau, twenty minutes." },
  });
  await page.goto("/journal");
  const queue = page.getByRole("list", { name: "Notes to review" });
  await expect(queue.getByRole("button", { name: /^20 min/ })).toBeVisible();
  await expect(queue.getByRole("button", { name: /^kremserblau/ })).toHaveCount(0);
  await ada.graphql(
    'mutation { teachTerm(term: "kremserblau", kind: "material") { term } }',
  );
  await queue.getByRole("button", { name: "What to do with this note" }).click();
  await page.getByRole("menuitem", { name: "Read the facts again" }).click();
  await expect(queue.getByRole("button", { name: /^kremserblau/ })).toBeVisible();
});

test("what can be done with a note among the days can be reached", async ({ person }) => {
  const ada = await person();
  const { page } = ada;
  const { createLog } = await ada.graphql<{ createLog: { logId: string; version: number } }>(
    "mutation($input: NewLog!) { createLog(input: $input) { logId version } }",
    { input: { rawText: "Stretched a canvas, ten minutes." } },
  );
  await ada.graphql(
    "mutation($id: LogId!, $version: Int!) { confirmLog(id: $id, version: $version) { __typename } }",
    { id: createLog.logId, version: createLog.version },
  );
  await page.goto("/journal");
  const day = page.getByRole("region", { name: "Today" });
  await day.getByRole("button", { name: "What to do with this note" }).click();
  // A click is only taken where nothing cuts the menu off.
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("Stretched a canvas")).toHaveCount(0);
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
