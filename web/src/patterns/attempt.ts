import { Problem } from "@/problem/problem";
import { sayProblem } from "./toast";

/** Does something that the server may refuse, and says so where it does. True when it was done. */
export async function attempt(what: string, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    sayProblem(what, error);
    return false;
  }
}
