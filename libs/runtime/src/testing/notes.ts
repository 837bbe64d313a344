/** Events of no business, for tests of what carries any event. */
import { derivedId } from '@pledgeline/event-sourcing';
import type { EventToAppend } from '@pledgeline/event-sourcing';

export const noteId = (name: string): string => derivedId('note', name);

export const notes = (...names: readonly string[]): EventToAppend[] =>
  names.map((name) => ({
    id: noteId(name),
    type: 'NoteTaken',
    schemaVersion: 1,
    data: { secret: 'not for everybody' },
    metadata: {
      actor: 'somebody',
      role: 'DESK',
      onBehalfOf: null,
      correlationId: 'c',
      causationId: null,
      commandId: noteId(name),
      bodyHash: name,
      occurredOn: '2026-01-14',
      ruleSet: null,
      visibility: 'INTERNAL',
    },
  }));
