/** What the search everywhere finds without asking the server: pages, commands, states, conferences, capabilities. Pure. */

export interface Entry {
  readonly label: string;
  /** What it is also found by, such as its code. */
  readonly code?: string;
  readonly to: string;
}

/** Of each kind: who sees his thing among more types on. */
const SHOWN = 6;

/** @returns those in which every word that was typed stands, those that begin with it first. */
export const found = (entries: readonly Entry[], typed: string): readonly Entry[] => {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const fits = entries.filter(({ label, code }) => {
    const text = plain(`${label} ${code ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  const begins = ({ label, code }: Entry): boolean =>
    [label, code ?? ''].some((text) => plain(text).startsWith(words.join(' ')));
  return [...fits.filter(begins), ...fits.filter((entry) => !begins(entry))].slice(0, SHOWN);
};

/** Without case and accents: who looks for Cote d’Ivoire means it. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
