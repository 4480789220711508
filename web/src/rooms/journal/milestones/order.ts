import type { Milestone } from "./data";

/** As the server orders them: by their day, those without one last, then as people put them. */
export function inOrder(milestones: readonly Milestone[]): Milestone[] {
  return [...milestones].sort(
    (a, b) => compareDays(a.due, b.due) || a.position - b.position || (a.id < b.id ? -1 : 1),
  );
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/**
 * The positions to write so that the milestone at `from` comes to stand at `to`. Time comes before
 * taste: only milestones of the same day, or of none, change places.
 */
export function moved(
  ordered: readonly Milestone[],
  from: number,
  to: number,
): { milestone: Milestone; position: number }[] {
  const [moving, target] = [ordered[from], ordered[to]];
  if (moving === undefined || target === undefined || moving.due !== target.due || from === to)
    return [];
  const group = ordered.filter(({ due }) => due === moving.due);
  const rest = group.filter(({ id }) => id !== moving.id);
  rest.splice(group.indexOf(target), 0, moving);
  const first = Math.min(...group.map(({ position }) => position));
  return rest
    .map((milestone, index) => ({ milestone, position: first + index }))
    .filter(({ milestone, position }) => milestone.position !== position);
}

/** Which of the points along a line, from 0 to 1 and in their order, have room for a name of this width. */
export function withRoom(points: readonly number[], width: number): boolean[] {
  let free = Number.NEGATIVE_INFINITY;
  return points.map((point) => {
    if (point < free) return false;
    free = point + width;
    return true;
  });
}

/** Where days stand between the first and the last, from 0 to 1. */
export function along(days: readonly string[]): Map<string, number> {
  const times = days.map((day) => Date.parse(day));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(1, last - first);
  return new Map(days.map((day) => [day, (Date.parse(day) - first) / span]));
}
