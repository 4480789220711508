import { call } from "./client";
import { noteSignedIn } from "./hint";

/** Where the account calls live. */
export const accounts = "/api/v1/accounts";

interface PasswordChange {
  current_password: string;
  new_password: string;
}

/** Ends this browser's session. */
export async function signOut(): Promise<void> {
  await call("POST", `${accounts}/sign-out`);
  noteSignedIn(false);
}

/** Ends every other session of the account, too. */
export function changePassword(change: PasswordChange): Promise<void> {
  return call("POST", `${accounts}/password`, change);
}
