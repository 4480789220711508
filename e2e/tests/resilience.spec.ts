import { Server } from "../fixtures/server.js";
import { Person } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("a server that goes away takes nothing along", async ({ browser, watch }) => {
  // Its own server: the others' must go on.
  const server = new Server();
  await server.start();
  try {
    const ada = await Person.arrive(browser, server.url, watch);
    const project = await ada.createProject("Harbor");
    const name = ada.page.getByRole("textbox", { name: "Name" });
    await ada.page.goto(`/projects/${project.id}`);
    await expect(name).toHaveValue("Harbor");
    await server.stop();
    await name.fill("Lost at sea");
    await name.press("Enter");
    await expect(ada.page.getByText(/reach|offline|connection|not saved/i).first()).toBeVisible();
    await expect(name).toHaveValue("Harbor");
    await server.start();
    await name.fill("Found again");
    await name.press("Enter");
    await expect(ada.page.getByText("version 2")).toBeVisible();
    await ada.page.reload();
    await expect(name).toHaveValue("Found again");
    await ada.context.close();
  } finally {
    await server.stop();
    server.remove();
  }
});
