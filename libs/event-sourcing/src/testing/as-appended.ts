/** What an append tells of the events that a read shows. */
import type { AppendedEvent, RecordedEvent } from '../event.ts';

export const asAppended = ({ position: _, recordedAt: __, ...event }: RecordedEvent): AppendedEvent => event;
