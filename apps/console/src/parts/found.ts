/** What is found by its words without asking the server: pages, commands, states, conferences, capabilities. Pure. */

interface Named {
  readonly label: string;
  /** What it is also found by, such as its code. */
  readonly code?: string;
}

export interface Entry extends Named {
  readonly to: string;
}

/** Of each kind: who sees his thing among more types on. */
const SHOWN = 6;

/** @returns those in which every word that was typed stands, those that begin with it first; at most so many. */
export const found = <One extends Named>(
  entries: readonly One[],
  typed: string,
  most = SHOWN,
): readonly One[] => {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const fits = entries.filter(({ label, code }) => {
    const text = plain(`${label} ${code ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  const begins = ({ label, code }: Named): boolean =>
    [label, code ?? ''].some((text) => plain(text).startsWith(words.join(' ')));
  return [...fits.filter(begins), ...fits.filter((entry) => !begins(entry))].slice(0, most);
};

/** Without case and accents: who looks for Cote d’Ivoire means it. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
