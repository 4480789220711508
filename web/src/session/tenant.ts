const key = "atelier.tenant";
const listeners = new Set<() => void>();

/**
 * The tenant that this tab acts in; null is the personal one. It is kept a tab, so two
 * organisations can be open side by side, and a new tab begins where the last choice was made.
 */
export function chosenTenant(): string | null {
  return sessionStorage.getItem(key) ?? localStorage.getItem(key);
}

export function chooseTenant(id: string) {
  sessionStorage.setItem(key, id);
  localStorage.setItem(key, id);
  for (const listener of listeners) listener();
}

/** For the next person at this browser. Nobody is told: there is no session to act in. */
export function forgetTenant() {
  sessionStorage.removeItem(key);
  localStorage.removeItem(key);
}

/** Goes back to the personal tenant, from one that the user doesn't belong to (any more). */
export function leaveTenant() {
  forgetTenant();
  for (const listener of listeners) listener();
}

export function onTenantChange(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
