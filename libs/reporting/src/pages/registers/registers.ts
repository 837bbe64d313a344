/** What is in the registers of names, and what a name means: accountability page, section 14. */
import { OPEN_REGISTERS, REGISTERS, type Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { registerActs } from '@pledgeline/pledge';
import type { QueryContext } from '../../answers/query-context.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { commandsNow, offered } from '../commands/commands-now.ts';
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
  context: QueryContext,
  { register: written, name }: AskedRegister,
  caller: Caller,
): Promise<RegisterPage> => {
  const { views, answeredAt } = context;
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
  const toDo = offered({ acts: registerActs, thing: { register: asked }, parameters: { register: asked } });
  return {
    register: asked,
    takesNew: OPEN_REGISTERS.includes(asked),
    items,
    total: items.length,
    revision: names.revisionOf(asked),
    ...commandsNow([toDo], caller, context),
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
