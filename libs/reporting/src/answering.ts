/** The door of this slice for the thread that answers questions. */
import type { Caller } from '@pledgeline/contracts';
import type { OpenAnswering } from '@pledgeline/event-sourcing';
import { GROUP } from './read-models/projections.ts';
import { queryContexts } from './read-models/query-contexts.ts';
import { questions } from './questions.ts';
import { projections, views } from './views.ts';

export const openAnswering: OpenAnswering = async (context) => {
  const { store, openViews, clock } = context;
  const contexts = queryContexts(views, await openViews(GROUP, projections), context);
  return {
    answer: ({ name, input, reader }, signal) => {
      const { role, state, body = null } = reader as Pick<Caller, 'role' | 'state' | 'body'>;
      // Nothing that is read depends on the person, so that all who act alike share answers.
      const caller: Caller = { subject: '', role, state, ...(body !== null && { body }) };
      const question = questions.get(name);
      if (question === undefined) throw new Error(`no question ${name}`);
      return question.answer(input as never, caller, { contexts, store, now: clock(), signal });
    },
  };
};
