/**
 * What the edge knows of a request that wants something changed, and what it needs back to answer. The runtime fills the
 * first and reads the second; slices see neither headers nor status numbers.
 */
import { derivedId, newId } from '@pledgeline/event-sourcing';
import type { Asker, Command, Handled, RecordedEvent, RecordedForOthers } from '@pledgeline/event-sourcing';
import { dayOf } from './business-date.ts';
import type { NOT_CHECKED, Role } from './vocabulary.data.ts';

export interface Caller {
  readonly subject: string;
  readonly role: Role;
  /** ISO 3166 alpha-3 code of the state the caller speaks for, or null. */
  readonly state: string | null;
  /** Name of the body that a partner without a state speaks for. */
  readonly body?: string | null;
}

export interface CommandContext {
  readonly caller: Caller;
  readonly commandId: string;
  /** True when the id derives from an `Idempotency-Key`: ids the command creates must then derive from it too. */
  readonly keyed: boolean;
  readonly bodyHash: string;
  readonly correlationId: string;
  /** The W3C trace context that the request came with. */
  readonly traceparent?: string;
  /** RFC 3339. */
  readonly now: string;
  /** From `dryRun` of the query: the command is decided, and nothing is written. */
  readonly dryRun?: true;
  /** From `If-Match`. */
  readonly expectedRevision: number | undefined;
  /** From `onBehalfOf` of the body, where the caller records what others did. */
  readonly recorded?: RecordedForOthers & { readonly state: string | null };
}

/** The part of an HTTP request that controllers may see besides its body, query and path. */
export interface CallerRequest {
  readonly caller: Caller;
}

/** The same for a question. */
export interface QuestionRequest extends CallerRequest {
  /** On whose account it is answered. */
  readonly asker: Asker;
  /** In which form he takes the answer is in `accept`. */
  readonly headers?: { readonly accept?: string | undefined };
}

/** The same for a POST. */
export interface CommandRequest extends CallerRequest {
  readonly commandContext: CommandContext;
}

export interface CommandAnswer {
  readonly stream: string;
  readonly revision: number;
  readonly repeated: boolean;
  /** Path of what the command changed or made. */
  readonly location: string;
  /** True when this call made it: 201 instead of 200. */
  readonly created: boolean;
  /**
   * Codes of refusals that could not be looked for, since what knows was not there; absent where there are none. The work queue holds
   * the task to look later.
   */
  readonly notChecked?: readonly NotChecked[];
  /** Of a dry run alone: the events that would be recorded, as far as the sender may read them. */
  readonly foreseen?: readonly ForeseenEvent[];
}

export type NotChecked = (typeof NOT_CHECKED)[number];

export type ForeseenEvent = Pick<RecordedEvent, 'stream' | 'type' | 'revision'>;

/**
 * The command a request stands for. `occurredOn` defaults to today; null means that no source gives a date. What is recorded for
 * others was done on the day of their paper, unless another is stated.
 */
export const commandFor = <Type extends string, Data>(
  context: CommandContext,
  type: Type,
  data: Data,
  occurredOn?: string | null,
): Command<Type, Data> => ({
  type,
  data,
  meta: {
    commandId: context.commandId,
    bodyHash: context.bodyHash,
    actor: context.caller.subject,
    role: context.caller.role,
    onBehalfOf: context.recorded === undefined ? context.caller.state : context.recorded.state,
    body: context.caller.body ?? null,
    ...(context.recorded && { recorded: { body: context.recorded.body, paper: context.recorded.paper } }),
    correlationId: context.correlationId,
    causationId: null,
    ...(context.traceparent !== undefined && { traceparent: context.traceparent }),
    now: context.now,
    ...dated(context, occurredOn),
    ...(context.dryRun === true && { dryRun: true }),
  },
});

const dated = ({ recorded, now }: CommandContext, occurredOn: string | null | undefined) => {
  if (recorded !== undefined) return { occurredOn: occurredOn ?? recorded.paper.date };
  return occurredOn === undefined ? { occurredOn: dayOf(now), dayAssumed: true } : { occurredOn };
};

/** Id of what a command makes: the same on a retry under the same key, otherwise new and ordered by time. */
export const createdId = (context: CommandContext, what: string): string =>
  context.keyed ? derivedId('created', what, context.commandId) : newId();

/** @param creates the command made what is at this location, unless it changed nothing or was sent before. */
export const answerFor = (handled: Handled, location: string, creates = false): CommandAnswer => ({
  stream: handled.stream,
  revision: handled.revision,
  repeated: handled.repeated,
  location,
  created: creates && !handled.repeated && handled.events.length > 0,
  ...foreseenIn(handled),
});

/** @param steps of one command, in their order. */
export const foreseenIn = (...steps: readonly Handled[]): Pick<CommandAnswer, 'foreseen'> =>
  steps.every(({ foreseen }) => foreseen === undefined)
    ? {}
    : {
        foreseen: steps.flatMap(({ foreseen = [] }) =>
          foreseen.map(({ stream, type, revision }) => ({ stream, type, revision })),
        ),
      };
