/** A question that this slice answers: what it costs, and which query answers it. Decision 0016. */
import type { Caller } from '@pledgeline/contracts';
import type { Answer, Cost, EventReader, StreamedAnswer, Views } from '@pledgeline/event-sourcing';
import type { WithProofs } from '@pledgeline/transparency';
import type { AsOfQuery } from '../answers/as-of.ts';
import type { QueryContext } from '../answers/query-context.ts';
import type { KeptStreams } from './kept-streams.ts';
import type { QueryContexts } from './query-contexts.ts';

/** What answers stand on. */
export interface Sources extends WithProofs {
  readonly contexts: QueryContexts;
  readonly store: Pick<EventReader, 'read' | 'readAll'>;
  /** Streams of that store. */
  readonly streams: KeptStreams;
  readonly now: string;
  readonly signal: AbortSignal;
  /** The same input with codes for the names that it filters by. */
  readonly inCodes: <Input extends object>(views: Pick<Views, 'find'>, input: Input) => Promise<Input>;
}

export interface Question<Input> {
  /** The `operationId`. */
  readonly name: string;
  readonly cost: Cost;
  /** It reads the log alone: it needs no historical view, and no answer is kept. */
  readonly isOfTheLog?: true;
  /** It has a form for spreadsheets too, which the `accept` header may ask for. */
  readonly isList?: true;
  readonly answer: (input: Input & AsOfQuery, caller: Caller, sources: Sources) => Promise<Answer>;
}

/** What is asked for whole, and is too long to be held. It reads the log, and is made as it is read. */
export interface Export<Input> {
  /** The `operationId`. */
  readonly name: string;
  readonly answer: (input: Input, caller: Caller, sources: Sources) => Promise<StreamedAnswer>;
}

/** An export, whatever is asked for. */
export type AnyExport = Export<never>;

/** A question, whatever is asked. */
export type AnyQuestion = Question<never>;

interface Peculiarities<Input, Content> {
  /** Members that differ each time. */
  readonly untagged?: readonly string[];
  /** The subjects for whom the answer is not that of their role: asked when it is made for the role. */
  readonly othersFor?: (
    context: QueryContext,
    input: Input,
    content: Content,
    caller: Caller,
  ) => Promise<readonly string[]>;
}

/** A question that read models answer, as JSON. */
export const question = <Input extends object, Content = unknown>(
  name: string,
  cost: Question<Input>['cost'],
  answer: (context: QueryContext, input: Input & AsOfQuery, caller: Caller, now: string) => Promise<Content>,
  { untagged = [], othersFor }: Peculiarities<Input, Content> = {},
): Question<Input> => ({
  name,
  cost,
  answer: (input, caller, { contexts, inCodes, now, signal }) =>
    contexts.ask(
      input,
      caller,
      async (context) => {
        const meant = await inCodes(context.views, input);
        const content = await answer(context, meant, caller, now);
        const otherwiseFor = await othersFor?.(context, meant, content, caller);
        return { content, untagged, ...(otherwiseFor !== undefined && { otherwiseFor }) };
      },
      signal,
    ),
});
