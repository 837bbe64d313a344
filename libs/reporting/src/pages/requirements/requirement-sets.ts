/** What was needed at which time, and what changed from one edition to another? */
import type { Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { requirementActs } from '@pledgeline/pledge';
import { isDeepStrictEqual } from 'node:util';
import type { QueryContext } from '../../answers/query-context.ts';
import {
  REQUIREMENT_SHELF,
  type Edition,
  type RequirementRow,
  type Slot,
} from '../../views/requirement-shelf.view.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { commandsNow, offered } from '../commands/commands-now.ts';
import { requirementSetList } from './requirement-set.schema.ts';
import { slotsAndWhatFillsThem } from './what-fills-slots.ts';
import type {
  Difference,
  EditionPage,
  RequirementSetAnswer,
  RequirementSetList,
  RequirementSetPage,
} from './requirement-set.schema.ts';

export const requirementSets = async (context: QueryContext): Promise<RequirementSetList> => {
  const rows = await context.views.find<RequirementRow>(REQUIREMENT_SHELF);
  const items = rows.map(({ key, row }) => answer(key, row));
  return { items, total: items.length, ...context.answeredAt };
};

/** @throws {Rejected} REQUIREMENT_SET_NOT_FOUND */
export const oneRequirementSet = async (
  context: QueryContext,
  code: string,
  caller: Caller,
): Promise<RequirementSetPage> => {
  const set = answer(code, await rowOf(context, code));
  const toDo = offered({ acts: requirementActs, thing: set, parameters: {} });
  return { ...set, ...commandsNow([toDo], caller, context), ...context.answeredAt };
};

/** @throws {Rejected} REQUIREMENT_SET_NOT_FOUND or EDITION_NOT_FOUND. */
export const oneEdition = async (
  context: QueryContext,
  code: string,
  edition: string,
  caller: Caller,
): Promise<EditionPage> => {
  const row = await rowOf(context, code);
  const found = editionIn(row, edition);
  const next = row.editions[row.editions.indexOf(found) + 1];
  const slots = await slotsAndWhatFillsThem(context, found, caller);
  return { ...found, slots, replacedBy: next?.edition ?? null, ...context.answeredAt };
};

/**
 * What a reader of the one edition finds otherwise in the other.
 * @throws {Rejected} REQUIREMENT_SET_NOT_FOUND or EDITION_NOT_FOUND.
 */
export const differenceBetween = async (
  context: QueryContext,
  code: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Difference> => {
  const row = await rowOf(context, code);
  const before = slotsOf(editionIn(row, from, 'from'));
  const after = slotsOf(editionIn(row, to, 'to'));
  return {
    code,
    from,
    to,
    added: [...after.values()].filter(({ slot }) => !before.has(slot)),
    removed: [...before.values()].filter(({ slot }) => !after.has(slot)),
    changed: [...before.values()].flatMap((old) => {
      const now = after.get(old.slot);
      return now === undefined || isDeepStrictEqual(old, now) ? [] : [{ slot: old.slot, from: old, to: now }];
    }),
    ...context.answeredAt,
  };
};

const slotsOf = ({ slots }: Edition): ReadonlyMap<string, Slot> =>
  new Map(slots.map((slot) => [slot.slot, slot]));

const rowOf = async ({ views }: QueryContext, code: string): Promise<RequirementRow> => {
  const row = await views.get<RequirementRow>(REQUIREMENT_SHELF, code);
  if (row !== undefined) return row;
  throw new Rejected('missing', 'REQUIREMENT_SET_NOT_FOUND', `There is no set of requirements ${code}.`, {
    field: 'code',
  });
};

const editionIn = ({ editions }: RequirementRow, edition: string, field = 'edition'): Edition => {
  const found = editions.find((one) => one.edition === edition);
  if (found !== undefined) return found;
  const allowed = editions.map((one) => one.edition);
  throw new Rejected('missing', 'EDITION_NOT_FOUND', `There is no edition of ${edition}.`, {
    field,
    allowed,
  });
};

const answer = (code: string, { editions, revision }: RequirementRow): RequirementSetAnswer => {
  const newest = editions.at(-1);
  return {
    code,
    title: newest?.title ?? code,
    newest: newest?.edition ?? '',
    editions: editions.map(({ edition, title, source, slots }) => ({
      edition,
      title,
      source,
      slots: slots.length,
    })),
    revision,
  };
};

type Code = { readonly code: string };

export const listRequirementSets = asList(
  question('listRequirementSets', 'LIST', (context, _: object) => requirementSets(context)),
  { name: 'requirement-sets', schema: requirementSetList },
);
export const getRequirementSet = question('getRequirementSet', 'ROW', (context, { code }: Code, caller) =>
  oneRequirementSet(context, code, caller),
);
export const getRequirementSetEdition = question(
  'getRequirementSetEdition',
  'LIST',
  (context, { code, edition }: Code & { readonly edition: string }, caller) =>
    oneEdition(context, code, edition, caller),
);
export const getRequirementSetDifference = question(
  'getRequirementSetDifference',
  'ROW',
  (context, { code, ...editions }: Code & { readonly from: string; readonly to: string }) =>
    differenceBetween(context, code, editions),
);
