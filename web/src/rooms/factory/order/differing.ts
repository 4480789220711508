export interface Word {
  text: string;
  differs: boolean;
}

const gaps = /(\s+|[,.;:!?()[\]{}"“”]+)/;

/** Texts as words, with those marked that aren't in every one of the texts. */
export function differing(texts: readonly string[]): Word[][] {
  const every = texts.map((text) => text.split(gaps).filter((word) => word !== ""));
  const counts = every.map(countsOf);
  // A word is common as often as it is in the text that has it least.
  const common = (word: string) => Math.min(...counts.map((count) => count.get(word) ?? 0));
  return every.map((words) => {
    const met = new Map<string, number>();
    const marked = words.map((text): Word => {
      const times = (met.get(text) ?? 0) + 1;
      met.set(text, times);
      return { text, differs: !gaps.test(text) && times > common(text) };
    });
    return joined(marked);
  });
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Neighbours that look alike as one. */
function joined(words: readonly Word[]): Word[] {
  const runs: Word[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last !== undefined && last.differs === word.differs) last.text += word.text;
    else runs.push({ ...word });
  }
  return runs;
}
