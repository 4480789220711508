import { Issuer, Postbox } from "../fixtures/outside.js";
import { fresh, password } from "../fixtures/people.js";
import { Server } from "../fixtures/server.js";
import { expect, test } from "../fixtures/test.js";

test("without mail, a forgotten password is the operator's to renew", async ({ guest, accessible }) => {
  await guest.goto("/sign-in");
  await guest.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(guest.getByText("atelier user reset-link")).toBeVisible();
  await accessible(guest);
  await guest.goto("/reset-password");
  await expect(guest.getByText("This link was used or has expired")).toBeVisible();
  await accessible(guest);
  await guest.goto("/sign-in#problem=domain_not_allowed");
  await expect(guest.getByText("Accounts with an email of this domain can't sign in here")).toBeVisible();
  await accessible(guest);
});

test.describe("with mail and an issuer", () => {
  const username = fresh("mel");
  const email = `${username}@example.test`;
  const postbox = new Postbox();
  const issuer = new Issuer(email);
  let server: Server;

  test.beforeAll(async () => {
    server = new Server({
      ATELIER_MAIL__SMTP_URL: await postbox.open(),
      ATELIER_OIDC__STUDIO__ISSUER: await issuer.open(),
      ATELIER_OIDC__STUDIO__CLIENT_ID: "atelier",
      ATELIER_OIDC__STUDIO__NAME: "Studio account",
    });
    await server.start();
  });
  test.afterAll(async () => {
    await server.stop();
    server.remove();
    postbox.close();
    issuer.close();
  });

  test("a mail brings a new password, and an issuer is linked with it", async ({ browser, watch, accessible }, info) => {
    const context = await browser.newContext({ baseURL: server.url });
    const page = await context.newPage();
    watch(page);
    const account = { email, username, name: "Mel", password };
    expect((await context.request.post("/api/v1/accounts/sign-up", { data: account })).status()).toBe(201);
    await context.clearCookies();

    await page.goto("/forgot-password");
    await page.getByLabel("Email of your account").fill(email);
    await accessible(page);
    await page.getByRole("button", { name: "Send the link" }).click();
    await expect(page.getByText("a link is on its way")).toBeVisible();
    await expect.poll(() => postbox.mails.length).toBe(1);
    const link = /http\S+\/reset-password(#token=\S+)/.exec(postbox.mails[0] ?? "")?.[1] ?? "";
    await page.goto(`/reset-password${link}`);
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Set the password" }).click();
    await expect(page.getByText(/10 characters/)).toBeVisible();
    await page.getByLabel("New password").fill("burnt sienna glaze");
    await accessible(page);
    await page.screenshot({ path: info.outputPath("reset.png") });
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByRole("link", { name: "Sign in" }).click();

    // The issuer sends people to the address that the server is configured with.
    await page.route("http://127.0.0.1:8080/**", (route) => {
      const url = new URL(route.request().url());
      return route.fulfill({ status: 302, headers: { location: `${server.url}${url.pathname}${url.search}` } });
    });
    const button = page.getByRole("link", { name: "Continue with Studio account" });
    await accessible(page);
    await page.screenshot({ path: info.outputPath("sign-in.png") });
    await button.click();
    await expect(page.getByRole("heading", { name: "You have an account" })).toBeVisible();
    expect(new URL(page.url()).hash).toBe("");
    await accessible(page);
    await page.screenshot({ path: info.outputPath("link.png") });
    await page.getByLabel("Password", { exact: true }).fill("burnt sienna glaze");
    await page.getByRole("button", { name: "Link and sign in" }).click();
    await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();

    // From now on the issuer alone is enough.
    await context.clearCookies();
    await page.evaluate(() => localStorage.clear());
    await page.goto("/sign-in");
    await button.click();
    await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
    await context.close();
  });
});
