/** What a decision found, as it is appended: with ids that every retry makes again, and who asked for it. */
import type { Command } from './command.ts';
import type { EventCatalogue, EventToAppend, NewEvent } from './event.ts';
import { eventId } from './ids.ts';

export const eventsToAppend = (
  stream: string,
  { meta }: Command,
  facts: readonly NewEvent[],
  catalogue: EventCatalogue,
): EventToAppend[] =>
  facts.map((fact, n) => {
    const { schemaVersion, visibility } = catalogue.describe(fact.type);
    return {
      id: eventId(meta.commandId, stream, n),
      type: fact.type,
      schemaVersion,
      data: fact.data,
      metadata: {
        actor: meta.actor,
        role: meta.role,
        onBehalfOf: meta.onBehalfOf,
        correlationId: meta.correlationId,
        causationId: meta.causationId,
        commandId: meta.commandId,
        bodyHash: meta.bodyHash,
        occurredOn: fact.occurredOn === undefined ? meta.occurredOn : fact.occurredOn,
        ruleSet: fact.ruleSet ?? null,
        visibility: fact.visibility ?? visibility,
      },
    };
  });
