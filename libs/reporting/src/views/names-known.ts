/**
 * What names mean on a day: by what everybody knows, and by what the desk has entered until then. A name keeps the meaning that it
 * has where it is read, so that an alias counts also for what was said before it. Accountability page, section 14.
 */
import {
  memberState,
  memberStates,
  missions,
  nearestMissions,
  registerOf,
  statesNamed,
  type AnyRegister,
  type Entry,
  type NameEntered,
  type RegisterName,
} from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import { missionsKnown } from './missions-known.ts';
import { REGISTER_NAMES, type RegisterNamesRow } from './register-names.view.ts';

export interface NamesKnown {
  /** The code that a name means; undefined where it means none, or where it is not clear which. */
  codeOf(register: AnyRegister, written: string): string | undefined;
  /** Also where it is not clear what it means, as of a name that two states bear. */
  isKnown(register: AnyRegister, written: string): boolean;
  /** What bears the code is called; the code itself where none does. */
  nameOf(register: AnyRegister, code: string): string;
  /** Codes of those whose names are nearest; none where nothing is near. */
  nearest(register: AnyRegister, written: string): readonly string[];
  /** What everybody knows, with the names that the desk has entered, and then what it has entered besides. */
  entries(register: RegisterName): readonly KnownEntry[];
  /** Of what the desk has entered; null where that is nothing. */
  revisionOf(register: RegisterName): number | null;
}

export interface KnownEntry extends Entry {
  /** Those of its names that the desk has entered. */
  readonly entered: readonly string[];
}

export const namesKnown = async (views: Pick<Views, 'find'>): Promise<NamesKnown> => {
  const rows = (await views.find<RegisterNamesRow>(REGISTER_NAMES)).map(({ row }) => row);
  const known = await missionsKnown(views);
  const enteredIn = (register: RegisterName): readonly NameEntered[] =>
    rows.find((row) => row.register === register)?.names ?? [];
  // Names are few, and pledges that bear them many.
  const meanings = new Map<string, string | undefined>();
  const meaning = (register: AnyRegister, written: string): string | undefined => {
    if (register === 'missions') return known.codeOf(written);
    if (register !== 'states') return registerOf(register).resolve(written, enteredIn(register));
    const [code, ...others] = statesNamed(written, enteredIn('states'));
    return others.length === 0 ? code : undefined;
  };
  const entries = (register: RegisterName): readonly KnownEntry[] => {
    const entered = new Map(enteredIn(register).map((one) => [one.code, one] as const));
    const reference = register === 'states' ? states : registerOf(register).known;
    const besides = [...entered.values()].flatMap(({ entry }) => entry ?? []);
    // Entries of some registers say more, which is of no matter here.
    return [...reference, ...besides].map(({ code, name, aliases, kind, from, to, source }) => {
      const added = entered.get(code)?.aliases ?? [];
      const all = [...new Set([...aliases, ...added])];
      return { code, name, aliases: all, kind, from, to, source, entered: added };
    });
  };
  const codeOf = (register: AnyRegister, written: string): string | undefined => {
    const asked = `${register} ${written}`;
    if (!meanings.has(asked)) meanings.set(asked, meaning(register, written));
    return meanings.get(asked);
  };
  return {
    codeOf,
    isKnown: (register, written) =>
      codeOf(register, written) !== undefined ||
      (register === 'states' && statesNamed(written, enteredIn('states')).length > 0),
    nameOf: (register, code) => {
      if (register === 'missions')
        return missions.find((one) => one.code === code)?.name ?? known.rowOf(code)?.mission?.name ?? code;
      if (register === 'states') return memberState(code)?.name ?? code;
      const entered = enteredIn(register).find((one) => one.code === code);
      return registerOf(register).find(code)?.name ?? entered?.name ?? code;
    },
    nearest: (register, written) => {
      if (register === 'missions') return nearestMissions(written);
      return register === 'states' ? [] : registerOf(register).nearest(written, enteredIn(register));
    },
    entries,
    revisionOf: (register) => rows.find((row) => row.register === register)?.revision ?? null,
  };
};

const states: readonly Entry[] = memberStates.map(({ code, name, kind, variants }) => ({
  code,
  name,
  aliases: variants,
  kind,
  from: null,
  to: null,
  source: 'ISO 3166-1; the lists of the United Nations, the World Bank and IATI',
}));
