/**
 * The registers of names: texts, bodies and funds, training centres, ministries, measures of the action plan, priorities of A4P and
 * A4P+, and tools of performance. Missions and states have lists of their own, and are named in the same ways.
 */
import { bodies } from './bodies.data.ts';
import { centres } from './centres.data.ts';
import { measures as measuresRows } from './measures.data.ts';
import { ministries } from './ministries.data.ts';
import { nameRegister, type Named, type NameRegister } from './name-register.ts';
import { priorities } from './priorities.data.ts';
import { texts } from './texts.data.ts';
import { titleKey } from './title-key.ts';
import { tools } from './tools.data.ts';

/** One thing that a register knows. */
export interface Entry extends Named {
  /** What it is, in the words of its register: PRINCIPLES, FUND, A4P; of a training centre its country. */
  readonly kind: string | null;
  /** Since when and until when it is, as exact as known: a day, a month, a year. */
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
}

/** A measure of the action plan on the security of peacekeepers, and the capabilities and themes that serve it. */
export interface Measure extends Entry {
  readonly capabilities: readonly string[];
  readonly themes: readonly string[];
}

export const measures: readonly Measure[] = measuresRows;

/** Those to which the desk adds names and aliases. */
export const REGISTERS = [
  'texts',
  'bodies',
  'centres',
  'ministries',
  'measures',
  'priorities',
  'tools',
  'states',
] as const;
export type RegisterName = (typeof REGISTERS)[number];

/** With that of missions, which has events of its own. */
export const ALL_REGISTERS = [...REGISTERS, 'missions'] as const;
export type AnyRegister = (typeof ALL_REGISTERS)[number];

/** Those that also take new things from the desk. What the others list, rules and schemas name. */
export const OPEN_REGISTERS: readonly RegisterName[] = ['texts', 'bodies', 'centres', 'ministries'];

const registers = {
  texts: nameRegister<Entry>(texts),
  bodies: nameRegister<Entry>(bodies),
  centres: nameRegister<Entry>(centres),
  ministries: nameRegister<Entry>(ministries),
  measures: nameRegister<Entry>(measures),
  priorities: nameRegister<Entry>(priorities),
  tools: nameRegister<Entry>(tools),
} as const;

/** Those of things that are named by titles; states are found by `statesNamed`. */
export type TitleRegister = Exclude<RegisterName, 'states'>;

export const registerOf = (register: TitleRegister): NameRegister<Entry> => registers[register];

/** The code of a body named by its code, its name or an alias; any other body keeps the name it was given. */
export const implementingBodyOf = (stated: string): string =>
  registers.bodies.resolve(stated) ?? stated.trim();

/** Two names of one body have one key: its code, its name or an alias, in whatever spelling. */
export const bodyKey = (name: string): string => titleKey(implementingBodyOf(name));
