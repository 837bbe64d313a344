/** The door of this slice for the thread that answers questions. */
import type { Caller } from '@pledgeline/contracts';
import type { Answer, OpenAnswering } from '@pledgeline/event-sourcing';
import { GROUP, projections } from './read-models/projections.ts';
import { readingsOf } from './read-models/readings.ts';
import { questions } from './questions.ts';
import type { QuestionName, Sources } from './questions.ts';

export const openAnswering: OpenAnswering = async (context) => {
  const { store, openViews, clock } = context;
  const readings = readingsOf(await openViews(GROUP, projections), context);
  return {
    answer: ({ name, input, reader }, signal) => {
      const { role, state } = reader as Pick<Caller, 'role' | 'state'>;
      // Nothing that is read depends on the person, so that all who act alike share answers.
      const caller: Caller = { subject: '', role, state };
      const { answer } = questions[name as QuestionName];
      const sources: Sources = { readings, store, now: clock(), signal };
      return (answer as (input: unknown, caller: Caller, sources: Sources) => Promise<Answer>)(
        input,
        caller,
        sources,
      );
    },
  };
};
