/** A question that this slice answers: what it costs, and which query answers it. Decision 0016. */
import type { Caller } from '@pledgeline/contracts';
import type { Answer, Cost, EventReader } from '@pledgeline/event-sourcing';
import type { AsOfQuery } from '../answers/as-of.ts';
import type { QueryContext } from '../answers/query-context.ts';
import type { QueryContexts } from './query-contexts.ts';

/** What answers stand on. */
export interface Sources {
  readonly contexts: QueryContexts;
  readonly store: Pick<EventReader, 'read'>;
  readonly now: string;
  readonly signal: AbortSignal;
}

export interface Question<Input> {
  /** The `operationId`. */
  readonly name: string;
  readonly cost: Exclude<Cost, 'PAST'>;
  /** It reads the log alone: it needs no historical view, and no answer is kept. */
  readonly isOfTheLog?: true;
  /** It has a form for spreadsheets too, which the `accept` header may ask for. */
  readonly isList?: true;
  readonly answer: (input: Input & AsOfQuery, caller: Caller, sources: Sources) => Promise<Answer>;
}

/** A question, whatever is asked. */
export type AnyQuestion = Question<never>;

/** A question that read models answer, as JSON. @param untagged members that differ each time. */
export const question = <Input>(
  name: string,
  cost: Question<Input>['cost'],
  answer: (context: QueryContext, input: Input & AsOfQuery, caller: Caller, now: string) => Promise<unknown>,
  untagged: readonly string[] = [],
): Question<Input> => ({
  name,
  cost,
  answer: async (input, caller, { contexts, now, signal }) => ({
    content: await contexts.ask(input, caller, (context) => answer(context, input, caller, now), signal),
    untagged,
  }),
});
