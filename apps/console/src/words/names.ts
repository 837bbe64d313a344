/** What the codes of the reference data are called, and which there are. */
import known from '../generated/names.json' with { type: 'json' };

const lists: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = known;

/** The code itself where it has no name. */
export const nameOf = (list: keyof typeof known, code: string): string => lists[list]?.[code] || code;

/** Code and name of each; empty where there is no such list, and a name is blank where the code says it. */
export const entriesOf = (list: string | null): readonly (readonly [code: string, name: string])[] =>
  Object.entries(lists[list ?? ''] ?? {});
