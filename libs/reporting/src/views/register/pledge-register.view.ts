/**
 * The register: every pledge as its history leaves it, folded by the same `evolve` that decides (decision 0004). The page of
 * a pledge, the list, the work queue and the progress report all read it. Columns are few: each costs at every event.
 */
import { type Caller, type DataOf, dayOf, readsAmongStates, readsInternalOf } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import {
  concernedIn,
  findingsOf,
  initialPledge,
  isRepeatOpen,
  isUnchecked,
  lastWordAfter,
  pledge as decider,
  statesOnlyNamed,
  termsPromised,
} from '@pledgeline/pledge';
import type { ColumnRule } from '../../visibility/column-rules.ts';
import { viewOf } from '../../visibility/view.ts';
import { alikeColumn, offerColumn, uncheckedOfferColumn } from './alike.ts';
import { candidateColumn } from './candidate-column.ts';
import { carriedBy } from './carried-by.ts';
import { openCaveatKinds } from './caveats.ts';
import { dayColumns } from './day-columns.ts';
import { consentOpenIn } from '../open-mergers.ts';
import { missingColumn } from './missing.ts';
import { missionsColumn } from './missions-named.ts';
import { monthsAfter, ownMonths } from './months-of-events.ts';
import { COUNTED, INDEXES, SPARSE } from './indexes-of-register.ts';
import { pledgeVisibleTo } from './pledge-visibility.ts';
import { registerInBrief } from './register-in-brief.ts';
import { PLEDGE_REGISTER, type RegisterRow } from './register-row.ts';
import { standingsAfter, withoutLevels } from './standings.ts';
import { stateAndReference, statesColumn } from './states-column.ts';
import { measuresOf } from './measures-of.ts';
import { themesOf } from './themes-of.ts';
import { wordsOfPledge } from './words-of-pledge.ts';

const THE_PUBLIC: Caller = { subject: '', role: 'PUBLIC', state: null };

const columns = {
  reference: ({ pledge }: RegisterRow) => pledge.reference,
  conference: ({ pledge }: RegisterRow) => pledge.announcement?.conference ?? null,
  memberState: ({ pledge }: RegisterRow) => pledge.memberState,
  /** For lists by state: a state's pledges stand by reference. */
  stateAndReference,
  /** Every state that carries it; several for joint pledges. */
  states: ({ pledge }: RegisterRow) => statesColumn(pledge),
  partnership: ({ pledge }: RegisterRow) => pledge.partnership?.kind ?? null,
  /** The capability, or the category where no capability is named: no code is also a category. */
  kind: ({ pledge }: RegisterRow) => pledge.capabilityCode ?? pledge.announcement?.category ?? null,
  standing: ({ pledge }: RegisterRow) => standing(pledge.status, pledge.level),
  /** Null before the registration. */
  track: ({ pledge }: RegisterRow) => pledge.track,
  ...dayColumns,
  /** All that it is about, with blanks between. */
  themes: ({ pledge }: RegisterRow) => [...new Set([...themesOf(pledge), ...measuresOf(pledge)])].join(' '),
  /** The total it is a part of. */
  countsAgainst: ({ pledge }: RegisterRow) => pledge.counting?.against?.totalId ?? null,
  /** Blank but where the desk has not decided: of an old flag, and of what could not be checked when it was entered. */
  repeat: ({ pledge }: RegisterRow) =>
    isRepeatOpen(pledge) ? 'OPEN' : isUnchecked(pledge) ? 'UNCHECKED' : null,
  /** Blank but where officers recorded an act for others. */
  acts: ({ pledge }: RegisterRow) => (pledge.acts.length > 0 ? 'SOME' : null),
  /** Blank but where its state agreed to a joint pledge, and names others. */
  joins: ({ pledge }: RegisterRow) => (consentOpenIn(pledge) === null ? null : 'OPEN'),
  /** The states that others name as partners, with blanks between; null where there is none. */
  named: ({ pledge }: RegisterRow) => statesOnlyNamed(pledge).join(' ') || null,
  /** The pledge that it renews or updates. */
  renews: ({ pledge }: RegisterRow) => pledge.announcement?.renews ?? null,
  /** The need that it was announced to answer. */
  need: ({ pledge }: RegisterRow) => pledge.announcement?.need ?? null,
  /** The pledge of the unit that it is a part of. */
  partOfUnit: ({ pledge }: RegisterRow) => termsPromised(pledge)?.partOfUnit ?? null,
  /** Blank but where something was found about its unit. */
  findings: ({ pledge }: RegisterRow) => (findingsOf(pledge).length > 0 ? 'SOME' : null),
  /** The needs and pledges that such findings led to, with blanks between. */
  ledTo: ({ pledge }: RegisterRow) =>
    findingsOf(pledge)
      .flatMap(({ needId, ledToPledgeId }) => [needId ?? [], ledToPledgeId ?? []].flat())
      .join(' ') || null,
  /** What may be the same promise. */
  alike: alikeColumn,
  offer: offerColumn,
  uncheckedOffer: uncheckedOfferColumn,
  caveats: ({ pledge }: RegisterRow) => openCaveatKinds(pledge),
  missing: ({ pledge }: RegisterRow) => missingColumn(pledge),
  missingInPublic: ({ pledge }: RegisterRow) => missingColumn(pledgeVisibleTo(pledge, THE_PUBLIC, pledge)),
  /** The missions that it names, a line each. */
  missions: ({ pledge }: RegisterRow) => missionsColumn(pledge),
  words: ({ pledge }: RegisterRow) => wordsOfPledge(pledge),
  candidate: candidateColumn,
};

