/** What is in the registers of names, and what a name means: accountability page, section 14. */
import { OPEN_REGISTERS, REGISTERS } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { QueryContext } from '../../answers/query-context.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { registerList, registerPage } from './register.schema.ts';
import { namesKnown } from '../../views/names-known.ts';
import type { RegisterList, RegisterPage } from './register.schema.ts';

export const registerSummaries = async ({ views, answeredAt }: QueryContext): Promise<RegisterList> => {
  const names = await namesKnown(views);
  const items = REGISTERS.map((register) => ({
    register,
    entries: names.entries(register).length,
    takesNew: OPEN_REGISTERS.includes(register),
    revision: names.revisionOf(register),
  }));
  return { items, total: items.length, ...answeredAt };
};

interface AskedRegister {
  readonly register: string;
  /** A name of which the meaning is asked. */
  readonly name?: string | undefined;
}

/** @throws {Rejected} REGISTER_NOT_FOUND */
export const register = async (
  { views, answeredAt }: QueryContext,
  { register: written, name }: AskedRegister,
): Promise<RegisterPage> => {
  const asked = REGISTERS.find((one) => one === written);
  if (asked === undefined) {
    throw new Rejected(
      'missing',
      'REGISTER_NOT_FOUND',
      `There is no register ${written}. GET /missions lists missions.`,
      { field: 'register', allowed: REGISTERS },
    );
  }
  const names = await namesKnown(views);
  const meant = name === undefined ? undefined : names.codeOf(asked, name);
  const items = names.entries(asked).filter(({ code }) => name === undefined || code === meant);
  return {
    register: asked,
    takesNew: OPEN_REGISTERS.includes(asked),
    items,
    total: items.length,
    revision: names.revisionOf(asked),
    ...answeredAt,
  };
};

export const listRegisters = asList(question<object>('listRegisters', 'LIST', registerSummaries), {
  name: 'registers',
  schema: registerList,
});
export const getRegister = asList(question('getRegister', 'LIST', register), {
  name: 'register',
  schema: registerPage,
  inPath: ['register'],
});
