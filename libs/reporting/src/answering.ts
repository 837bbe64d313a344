/** The door of this slice for the thread that answers questions. */
import type { Caller } from '@pledgeline/contracts';
import type { AnsweringContext, OpenAnswering } from '@pledgeline/event-sourcing';
import type { WithProofs } from '@pledgeline/transparency';
import { keptStreams } from './read-models/kept-streams.ts';
import { GROUP } from './read-models/projections.ts';
import { queryContexts } from './read-models/query-contexts.ts';
import type { Sources } from './read-models/question.ts';
import { exported, questions } from './questions.ts';
import { projections, views } from './views.ts';
import { namesInCodes } from './views/names-in-question.ts';

export const openAnswering: OpenAnswering<AnsweringContext & WithProofs> = async (context) => {
  const { store, openViews, clock } = context;
  const streams = keptStreams(store);
  const contexts = queryContexts(views, await openViews(GROUP, projections), context);
  const sourcesOf = (version: string | null, signal: AbortSignal): Sources => ({
    contexts: contexts.at(version),
    store,
    proofs: context.proofs,
    streams,
    now: clock(),
    signal,
    inCodes: namesInCodes,
  });
  return {
    answer: ({ name, input, reader, person = '', version }, signal) => {
      const question = questions.get(name);
      if (question === undefined) throw new Error(`no question ${name}`);
      // What depends on the person is asked by himself, so that all who act alike share the rest.
      return question.answer(input as never, callerOf(reader, person), sourcesOf(version, signal));
    },
    stream: async ({ name, input, reader, person = '', version }, signal) => {
      const found = exported.get(name);
      if (found === undefined) throw new Error(`no export ${name}`);
      return found.answer(input as never, callerOf(reader, person), sourcesOf(version, signal));
    },
  };
};

const callerOf = (reader: unknown, subject: string): Caller => {
  const { role, state, body = null } = reader as Pick<Caller, 'role' | 'state' | 'body'>;
  return { subject, role, state, ...(body !== null && { body }) };
};
