import { expect, it } from "vitest";
import { onThisHost } from "./address";

it("asks the page's own host for what the server keeps itself", () => {
  expect(onThisHost("http://127.0.0.1:8080/blobs/assets/a/150.jpg?expires=1&signature=x")).toBe(
    "/blobs/assets/a/150.jpg?expires=1&signature=x",
  );
});

it("leaves the address of a bucket elsewhere alone", () => {
  const bucket = "https://s3.example.test/blobs/a.jpg?X-Amz-Signature=x";
  expect(onThisHost(bucket)).toBe(bucket);
  expect(onThisHost(null)).toBeUndefined();
});
