/** What an axis is called: a list in a prompt that has no name of its own by what it holds. */
export function axisName(name: string, values: readonly string[]): string {
  if (!/^token \d+$/.test(name) || values.length === 0) return name;
  const [first, second, third] = values.filter((value) => value !== "");
  const shown = [first, second].filter((value) => value !== undefined).join(", ");
  return third === undefined ? shown : `${shown}, …`;
}
