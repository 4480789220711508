import { sectionOf } from "@/patterns/gallery/day-layout";
import type { Command } from "./keys";
import type { Layout } from "./use-layout";

type Way = Extract<Command, { to: unknown }>["to"];

/** The product, by how many are above it, to which a key leads; null where there is none. */
export function walk(way: Way, index: number, { page, shape }: Layout): number | null {
  const within = (next: number) => (next >= 0 && next < page.total && next !== index ? next : null);
  if (way === "first") return within(0);
  if (way === "last") return within(page.total - 1);
  if (way === "left") return within(index - 1);
  if (way === "right") return within(index + 1);
  const section = sectionOf(page, index);
  if (section === undefined) return null;
  const by = way === "down" ? 1 : -1;
  const here = shape(section);
  const next = here.beside(index - section.first, by);
  if (next !== null) return section.first + next;
  const other = sectionOf(page, by === 1 ? section.first + section.count : section.first - 1);
  if (other === undefined) return null;
  const there = shape(other);
  const edge = by === 1 ? 0 : there.height - 1;
  const row = there.between(edge, edge);
  const { left } = here.place(index - section.first);
  let best = row.first;
  for (let at = row.first; at < row.end; at += 1) {
    const far = (product: number) => Math.abs(there.place(product).left - left);
    if (far(at) < far(best)) best = at;
  }
  return other.first + best;
}
