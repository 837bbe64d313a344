/** How does this pledge stand, and what may I do with it now? */
import { readsAll, readsInternalOf, type Caller } from '@pledgeline/contracts';
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import { concernedIn, firstPersons } from '@pledgeline/pledge';
import { NO_COMMANDS } from '../commands/commands-now.ts';
import { pledgeCommandsNow } from './pledge-commands-now.ts';
import { caveatsFor } from '../../views/register/caveats.ts';
import type { PledgePage } from './pledge.schema.ts';
import { feedbackOf } from '../loop/neighbours.ts';
import { missionsOnPage } from './missions-on-page.ts';
import { newestOnPage } from './newest-on-page.ts';
import { ownPage, type ReaderOfPage } from './own-page.ts';
import { FILE_SHELF, type FileRow } from '../../views/file-shelf.view.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { VOID_PLEDGES } from '../../views/register/void-pledges.view.ts';
import { slotsOfPledge } from './slots-of-pledge.ts';
import { partsOfUnit, unitOf } from './unit-and-parts.ts';
import { shapeAround } from './promise-shape.ts';
import { possibleDuplicates } from './possible-duplicates.ts';
import { definedBy } from '../../answers/definitions.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { rowAtRevision, type AtRevision } from './row-at-revision.ts';
import { question, type Question } from '../../read-models/question.ts';

/** @throws {Rejected} PLEDGE_NOT_FOUND */
export const pledgePage = async (
  context: QueryContext,
  pledgeId: string,
  caller: Caller,
  today: string,
  earliestToday = today,
): Promise<PledgePage> => {
  const row = await registerRow(context.views, pledgeId);
  const readsInternal = row.formerOwner !== true && readsInternalOf(caller, concernedIn(row.pledge));
  return pageOf(context, row, { caller, readsInternal, today, earliestToday });
};

/** A row of the register as its page: what its own events say, and what stands around it in the views of the context. */
export const pageOf = async (
  { views, answeredAt, isPast, isSimulated }: QueryContext,
  row: RegisterRow,
  reader: ReaderOfPage,
  atRevision: number | null = null,
): Promise<PledgePage> => {
  const { pledge } = row;
  const { caller, today, earliestToday } = reader;
  return newestOnPage({
    ...ownPage(row, reader),
    ...(await shapeAround(views, pledge)),
    slots: await slotsOfPledge(views, pledge),
    partOfUnit: await unitOf(views, pledge, caller),
    partsOfUnit: await partsOfUnit(views, pledge.pledgeId, caller),
    feedback: await feedbackOf(views, pledge),
    missions: await missionsOnPage(pledge, views, today),
    caveats: await caveatsFor(pledge, caller, views, today),
    file: readsAll(caller) ? await fileOnPage(views, pledge.pledgeId) : null,
    ...(await possibleDuplicates(views, row, isPast ? null : caller.role)),
    ...(isPast ? NO_COMMANDS : pledgeCommandsNow(row, caller, today, earliestToday)),
    atRevision,
    ...definedBy({ answeredAt, isSimulated, isPast }),
    ...answeredAt,
  });
};

const fileOnPage = async (views: Views, pledgeId: string): Promise<PledgePage['file']> => {
  const { assignee = null, notes = [], tasks = [] } = (await views.get<FileRow>(FILE_SHELF, pledgeId)) ?? {};
  return { assignee, notes, tasks };
};

/** @throws {Rejected} PLEDGE_NOT_FOUND */
export const registerRow = async (views: Views, pledgeId: string): Promise<RegisterRow> => {
  const row =
    (await views.get<RegisterRow>(PLEDGE_REGISTER, pledgeId)) ??
    (await views.get<RegisterRow>(VOID_PLEDGES, pledgeId));
  if (row !== undefined) return row;
  throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, { pledgeId });
};

type Asked = { readonly pledgeId: string };

/** Shared by role, but for those who are kept from a command by what they did themselves: theirs are answered anew. */
const asItIs = question(
  'getPledge',
  'ROW',
  (context, { pledgeId }: Asked, caller) =>
    pledgePage(context, pledgeId, caller, context.today, context.earliestToday),
  {
    othersFor: async ({ views, isPast }, { pledgeId }) =>
      isPast ? [] : firstPersons((await registerRow(views, pledgeId)).pledge),
  },
);

export const getPledge: Question<Asked & AtRevision> = {
  ...asItIs,
  answer: async ({ atRevision, ...asked }, caller, sources) => {
    if (atRevision === undefined) return asItIs.answer(asked, caller, sources);
    const { row, reader } = await rowAtRevision({ ...asked, atRevision }, caller, sources);
    const content = await sources.contexts.ask({}, caller, (context) =>
      pageOf({ ...context, isPast: true }, row, reader, atRevision),
    );
    return { content };
  },
};
