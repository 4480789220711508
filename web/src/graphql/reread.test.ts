import { type ApolloClient, NetworkStatus } from "@apollo/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRereader } from "./reread";

const shown = (queryName: string, networkStatus = NetworkStatus.ready) => ({
  queryName,
  networkStatus,
  getCurrentResult() {
    return { networkStatus: this.networkStatus };
  },
  refetch: vi.fn(() => Promise.resolve({})),
});
type Shown = ReturnType<typeof shown>;

const reading = (...queries: Shown[]) =>
  createRereader(
    { getObservableQueries: () => new Set(queries) } as unknown as ApolloClient,
    200,
    ({ queryName }, names) => queryName !== undefined && names.has(queryName),
  );
const times = (...queries: Shown[]) => queries.map(({ refetch }) => refetch.mock.calls.length);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("createRereader", () => {
  it("reads once what changed in a burst, and nothing else", () => {
    const [assets, terms] = [shown("Assets"), shown("Terms")];
    const rereader = reading(assets, terms);
    for (let photo = 0; photo < 20; photo += 1) rereader.add(["Assets", "Covers"]);
    expect(times(assets, terms)).toEqual([0, 0]);
    vi.advanceTimersByTime(1000);
    expect(times(assets, terms)).toEqual([1, 0]);
  });
  it("waits for what is on its way, and then reads it once", () => {
    const assets = shown("Assets", NetworkStatus.loading);
    reading(assets).add(["Assets"]);
    vi.advanceTimersByTime(500);
    expect(times(assets)).toEqual([0]);
    assets.networkStatus = NetworkStatus.ready;
    vi.advanceTimersByTime(1000);
    expect(times(assets)).toEqual([1]);
    expect(vi.getTimerCount()).toBe(0);
  });
  it("reads nothing after it was stopped", () => {
    const assets = shown("Assets");
    const rereader = reading(assets);
    rereader.add(["Assets"]);
    rereader.stop();
    vi.advanceTimersByTime(1000);
    expect(times(assets)).toEqual([0]);
  });
});
