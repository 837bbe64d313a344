/** What the desk has entered in a register of names, one row for each code: accountability page, section 14. */
import type { Entry } from '../reference/registers.ts';
import type { DataOf } from './catalogue.ts';

export interface NameEntered {
  readonly code: string;
  /** The code itself where the desk added aliases alone. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null where everybody knows what bears the code. */
  readonly entry: Entry | null;
}

type Told = { readonly type: string; readonly data: unknown };

/** In the order of their entry. Events that it does not know change nothing. */
export const namesAfter = (names: readonly NameEntered[], { type, data }: Told): readonly NameEntered[] => {
  switch (type) {
    case 'NameAdded': {
      const { register: _, ...entry } = data as DataOf<'NameAdded'>;
      const { code, name, aliases } = entry;
      const before = names.find((one) => one.code === code)?.aliases ?? [];
      return withRow(names, { code, name, aliases: [...before, ...aliases], entry });
    }
    case 'AliasAdded': {
      const { code, alias } = data as DataOf<'AliasAdded'>;
      const row = names.find((one) => one.code === code) ?? { code, name: code, aliases: [], entry: null };
      return withRow(names, { ...row, aliases: [...row.aliases, alias] });
    }
    case 'AliasWithdrawn': {
      const { code, alias } = data as DataOf<'AliasWithdrawn'>;
      return names.map((row) =>
        row.code === code ? { ...row, aliases: row.aliases.filter((one) => one !== alias) } : row,
      );
    }
    default:
      return names;
  }
};

const withRow = (names: readonly NameEntered[], row: NameEntered): readonly NameEntered[] =>
  names.some(({ code }) => code === row.code)
    ? names.map((one) => (one.code === row.code ? row : one))
    : [...names, row];
