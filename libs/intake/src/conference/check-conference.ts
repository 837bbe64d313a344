/**
 * Checks what the registration of a conference would become: nothing is written. It is decided as the registration itself and refused as that
 * would be, but for other content under a code that is known, which is an outcome.
 */
import { streamName } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { ConferenceCommands } from './conference-commands.ts';
import { conferenceRecord } from './conference.ts';
import type { ConferenceCommand } from './conference.ts';

export const CHECK_OUTCOMES = ['ADDED', 'UNCHANGED', 'DIFFERS'] as const;

export interface ConferenceCheck {
  readonly outcome: (typeof CHECK_OUTCOMES)[number];
  readonly code: string;
  /** The fields that differ from the record. */
  readonly fields: readonly string[];
}

/** @throws {Rejected} as the registration would be. */
export const checkConference = async (
  conferences: ConferenceCommands,
  command: Extract<ConferenceCommand, { type: 'RegisterConference' }>,
): Promise<ConferenceCheck> => {
  const { code } = command.data;
  const { state } = await conferences.load(streamName('conference', code));
  try {
    const isNew = conferenceRecord.decide(command, state).length > 0;
    return { outcome: isNew ? 'ADDED' : 'UNCHANGED', code, fields: [] };
  } catch (error) {
    if (!(error instanceof Rejected) || error.code !== 'CONFERENCE_EXISTS') throw error;
    return { outcome: 'DIFFERS', code, fields: error.details['fields'] as readonly string[] };
  }
};
