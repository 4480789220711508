/** Types to offer; any other word will do. */
export const usualTypes = [
  "painting",
  "drawing",
  "print",
  "sculpture",
  "photograph",
  "series",
  "commission",
  "exhibition",
  "dataset",
  "agent",
] as const;
