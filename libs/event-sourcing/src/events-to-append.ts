/**
 * What a decision found, as it is appended: with who asked for it, and with ids and salts that are drawn here and nowhere else. An
 * append that is sent again keeps them; the same command decided again, here or in another process, draws others.
 */
import { randomUUID } from 'node:crypto';
import type { Command, CommandMeta } from './command.ts';
import { isWider } from './event.ts';
import type { EventCatalogue, EventToAppend, NewEvent, RecordedEvent } from './event.ts';
import { newSalt } from './salt.ts';

/** @throws {Error} for an event that more could read than its contract allows: a programming error, never the caller's. */
export const eventsToAppend = (
  { meta }: Command,
  decided: readonly NewEvent[],
  catalogue: EventCatalogue,
): EventToAppend[] =>
  decided.map((event) => {
    const { schemaVersion, visibility } = catalogue.describe(event.type);
    if (event.visibility !== undefined && isWider(event.visibility, visibility))
      throw new Error(
        `${event.type} is ${visibility} and would be ${event.visibility}: an event is never wider`,
      );
    return {
      id: randomUUID(),
      type: event.type,
      schemaVersion,
      data: event.data,
      metadata: {
        ...sender(meta, event.unattributed === true),
        commandId: meta.commandId,
        bodyHash: meta.bodyHash,
        occurredOn: event.occurredOn === undefined ? meta.occurredOn : event.occurredOn,
        ruleSet: event.ruleSet ?? null,
        visibility: event.visibility ?? visibility,
        salt: newSalt(),
        ...(event.recordedFor !== undefined && {
          onBehalfOf: event.recordedFor.state,
          recordedFor: event.recordedFor.role,
        }),
      },
    };
  });

/** As they would be read after an append at this time: a dry run has no place in the log, and gives none. */
export const asIfRecorded = (
  events: readonly EventToAppend[],
  stream: string,
  lastRevision: number,
  now: string,
): RecordedEvent[] =>
  events.map((event, n) => ({
    ...event,
    stream,
    revision: lastRevision + 1 + n,
    position: '',
    recordedAt: now,
  }));

/** Of what names nobody, the role stands for the person, and the request is not kept, by which a log would name one. */
const sender = (
  { actor, role, onBehalfOf, correlationId, causationId, commandId, traceparent }: CommandMeta,
  unattributed: boolean,
) =>
  unattributed
    ? { actor: role, role, onBehalfOf: null, correlationId: commandId, causationId: null }
    : {
        actor,
        role,
        onBehalfOf,
        correlationId,
        causationId,
        ...(traceparent !== undefined && { traceparent }),
      };
