/** What the order of a board goes by. */
export interface Placed {
  id: string;
  position: number;
  createdAt: string;
}

/** As they hang on the board: by their places; of two in one place the newer one first. */
export function arranged<Card extends Placed>(cards: readonly Card[]): Card[] {
  return [...cards].sort(
    (a, b) =>
      a.position - b.position ||
      (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0),
  );
}

/** A place before all others. */
export function beforeAll(cards: readonly Placed[]): number | undefined {
  if (cards.length === 0) return undefined;
  return Math.min(...cards.map(({ position }) => position)) - 1;
}

/**
 * The new places when the card at `from` goes to where `to` is: one card's as a rule. When there is
 * no number left between its neighbours, all from there on move along.
 */
export function moved<Card extends Placed>(
  cards: readonly Card[],
  from: number,
  to: number,
): { card: Card; position: number }[] {
  const card = cards[from];
  if (card === undefined || from === to || to < 0 || to >= cards.length) return [];
  const rest = cards.filter((_, index) => index !== from);
  const [before, after] = [rest[to - 1], rest[to]];
  const position =
    before === undefined
      ? (after?.position ?? 0) - 1
      : after === undefined
        ? before.position + 1
        : (before.position + after.position) / 2;
  const fits =
    (before === undefined || before.position < position) &&
    (after === undefined || position < after.position);
  if (fits) return [{ card, position }];
  const behind = [card, ...rest.slice(to)];
  const start = before?.position ?? 0;
  return behind.map((each, index) => ({ card: each, position: start + index + 1 }));
}

/** Where a card ends up that is let go in a gap: before the first one is gap 0, behind it gap 1. */
export function landing(from: number, gap: number): number {
  return gap > from ? gap - 1 : gap;
}
