import { explain, type Problem } from "@/problem/problem";

/** Problems that are about one field though the server names none. */
const fieldOf: Readonly<Record<string, string>> = {
  email_taken: "email",
  username_taken: "username",
  weak_password: "password",
};

/** The message to show at each field of an account form. */
export function fieldErrors(problem: Problem | undefined): (field: string) => string | undefined {
  return (field) => {
    if (problem === undefined) return undefined;
    const own = problem.field(field);
    if (own !== undefined) return own;
    return fieldOf[problem.code] === field ? explain(problem) : undefined;
  };
}

/** True when the problem is shown at a field by its code alone. */
export function isAtField(problem: Problem): boolean {
  return problem.code in fieldOf;
}
