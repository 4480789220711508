import { afterEach, describe, expect, it, vi } from "vitest";
import { chooseTenant, chosenTenant, forgetTenant, leaveTenant, onTenantChange } from "./tenant";

afterEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe("the tenant of a tab", () => {
  it("is the personal one until another is chosen", () => {
    expect(chosenTenant()).toBeNull();
    chooseTenant("org_1");
    expect(chosenTenant()).toBe("org_1");
  });

  it("begins with the choice last made in any tab", () => {
    localStorage.setItem("atelier.tenant", "org_2");
    expect(chosenTenant()).toBe("org_2");
  });

  it("keeps its own choice when another tab chooses", () => {
    chooseTenant("org_1");
    localStorage.setItem("atelier.tenant", "org_2");
    expect(chosenTenant()).toBe("org_1");
  });

  it("is left, which is told, or forgotten, which isn't", () => {
    chooseTenant("org_1");
    const told = vi.fn();
    const stop = onTenantChange(told);
    leaveTenant();
    chooseTenant("org_1");
    forgetTenant();
    stop();
    leaveTenant();
    expect(told).toHaveBeenCalledTimes(2);
    expect(chosenTenant()).toBeNull();
  });
});
