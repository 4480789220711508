import { expect, it } from "vitest";
import { placeOf } from "./place-of";

it.each([
  [{ kind: "log", id: "log_1", projectId: "proj_1" }, "/journal/projects/proj_1?tab=logs#log_1"],
  [{ kind: "log", id: "log_1", projectId: null }, "/journal#log_1"],
  [{ kind: "asset", id: "asset_1", projectId: "proj_1" }, "/journal/gallery?asset=asset_1"],
  [{ kind: "brief", id: "b", projectId: "proj_1" }, "/journal/projects/proj_1?tab=brief"],
  [{ kind: "art_record", id: "proj_2", projectId: null }, "/journal/projects/proj_2"],
])("leads to %j", (hit, path) => expect(placeOf(hit)).toBe(path));
