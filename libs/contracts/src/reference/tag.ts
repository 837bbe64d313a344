/**
 * What a pledge can be tagged with, beyond the themes that come with its capability: the themes of the taxonomy, the
 * commitments of Action for Peacekeeping (A4P, Declaration of Shared Commitments, 2018), the priorities of A4P+ (2021), the
 * measures of the action plan on the security of peacekeepers, and the tools of performance. Codes are ours.
 */
import { themes } from './capability.ts';
import { nameOfCode } from './code-names.ts';
import { measures } from './measures.data.ts';
import type { Named } from './name-register.ts';
import { priorities } from './priorities.data.ts';
import { registerOf, type TitleRegister } from './registers.ts';
import { tools } from './tools.data.ts';

export interface Tag {
  readonly code: string;
  readonly name: string;
  readonly list: 'THEME' | 'A4P' | 'A4P_PLUS' | 'ACTION_PLAN' | 'PERFORMANCE_TOOL';
}

export const tags: readonly Tag[] = [
  ...themes.map((code): Tag => ({ code, name: nameOfCode('theme', code), list: 'THEME' })),
  ...priorities.map(({ code, name, kind }): Tag => ({ code, name, list: kind })),
  ...measures.map(({ code, name }): Tag => ({ code, name, list: 'ACTION_PLAN' })),
  ...tools
    .filter(({ code }) => code !== 'OTHER')
    .map(({ code, name }): Tag => ({ code, name, list: 'PERFORMANCE_TOOL' })),
];

/** The codes alone, for closed lists. */
export const TAGS: readonly string[] = tags.map(({ code }) => code);

/** The registers whose names tags bear, in the order in which a name is looked for. */
export const TAG_REGISTERS: readonly TitleRegister[] = ['priorities', 'measures', 'tools'];

/**
 * The code of the tag that was meant, in any case or by any name that its register knows; as it was written where it means none.
 * @param added what the desk has entered besides, by register.
 */
export const tagOf = (
  written: string,
  added: Readonly<Partial<Record<TitleRegister, readonly Named[]>>> = {},
): string => {
  const said = written.trim();
  const exact = TAGS.find((code) => code.toLowerCase() === said.toLowerCase());
  if (exact !== undefined) return exact;
  const meant = TAG_REGISTERS.map((register) => registerOf(register).resolve(said, added[register]));
  return meant.find((code) => code !== undefined && TAGS.includes(code)) ?? written;
};