/** The compiler asks for a rule where a column is new. */
const columnRules: Readonly<Record<keyof typeof columns, ColumnRule>> = {
  reference: 'PUBLIC',
  conference: 'PUBLIC',
  memberState: 'PUBLIC',
  stateAndReference: 'PUBLIC',
  states: 'PUBLIC',
  partnership: 'PUBLIC',
  kind: 'PUBLIC',
  /** A status with all of its levels; the level alone is refused where the question is asked. */
  standing: 'PUBLIC',
  track: 'PUBLIC',
  /** As the status itself, whatever led to it. */
  statusSince: 'PUBLIC',
  /** Internal things move it too: questions, and when the state was last heard of. */
  dueOn: 'INTERNAL',
  announcedOn: 'PUBLIC',
  lastWordOn: { amongStates: 'lastWordAmongStates', inPublic: 'lastWordInPublic' },
  lastWordAmongStates: 'MEMBER_STATES',
  lastWordInPublic: 'PUBLIC',
  themes: 'PUBLIC',
  countsAgainst: 'PUBLIC',
  named: 'PUBLIC',
  renews: 'PUBLIC',
  repeat: 'PUBLIC',
  /** No question takes it: the work queue finds rows by it, of which its reader sees the acts that he may. */
  acts: 'PUBLIC',
  need: 'PUBLIC',
  partOfUnit: 'PUBLIC',
  /** No question takes these two: pages find rows by them, of whose findings their reader sees those that he may. */
  findings: 'PUBLIC',
  ledTo: 'PUBLIC',
  joins: 'PUBLIC',
  alike: 'PUBLIC',
  offer: 'PUBLIC',
  uncheckedOffer: 'PUBLIC',
  /** It holds all caveats: for readers of all, and for a state about its own pledges. */
  caveats: 'INTERNAL',
  /** `deployWithinDays` is for states, and says by when. */
  missing: { inPublic: 'missingInPublic' },
  missingInPublic: 'PUBLIC',
  /** Matches are for states, and no question takes it: the work queue finds by it what a mission concerns. */
  missions: 'MEMBER_STATES',
  words: 'PUBLIC',
  /** Code, status, state and reference. */
  candidate: 'PUBLIC',
};

/** The pledge as its reader may see it, and what the register keeps beside it. */
export const rowVisibleTo = (row: RegisterRow, caller: Caller, now: RegisterRow | undefined): RegisterRow => {
  if (readsInternalOf(caller, concernedIn(row.pledge))) return row;
  const amongStates = readsAmongStates(caller);
  const lastWord = row.lastWordIn[amongStates ? 'MEMBER_STATES' : 'PUBLIC'];
  return {
    ...row,
    pledge: pledgeVisibleTo(row.pledge, caller, now?.pledge, { lastWord }),
    asked: [],
    levelReachedOn: amongStates ? row.levelReachedOn : {},
    standings: amongStates ? row.standings : withoutLevels(row.standings),
  };
};

