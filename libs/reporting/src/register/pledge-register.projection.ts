/**
 * The register: every pledge as its history leaves it, folded by the same `evolve` that decides (decision 0004). The page of
 * a pledge, the list, the work queue and the progress report all read it. Columns are few: each costs at every event.
 */
import { eventContracts, streamId } from '@pledgeline/contracts';
import type { Caller, DataOf, Level } from '@pledgeline/contracts';
import type { Projection, RecordedEvent } from '@pledgeline/event-sourcing';
import { dayOf, heardWith, pledge as decider } from '@pledgeline/pledge';
import type { Pledge } from '@pledgeline/pledge';
import { pledgeAsSeenBy } from '../visibility/pledge-as-seen.ts';
import { openCaveatKinds } from '../field/caveats.ts';
import { themesOf } from './themes-of.ts';
import { statesColumn } from './states-column.ts';
import { earliestDue } from './due-dates.ts';
import { missingColumn } from './missing.ts';

export interface RegisterRow {
  readonly pledge: Pledge;
  readonly revision: number;
  readonly firstRecordedAt: string;
  /** Business date on which the present status began; the day it was recorded where no source gives one. */
  readonly statusSince: string;
  /** Day of each question that waits for its answer. */
  readonly askedOn: Readonly<Record<string, string>>;
  /** First day of each level above Level 1, which comes with the registration. */
  readonly levelReachedOn: Readonly<Partial<Record<Level, string>>>;
  /** The last day of news, for those who do not read all of them. */
  readonly lastHeardIn: Readonly<Record<'PUBLIC' | 'MEMBER_STATES', string | null>>;
  /** Never stored: the reader's state carried it in the past that is asked about, and does so no longer. */
  readonly noLongerTheirs?: true;
}

const THE_PUBLIC: Caller = { subject: '', role: 'PUBLIC', state: null };

export const PLEDGE_REGISTER = 'pledge-register';

export const pledgeRegister = {
  name: PLEDGE_REGISTER,
  version: 12,
  handles: eventContracts.filter(({ category }) => category === 'pledge').map(({ type }) => type),
  columns: {
    reference: ({ pledge }) => pledge.reference,
    conference: ({ pledge }) => pledge.announcement?.conference ?? null,
    memberState: ({ pledge }) => pledge.memberState,
    /** Every state that carries it: one, but for joint pledges. */
    states: ({ pledge }) => statesColumn(pledge),
    partnership: ({ pledge }) => pledge.partnership?.kind ?? null,
    /** The capability, or the category where no capability is named: no code is also a category. */
    kind: ({ pledge }) => pledge.capabilityCode ?? pledge.announcement?.category ?? null,
    standing: ({ pledge }) => standing(pledge.status, pledge.level),
    dueOn: earliestDue,
    /** All that it is about, with blanks between. */
    themes: ({ pledge }) => themesOf(pledge).join(' '),
    /** The total it is a part of. */
    countsAgainst: ({ pledge }) => pledge.counting?.against?.totalId ?? null,
    caveats: ({ pledge }) => openCaveatKinds(pledge),
    missing: ({ pledge }) => missingColumn(pledge),
    missingInPublic: ({ pledge }) => missingColumn(pledgeAsSeenBy(pledge, THE_PUBLIC)),
  },
  keyOf: ({ stream }) => streamId(stream),
  apply: (row, event) => {
    const before = row?.pledge ?? decider.initialState();
    const pledge = decider.evolve(before, event);
    // In a past, what came before a pledge was announced can stand alone.
    if (pledge.status === null) return undefined;
    const occurredOn = event.metadata.occurredOn ?? dayOf(event.recordedAt);
    return {
      pledge,
      revision: event.revision,
      firstRecordedAt: row?.firstRecordedAt ?? event.recordedAt,
      statusSince: row === undefined || before.status !== pledge.status ? occurredOn : row.statusSince,
      askedOn: askedOn(row?.askedOn ?? {}, event, occurredOn),
      levelReachedOn: levelReachedOn(row?.levelReachedOn ?? {}, event),
      lastHeardIn: lastHeardIn(row?.lastHeardIn ?? { PUBLIC: null, MEMBER_STATES: null }, event),
    };
  },
} satisfies Projection<RegisterRow>;

export type RegisterColumn = keyof (typeof pledgeRegister)['columns'];

/** Status and level in one column. */
export const standing = (status: string | null, level: string | null): string =>
  `${status ?? ''}/${level ?? ''}`;

const askedOn = (asked: RegisterRow['askedOn'], event: RecordedEvent, on: string): RegisterRow['askedOn'] => {
  if (event.type === 'ClarificationRequested') {
    return { ...asked, [(event.data as DataOf<'ClarificationRequested'>).clarificationId]: on };
  }
  if (event.type !== 'ClarificationProvided') return asked;
  const { [(event.data as DataOf<'ClarificationProvided'>).clarificationId]: _, ...waiting } = asked;
  return waiting;
};

const lastHeardIn = (heard: RegisterRow['lastHeardIn'], event: RecordedEvent): RegisterRow['lastHeardIn'] => {
  const { visibility } = event.metadata;
  if (visibility === 'INTERNAL') return heard;
  return {
    PUBLIC: visibility === 'PUBLIC' ? heardWith(heard.PUBLIC, event) : heard.PUBLIC,
    MEMBER_STATES: heardWith(heard.MEMBER_STATES, event),
  };
};

const levelReachedOn = (
  reached: RegisterRow['levelReachedOn'],
  event: RecordedEvent,
): RegisterRow['levelReachedOn'] => {
  if (event.type !== 'LevelAttained') return reached;
  const { level, attainedOn } = event.data as DataOf<'LevelAttained'>;
  return { [level]: attainedOn, ...reached };
};
