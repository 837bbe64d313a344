/** What every simulated life has: its ids, its state, its chances, and how its acts are written down. */
import { memberState, streamName, type Role } from '@pledgeline/contracts';
import { ANNOUNCEMENT_DEFAULTS, NO_TERMS, NOTHING_BESIDE, ORDINARY_ENTRY } from '@pledgeline/contracts';
import { derivedId } from '@pledgeline/event-sourcing';
import type { PledgeCommandData } from '@pledgeline/pledge';
import type { Act, DataOfAct, Step, TypeOfAct } from './act.ts';
import type { Chances } from './chances.ts';

export const SIMULATED = 'SIMULATED';

/** Those who promise in simulations: of every region, large and small. */
const STATES = [
  'BGD',
  'BRA',
  'CAN',
  'ETH',
  'FJI',
  'GHA',
  'IDN',
  'IRL',
  'JOR',
  'KEN',
  'NPL',
  'NOR',
  'PER',
  'RWA',
  'SEN',
  'URY',
] as const;

export type SimulatedState = (typeof STATES)[number];

export interface Begun {
  readonly n: number;
  readonly pledgeId: string;
  readonly state: SimulatedState;
  readonly chances: Chances;
  /** Of something that belongs to the life, such as a visit. */
  readonly idOf: (name: string) => string;
  readonly act: <Type extends TypeOfAct>(role: Role, type: Type, data: DataOfAct[Type]) => Act;
  readonly announced: (what: Announced) => Step;
  /** Acknowledged, asked and answered, or declined; false where it ends there. */
  readonly received: () => Generator<Step, boolean, string>;
}

type Announced = Pick<PledgeCommandData['AnnouncePledge'], 'category' | 'description'> & {
  readonly capabilityCode: string;
} & Partial<Pick<PledgeCommandData['AnnouncePledge'], 'quantity' | 'strength' | 'money' | 'terms' | 'need'>>;

const STREAM_OF: Readonly<Partial<Record<TypeOfAct, 'gap' | 'visit' | 'need'>>> = {
  ...{ PublishGap: 'gap', ReserveGap: 'gap' },
  ...{ PublishNeed: 'need', MakeOffer: 'need', ChooseOffer: 'need', DeclineOffer: 'need' },
  ...{ WithdrawOffer: 'need', CloseNeed: 'need' },
  ...{ ScheduleVisit: 'visit', ConductVisit: 'visit', RecordVisitOutcome: 'visit' },
};

const SPEAKERS: ReadonlySet<Role> = new Set(['MS']);

/** @param state who promises; one of all by chance where none is named. */
export const beginLife = (
  pledgeId: string,
  chances: Chances,
  n: number,
  state: SimulatedState = chances.oneOf(STATES),
): Begun => {
  const idOf = (name: string): string => derivedId(pledgeId, name);
  const act: Begun['act'] = (role, type, data) => {
    const kind = STREAM_OF[type];
    const ids = data as Readonly<Partial<Record<'gapId' | 'visitId' | 'needId', string>>>;
    const stream =
      kind === undefined ? streamName('pledge', pledgeId) : streamName(kind, ids[`${kind}Id`] ?? '');
    return { stream, type, data, role, state: SPEAKERS.has(role) ? state : null };
  };
  const announced: Begun['announced'] = ({ capabilityCode, ...what }) => ({
    after: 0,
    acts: [
      act('MS', 'AnnouncePledge', {
        ...{ ...ORDINARY_ENTRY, ...ANNOUNCEMENT_DEFAULTS, quantity: null, partners: [] },
        ...{
          duplicateChecked: false,
          like: null,
          shareAimedAt: null,
          conference: null,
          timeframe: 'within a year',
        },
        ...{ pledgeId, memberState: state, memberStateAsStated: memberState(state)?.name ?? state },
        ...{ reference: `${SIMULATED}/${state}/${capabilityCode}-${n}`, source: SIMULATED, capabilityCode },
        ...what,
      }),
    ],
  });
  const received = function* (): Generator<Step, boolean, string> {
    // The desk overlooks few.
    if (chances.inHundred(4)) return false;
    yield {
      after: chances.between(5, 40),
      acts: [act('DESK', 'AcknowledgePledge', { pledgeId, acknowledgementReference: `ACK-${n}` })],
    };
    if (chances.inHundred(25)) {
      const clarificationId = idOf('question');
      const asked = { pledgeId, clarificationId, question: 'From when on?', field: 'timeframe' };
      const on = yield { after: 3, acts: [] };
      const dueOn = dayAfter(on, 30);
      yield {
        after: 1,
        acts: [act('DESK', 'RequestClarification', { ...asked, dueOn, blocking: chances.inHundred(30) })],
      };
      if (chances.inHundred(20)) return false;
      yield {
        after: chances.between(4, 60),
        acts: [
          act('MS', 'ProvideClarification', {
            pledgeId,
            clarificationId,
            answer: 'From the next quarter on',
          }),
        ],
      };
    }
    return true;
  };
  return { n, pledgeId, state, chances, idOf, act, announced, received };
};

/** Another state, by chance. */
export const otherState = ({ chances, state }: Begun): SimulatedState => {
  const other = chances.oneOf(STATES);
  return other === state ? (STATES[(STATES.indexOf(state) + 1) % STATES.length] ?? other) : other;
};

/** The day a number of days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const DAY_MS = 86_400_000;

/** What a registration says that no life changes. */
export const REGISTERED = {
  ...{ ...NOTHING_BESIDE, quantity: null, timeframe: null, deployWithinDays: null, consentReference: null },
  ...{ lateEntry: false, notMeasurable: false, target: null },
} as const;

export const withTerms = (terms: Partial<typeof NO_TERMS>): typeof NO_TERMS => ({ ...NO_TERMS, ...terms });
