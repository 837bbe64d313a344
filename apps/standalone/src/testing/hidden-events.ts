/**
 * A log with every type of event that a reader may not see: each about a pledge of its own, once between events that everybody
 * sees and once after the last of them. Done without those events, with them, and with other contents at other moments.
 */
import { eventContracts, mayReadEvent } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import type { EventStore, EventToAppend, Visibility } from '@pledgeline/event-sourcing';
import { MOVES, MOVES_FOR_STATES, NARROWED, NEEDS } from './kinds-of-hidden-events.ts';
import { idOf, storedEvent } from './stored-event.ts';
import type { Otherwise } from './stored-event.ts';

/** What a reader of a part may not see. */
export const VARIANTS = ['without', 'with', 'otherwise'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Whose pledges and visits they all are. */
export const OWNER = 'RWA';

interface Step extends Otherwise {
  readonly type: string;
  readonly subject: string;
}

const PUBLIC_RECORDS = ['ConferenceRegistered', 'MissionRegistered', 'RequirementSetPublished'];
const CAPABILITY = ['PledgeAnnounced', 'PledgeAcknowledged', 'PledgeRegistered', 'UnitSelected'];
const IMPLEMENTATION = [
  'PledgeAnnounced',
  'PledgeAcknowledged',
  'ImplementationPlanned',
  'ImplementationStarted',
];
const LATER = ['AnnouncementLinked', 'PoliticalActRecorded'];

const canBe = (type: string, visibility: Visibility): boolean =>
  NARROWED.some(([narrowed, to]) => narrowed === type && to === visibility);

/** One by one what happens, for the sake of one event. What comes before it is as narrow where it can be. */
const lifeWith = ({ type, visibility }: Pick<Step, 'type' | 'visibility'>, n: number): readonly Step[] => {
  const own: readonly Step[] = [...needsOf({ type, visibility }), type].map((one) => ({
    type: one,
    subject: `${n} ${type}`,
    ...(visibility !== undefined && canBe(one, visibility) && { visibility }),
  }));
  if (!storedEvent(type, '', 0).stream.startsWith('pledge-')) return own;
  const around = type.startsWith('Evidence') ? IMPLEMENTATION : CAPABILITY;
  return ['between', 'last'].flatMap((place) => {
    const subject = `${n} ${type} ${place}`;
    const steps = (types: readonly string[]): readonly Step[] => types.map((one) => ({ type: one, subject }));
    const hidden = own.map((step) => ({
      ...step,
      subject,
      // What is corrected or struck has the id that the correction or annulment names.
      ...(type === 'EventCorrected' && step.type !== type && { id: idOf(`corrects of ${subject}`) }),
      ...(type === 'EventAnnulled' &&
        step.type === struckBy({ visibility }) && { id: idOf(`annuls of ${subject}`) }),
    }));
    return place === 'last'
      ? [...steps([...around, ...LATER]), ...hidden]
      : [...steps(around), ...hidden, ...steps(LATER)];
  });
};

interface Kind {
  readonly type: string;
  readonly visibility?: Step['visibility'] | undefined;
}

const needsOf = ({ type, visibility }: Kind): readonly string[] =>
  NEEDS[`${type} ${visibility ?? ''}`] ?? NEEDS[type] ?? [];

/** The last event that an annulment of these readers needs. */
const struckBy = ({ visibility }: Omit<Kind, 'type'>): string | undefined =>
  needsOf({ type: 'EventAnnulled', visibility }).at(-1);

/** So that all of it is one state's, and what is INTERNAL of an idea is what is expected. */
const saidBy = ({ type, subject, visibility }: Step): Readonly<Record<string, unknown>> => ({
  ...(type === 'PledgeAnnounced' && {
    memberState: OWNER,
    memberStateAsStated: 'Rwanda',
    reference: `none/RWA/${subject}`,
    quantity: { min: 3, max: 3, unit: 'units', asStated: '3' },
  }),
  ...(type === 'EventAnnulled' && { annulledTypes: [struckBy({ visibility })], voids: null }),
  ...(type === 'AavScheduled' && { memberState: OWNER }),
  ...(type === 'PledgeIdeaRaised' && { kind: visibility === 'INTERNAL' ? 'EXPECTED' : 'IDEA' }),
});

const BEGIN = Date.UTC(2026, 10, 1, 9);

/** When the nth event that is for the reader was recorded; what is not for him lies between two of them. */
export const secondOf = (n: number): string => new Date(BEGIN + n * 1000).toISOString();

export interface PreparedLog {
  readonly streams: readonly string[];
  /** The revisions of each stream that the reader may see. */
  readonly seen: ReadonlyMap<string, readonly number[]>;
  readonly events: number;
  /** After which of these events one that he may not see moved what he sees. */
  readonly moved: readonly number[];
}

/** Which events a log is prepared for. */
export type Hides = (event: EventToAppend) => boolean;

export const hiddenFrom =
  (reader: Caller): Hides =>
  (event) =>
    !mayReadEvent(reader, event, [OWNER]);

/** @param clock set to the moment of each event before it is appended. */
export const prepareLog = async (
  store: EventStore,
  clock: { now: string },
  hides: Hides,
  variant: Variant,
): Promise<PreparedLog> => {
  const seen = new Map<string, number[]>();
  const ends = new Map<string, number>();
  const moved: number[] = [];
  let [seconds, events] = [0, 0];
  const isHidden = (step: Pick<Step, 'type' | 'visibility'>): boolean =>
    hides(storedEvent(step.type, '', 0, { ...step, data: saidBy({ subject: '', ...step }) }).event);
  // Whoever reads no needs, which are for states, is one of the public.
  const readsAmongStates = !isHidden({ type: 'NeedPublished' });
  const movesIt = (type: string): boolean =>
    MOVES.has(type) || (readsAmongStates && MOVES_FOR_STATES.has(type));
  const hidden = [
    ...eventContracts.map(({ type }) => ({ type })),
    ...NARROWED.map(([type, visibility]) => ({ type, visibility })),
  ].filter(isHidden);
  const steps = [...PUBLIC_RECORDS.map((type) => ({ type, subject: '' })), ...hidden.flatMap(lifeWith)];
  for (const [n, step] of steps.entries()) {
    const isSeen = !isHidden(step);
    if (!isSeen && variant === 'without' && !movesIt(step.type)) continue;
    if (isSeen) clock.now = secondOf((seconds += 1));
    else clock.now = new Date(BEGIN + seconds * 1000 + (variant === 'otherwise' ? 700 : 300)).toISOString();
    const { stream, event } = storedEvent(step.type, step.subject, n, {
      ...step,
      data: saidBy(step),
      isVariant: !isSeen && variant === 'otherwise',
      keeps: step.type === 'GapReserved' ? ['quantity'] : [],
    });
    const end = ends.get(stream) ?? -1;
    await store.append(stream, end < 0 ? 'no-stream' : end, [event]);
    ends.set(stream, end + 1);
    events += 1;
    if (!isSeen && movesIt(step.type)) moved.push(seconds);
    if (isSeen) seen.set(stream, [...(seen.get(stream) ?? []), end + 1]);
  }
  return { streams: [...ends.keys()], seen, events, moved };
};
