import { existsSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { Person } from "../fixtures/people.js";
import { Server } from "../fixtures/server.js";
import { expect, test } from "../fixtures/test.js";

/** A second of a tone at 48 kHz, which the browser's microphone plays over and over. */
function tone(): string {
  const [rate, seconds] = [48_000, 1];
  const samples = Buffer.alloc(rate * seconds * 2);
  for (let at = 0; at < rate * seconds; at++) {
    samples.writeInt16LE(Math.round(12_000 * Math.sin((2 * Math.PI * 330 * at) / rate)), at * 2);
  }
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.length, 40);
  const path = join(tmpdir(), `atelier-tone-${process.pid}.wav`);
  writeFileSync(path, Buffer.concat([header, samples]));
  return path;
}

const recorderTest = test.extend<{ studio: Page }>({
  studio: async ({ server, watch }, use) => {
    const browser = await chromium.launch({
      executablePath: process.env.ATELIER_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        `--use-file-for-fake-audio-capture=${tone()}`,
      ],
    });
    const ada = await Person.arrive(browser, server.url, watch);
    await use(ada.page);
    await browser.close();
  },
});

recorderTest("what is said is sent while it is said", async ({ studio: page, accessible }) => {
  const sent: number[] = [];
  page.on("request", (request) => {
    const index = /\/recordings\/[^/]+\/chunks\/(\d+)$/.exec(request.url())?.[1];
    if (index !== undefined && request.method() === "PUT") sent.push(Number(index));
  });
  await page.goto("/journal");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  const timer = page.getByRole("timer", { name: "Elapsed" });
  // The first three seconds go while the recorder runs.
  await expect.poll(() => sent[0]).toBe(0);
  await expect(timer).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Go on" })).toBeVisible();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Record", exact: true })).toBeVisible();
  // What is left goes at the end; how much that is depends on how long the page was looked at.
  await expect.poll(() => sent.length).toBeGreaterThan(1);
  expect(sent).toEqual(sent.map((_, index) => index));
});

recorderTest("a reload loses at most the last chunk", async ({ studio: page }) => {
  await page.goto("/journal");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByRole("timer", { name: "Elapsed" })).toHaveText("0:04");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("about:blank");
  await page.goto("/journal");
  const left = page.getByRole("region", { name: /Unfinished recording from/ });
  await expect(left).toContainText("0:03 kept");
  await left.getByRole("button", { name: "Finish" }).click();
  await expect(left).toHaveCount(0);
});

recorderTest("discarding asks first and leaves nothing behind", async ({ studio: page }) => {
  await page.goto("/journal");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByRole("timer", { name: "Elapsed" })).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("button", { name: "Record", exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Record", exact: true })).toBeVisible();
  await expect(page.getByText("Unfinished recording")).toHaveCount(0);
});

test("without a microphone it says what to do", async ({ person, accessible }) => {
  const { page } = await person();
  await page.goto("/journal");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: /microphone|listen/ })).toBeVisible();
  await accessible(page);
});

/** Speech that comes with the models, where `cargo xtask models` has put them. */
const speech = join(
  process.env.ATELIER_INTELLIGENCE__MODELS ?? join(homedir(), ".cache/atelier/models"),
  "samples/two_cities.wav",
);

test("a recording made elsewhere is written down", async ({ person }) => {
  const ada = await person();
  const { page } = ada;
  const status = await ada.graphql<{ speech: { available: boolean } }>("{ speech { available } }");
  await page.goto("/journal");
  if (!status.speech.available || !existsSync(speech)) {
    // Without models the page says what is missing, and the rest of it works.
    await expect(page.getByText(/cargo xtask models/)).toBeVisible();
    return;
  }
  // The models are loaded first, which takes longer than any page.
  test.slow();
  await page.getByLabel("Sound files").setInputFiles(speech);
  await expect(page.getByText(/best of times/i)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText("spoken", { exact: true })).toBeVisible();
  // What was said is found, and heard from the word on.
  await expect(async () => {
    await page.goto("/journal/search?q=wisdom");
    await expect(page.getByRole("button", { name: /^Hear it from 0:0/ })).toBeVisible({
      timeout: 3000,
    });
  }).toPass({ timeout: 30_000 });
});

test("without models a recording is kept, and can be heard again", async ({ browser, watch, accessible }) => {
  const server = new Server({ ATELIER_INTELLIGENCE__MODELS: join(tmpdir(), "no-models-here") });
  await server.start();
  try {
    const { page } = await Person.arrive(browser, server.url, watch);
    await page.goto("/journal");
    const speech = page.getByRole("complementary", { name: "Speech" });
    await expect(speech.getByText("cargo xtask models")).toBeVisible();
    await page.getByLabel("Sound files").setInputFiles(tone());
    await expect(page.getByText(/It wasn’t written down/)).toBeVisible();
    await accessible(page);
    // Another page knows of it as well.
    await page.reload();
    const kept = page.getByRole("status").filter({ hasText: "It isn’t written down" });
    await expect(kept).toBeVisible();
    await kept.getByRole("button", { name: "Hear again" }).click();
    await expect(kept).toBeVisible();
    await kept.getByRole("button", { name: "Delete the recording" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(kept).toHaveCount(0);
    await page.context().close();
  } finally {
    await server.stop();
    server.remove();
  }
});
