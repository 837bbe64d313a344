/** What might states promise? States and the Secretariat see ideas; the Secretariat alone sees what it expects of a state. */
import { readsAll, type Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { ideaActs } from '@pledgeline/pledge';
import { mustReadAll } from '../../visibility/audience.ts';
import { eachOf } from '../../answers/one-or-more.ts';
import { pageOfView, whereStated } from '../../answers/page-of-view.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { conferencesIn, stateCodes } from '../../views/register/pledge-filters.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { IDEA_LIST, stateOf, type IdeaRow } from '../../views/idea-list.view.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { commandsNow, offered } from '../commands/commands-now.ts';
import { ideaList } from './idea.schema.ts';
import type { IdeaAnswer, IdeaList, IdeaPage } from './idea.schema.ts';
import type { ListIdeasRequest } from './idea.request.ts';

/** @throws {Rejected} FORBIDDEN for a state that asks for what is expected; UNKNOWN_STATE or UNKNOWN_CONFERENCE. */
export const ideas = async (
  context: QueryContext,
  question: ListIdeasRequest,
  caller: Caller,
): Promise<IdeaList> => {
  const { kind, conference, memberState, state } = question;
  if (eachOf(kind).includes('EXPECTED')) mustReadAll(caller, { field: 'kind', value: 'EXPECTED' });
  const where = {
    ...whereStated({ kind, memberState: stateCodes(memberState), state }),
    ...(conference !== undefined && { conference: await conferencesIn(context.views, conference) }),
  };
  const page = await pageOfView<IdeaRow>(context, { view: IDEA_LIST, where, question });
  return { ...page, items: page.items.map((row) => answer(row, caller)) };
};

/** @throws {Rejected} IDEA_NOT_FOUND, also for a state that asks for what is expected. */
export const oneIdea = async (context: QueryContext, ideaId: string, caller: Caller): Promise<IdeaPage> => {
  const row = await context.views.get<IdeaRow>(IDEA_LIST, ideaId);
  if (row === undefined)
    throw new Rejected('missing', 'IDEA_NOT_FOUND', `There is no idea ${ideaId}.`, { ideaId });
  const { memberState } = row.idea;
  const idea = { memberState, pledges: row.pledges, isDropped: stateOf(row) === 'DROPPED' };
  const toDo = offered({ acts: ideaActs, thing: idea, parameters: { ideaId } });
  return {
    ...answer(row, caller),
    ...commandsNow([toDo], caller, context),
    ...context.answeredAt,
  };
};

const answer = (row: IdeaRow, caller: Caller): IdeaAnswer => ({
  ...row.idea,
  memberStateName: row.idea.memberState === null ? null : memberStateName(row.idea.memberState),
  state: stateOf(row),
  raisedOn: row.raisedOn,
  pledges: row.pledges,
  droppedFor: row.droppedFor,
  internal: readsAll(caller) ? { contacts: row.contacts } : null,
  revision: row.revision,
});

export const listIdeas = asList(question('listIdeas', 'LIST', ideas), { name: 'ideas', schema: ideaList });
export const getIdea = question(
  'getIdea',
  'ROW',
  (context, { ideaId }: { readonly ideaId: string }, caller) => oneIdea(context, ideaId, caller),
);