/** The same with the caller's own count of events. The rules of tasks look at none, and take a row that is shown whole as it is. */
export const rowShownTo = (row: RegisterRow, caller: Caller, now: RegisterRow | undefined): RegisterRow => ({
  ...rowVisibleTo(row, caller, now),
  months: ownMonths(row.months, row.pledge, caller),
});

/** What may go on for years: each item is written once. */
const LONG_LISTS = [
  ['links'],
  ['amendment', 'history'],
  ['suspensions'],
  ['progress'],
  ['conditions'],
  ['clarifications'],
  ['supportRequests'],
  ['documents'],
  ['documentHashes'],
  ['notedVisits'],
  ['matches'],
  ['answeredReservations'],
  ['caveats'],
  ['assessments'],
  ['evaluations'],
  ['corrections'],
  ['annulments'],
  ['acts'],
  ['objections'],
  ['delivered', 'courses'],
  ['delivered', 'payments'],
  ['delivered', 'measurements'],
  ['implementation', 'evidence'],
] as const;

export const pledgeRegister = viewOf<RegisterRow>({
  name: PLEDGE_REGISTER,
  version: 38,
  category: 'pledge',
  columns,
  texts: ['words'],
  sparse: SPARSE,
  indexes: INDEXES,
  counted: COUNTED,
  lists: [['asked'], ['months'], ['standings'], ...LONG_LISTS.map((list) => ['pledge', ...list])],
  usual: { of: 'pledge', fields: initialPledge },
  apply: (row, event) => {
    const changed = rowAfter(row, event);
    return changed?.pledge.status === 'VOID' ? undefined : changed;
  },
  readers: { where: () => ({}), row: rowShownTo, columns: columnRules, dependsOnPresent: true },
  brief: registerInBrief(),
  concerned: {
    statesOf: ({ pledge }) => concernedIn(pledge),
    where: async (views, state) => ({ states: await carriedBy(views, [state]) }),
  },
});

export const rowAfter = (row: RegisterRow | undefined, event: RecordedEvent): RegisterRow | undefined => {
  const before = row?.pledge ?? decider.initialState();
  const pledge = decider.evolve(before, event);
  // In a historical view, what came before a pledge was announced can stand alone.
  if (pledge.status === null) return undefined;
  const occurredOn = event.metadata.occurredOn ?? dayOf(event.recordedAt);
  return {
    pledge,
    revision: event.revision,
    firstRecordedAt: row?.firstRecordedAt ?? event.recordedAt,
    statusSince: row === undefined || before.status !== pledge.status ? occurredOn : row.statusSince,
    asked: askedAfter(row?.asked ?? [], event, occurredOn),
    levelReachedOn: levelReachedOn(row?.levelReachedOn ?? {}, event),
    lastWordIn: lastWordIn(row?.lastWordIn ?? NO_WORD, event, before.memberState),
    standings: standingsAfter(row?.standings ?? [], pledge, occurredOn),
    months: monthsAfter(row?.months ?? [], event),
  };
};

/** Status and level in one column. */
export const standing = (status: string | null, level: string | null): string =>
  `${status ?? ''}/${level ?? ''}`;

const askedAfter = (asked: RegisterRow['asked'], event: RecordedEvent, on: string): RegisterRow['asked'] => {
  if (event.type === 'ClarificationRequested') {
    const { clarificationId } = event.data as DataOf<'ClarificationRequested'>;
    return [...asked, { clarificationId, on }];
  }
  if (event.type !== 'ClarificationProvided') return asked;
  const { clarificationId } = event.data as DataOf<'ClarificationProvided'>;
  return asked.filter((one) => one.clarificationId !== clarificationId);
};

const NO_WORD = { PUBLIC: null, MEMBER_STATES: null };

const lastWordIn = (
  last: RegisterRow['lastWordIn'],
  event: RecordedEvent,
  memberState: string,
): RegisterRow['lastWordIn'] => {
  const { visibility } = event.metadata;
  if (visibility === 'INTERNAL') return last;
  return {
    PUBLIC: visibility === 'PUBLIC' ? lastWordAfter(last.PUBLIC, event, memberState) : last.PUBLIC,
    MEMBER_STATES: lastWordAfter(last.MEMBER_STATES, event, memberState),
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
