/**
 * The record of one conference at which pledges are made: registered once, then replaced by better ones. The desk keeps
 * it; pledges refer to it by its code.
 */
import { impossible, KINDS_OF_SERIES, mustBeSentBy } from '@pledgeline/contracts';
import type { ConferenceEvent, DataOf } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { Command, Decider } from '@pledgeline/event-sourcing';
import { CONFERENCE_KEEPERS } from '@pledgeline/pledge';

/** Null before it is registered. */
export type ConferenceRecord = DataOf<'ConferenceRegistered'> | null;

export type ConferenceCommand =
  | Command<'RegisterConference', DataOf<'ConferenceRegistered'>>
  | Command<'ReviseConference', DataOf<'ConferenceRevised'>>;

const register = (
  { data }: Extract<ConferenceCommand, { type: 'RegisterConference' }>,
  known: ConferenceRecord,
): readonly ConferenceEvent[] => {
  if (known === null) return [{ type: 'ConferenceRegistered', data: fitting(data) }];
  const fields = differences(data, known);
  if (fields.length === 0) return [];
  throw new Rejected(
    'conflict',
    'CONFERENCE_EXISTS',
    `${data.code} is registered with other content: ${fields.join(', ')}. Revise it to change it.`,
    { fields },
  );
};

const revise = (
  { data }: Extract<ConferenceCommand, { type: 'ReviseConference' }>,
  known: ConferenceRecord,
): readonly ConferenceEvent[] => {
  if (known === null) {
    throw new Rejected('missing', 'CONFERENCE_NOT_FOUND', `There is no conference ${data.code}.`);
  }
  return differences(data, known).length === 0 ? [] : [{ type: 'ConferenceRevised', data: fitting(data) }];
};

/** Only a preparatory conference prepares another one, only a fundraising one raises money, and the series is of one kind. */
const fitting = (data: NonNullable<ConferenceRecord>): NonNullable<ConferenceRecord> => {
  if (data.series && !KINDS_OF_SERIES.includes(data.kind)) {
    throw new Rejected('invalid', 'SERIES_UNFITTING', `A ${data.kind} conference is none of the series.`, {
      field: 'series',
      allowed: KINDS_OF_SERIES,
    });
  }
  if (data.raisesFor !== null && data.kind !== 'fundraising') {
    throw new Rejected(
      'invalid',
      'RAISES_FOR_UNFITTING',
      `A ${data.kind} conference raises no money; its kind is fundraising where it does.`,
      { field: 'raisesFor', allowed: ['fundraising'] },
    );
  }
  if (data.mainConference === null || (data.kind === 'preparatory' && data.mainConference !== data.code)) {
    return inOrder(data);
  }
  throw new Rejected(
    'invalid',
    'MAIN_CONFERENCE_UNFITTING',
    'Only a preparatory conference names a main conference, and it names another one.',
    { field: 'mainConference' },
  );
};

/** Dates may be as vague as a year; only the part that both state is compared. */
const inOrder = (data: NonNullable<ConferenceRecord>): NonNullable<ConferenceRecord> => {
  const { start, end } = data;
  const known = Math.min(start?.length ?? 0, end?.length ?? 0);
  if ((end ?? '').slice(0, known) >= (start ?? '').slice(0, known)) return data;
  throw new Rejected('invalid', 'END_BEFORE_START', `${end ?? ''} is before ${start ?? ''}.`, {
    field: 'end',
  });
};

/** Names of the fields that say something else. */
const differences = (
  one: NonNullable<ConferenceRecord>,
  other: NonNullable<ConferenceRecord>,
): readonly string[] =>
  (Object.keys(one) as (keyof typeof one)[]).filter(
    (field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]),
  );

export const conferenceRecord: Decider<ConferenceRecord, ConferenceCommand, ConferenceEvent> = {
  initialState: () => null,
  evolve: (known, event) =>
    event.type === 'ConferenceRegistered' || event.type === 'ConferenceRevised'
      ? (event.data as ConferenceRecord)
      : known,
  decide: (command, known) => {
    mustBeSentBy(command, CONFERENCE_KEEPERS);
    switch (command.type) {
      case 'RegisterConference':
        return register(command, known);
      case 'ReviseConference':
        return revise(command, known);
      default:
        return impossible(command);
    }
  },
};
