/** A task is for those who can do it, in whatever life of a pledge it comes up: issue 15, point 4. The decider is asked. */
import fc from 'fast-check';
import { addDays, NO_TERMS, type Caller, type Role } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { pledge as decider, type Pledge, type PledgeCommand } from '@pledgeline/pledge';
import { choices, commands, historyTo, streamOf, walk } from '@pledgeline/pledge/testing';
import type { MissionStanding } from '../../views/missions-known.ts';
import { pledgeRegister } from '../../views/register/pledge-register.view.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { isOfPledge, type Task } from '../../views/tasks/task.ts';
import type { MissionsInDoubt } from '../../views/tasks/missions-in-doubt.ts';
import { tasksOf } from '../../views/tasks/tasks-of-pledge.ts';
import { tasksFor } from '../../views/tasks/whose-task.ts';

const STATES = ['RWA', 'KOR', 'NOR', 'BGD', null];
const CALLERS: readonly Caller[] = [
  ...(['MS', 'PARTNER'] as const).flatMap((role) =>
    STATES.map((state) => ({ subject: 'someone', role, state })),
  ),
  { subject: 'a body', role: 'IMPL', state: null },
];

const live = (taken: Parameters<typeof walk>[0]): readonly RecordedEvent[] =>
  walk(taken, ({ command, pledge }) => {
    try {
      return command === undefined ? [] : decider.decide(command, pledge);
    } catch (error) {
      if (error instanceof Rejected) return [];
      throw error;
    }
  });
/** The code with which the decider refuses an example of the command; null where it takes it, and for commands of a visit. */
const refusal = (type: string, pledge: Pledge, { role, state }: Caller, today: string): string | null => {
  if (!isOfPledge(type)) return null;
  const meta = metaFor({
    role,
    onBehalfOf: state,
    now: `${today}T12:00:00.000Z`,
    occurredOn: today,
  });
  const suited = {
    state,
    ...(type === 'RegisterPledge' && role === 'DESK' && { capabilityCode: 'TRG-CENTRE' }),
  };
  const command = { ...commands[type], data: { ...commands[type].data, ...suited }, meta } as PledgeCommand;
  try {
    decider.decide(command, pledge);
    return null;
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
};

/** Every mission is about to close, and without the consent of its host. */
const AROUND = {
  visits: new Map(),
  answers: new Map(),
  repeats: { get: () => ({ reference: 'R' }) },
  mergers: {
    get: () => [
      {
        ...{ mergeId: 'merger', leadState: 'NOR', role: 'UNIT' as const, share: null, others: [] },
        ...{ consentReference: 'NV/1', consentedOn: '2026-01-01', memberState: 'NOR', reference: 'N' },
      },
    ],
  },
  missions: {
    get: (code: string): MissionStanding => ({
      code,
      closesOn: '2026-12-31',
      closureKnownOn: '2026-01-01',
      hostConsent: 'WITHDRAWN',
      hostConsentSince: '2026-01-01',
    }),
    turnsOf: () => [],
  } satisfies MissionsInDoubt,
};

const OUT_OF_PLACE = ['FORBIDDEN', 'WRONG_ORDER', 'WRONG_TRACK'];

const MONEY = {
  amountMin: 50,
  amountMax: 50,
  currency: 'CAD',
  currencyAssumed: false,
  per: null,
  funding: null,
  asStated: null,
};
const POSTS = { min: 5, max: 5, unit: 'posts', asStated: null };
const FIGURES = { quantity: POSTS, money: MONEY, years: null };
const LATE = {
  currency: 'CAD',
  funding: null,
  fund: null,
  funder: null,
  trancheYear: 2020,
  pledged: 60,
  committed: null,
  received: null,
};
const DELIVERED = {
  payments: [],
  courses: [],
  training: { trained: 0, women: null, leaders: null },
  secondments: [],
  equipment: [],
  acts: [],
  measurements: [],
};

/** What such lives seldom come to: a pledge of posts and money that is late, and a partnership that is incomplete. */
const besides = (row: RegisterRow): readonly RegisterRow[] => {
  const { pledge } = row;
  const sums: Partial<Pledge> = {
    capabilityCode: pledge.track === 'IMPLEMENTATION' ? 'HOST-SECOND' : pledge.capabilityCode,
    promise: { first: FIGURES, base: FIGURES, lowerings: [] },
    amendment: { description: 'Posts and money', money: MONEY, history: [] },
    terms: { ...NO_TERMS, validUntil: '2026-03-01' },
    delivered: { ...DELIVERED, ...pledge.delivered, funds: [LATE] },
  };
  const trio = {
    kind: 'TRIANGULAR' as const,
    lead: 'RWA',
    handoverTo: null,
    handoverOn: null,
    partners: [],
    former: [],
    partnerMissing: false,
    turns: null,
    handedOverOn: null,
    ...pledge.partnership,
  };
  return [
    { ...row, pledge: { ...pledge, ...sums } },
    { ...row, pledge: { ...pledge, partnership: { ...trio, kind: 'TRIANGULAR' } } },
  ];
};

/** Statuses to which not every run of random lives comes. */
const SELDOM = (['PLANNED', 'IN_PROGRESS', 'DEPLOYED'] as const).map((status) => historyTo[status] ?? []);

/** Every task some time after an event of these lives: after one event in four, and after the last. */
const everyTask = (see: (task: Task, row: RegisterRow, today: string) => void): void => {
  const seeAll = (life: readonly RecordedEvent[], later: number): void => {
    let row: RegisterRow | undefined;
    for (const [n, event] of life.entries()) {
      row = pledgeRegister.projection.apply(row, event);
      if (row === undefined || ((n + later) % 4 !== 0 && n < life.length - 1)) continue;
      const today = addDays(event.recordedAt.slice(0, 10), later);
      for (const one of [row, ...besides(row)]) {
        for (const task of tasksOf(one, { today, earliest: today }, AROUND)) see(task, one, today);
      }
    }
  };
  for (const life of SELDOM) seeAll(streamOf(life), 0);
  fc.assert(
    fc.property(choices, fc.integer({ min: 0, max: 900 }), (taken, later) => seeAll(live(taken), later)),
    { numRuns: 40 },
  );
};

it('each role that a task waits for can do something about it, and each command can be sent by one of them', () => {
  everyTask(({ kind, waitsFor, states, next }, { pledge }, today) => {
    const callers = waitsFor.flatMap((role): Caller[] => {
      const speakers = role === 'MS' || role === 'PARTNER' ? states : [null];
      return speakers.map((state) => ({ subject: role, role: role as Role, state }));
    });
    const refusedTo = (caller: Caller) => next.map(({ command }) => refusal(command, pledge, caller, today));
    const able = callers.filter((caller) =>
      refusedTo(caller).some((code) => code === null || !OUT_OF_PLACE.includes(code)),
    );
    expect([kind, new Set(able.map(({ role }) => role))]).toEqual([kind, new Set(waitsFor)]);
    for (const { command } of next) {
      const codes = callers.map((caller) => refusal(command, pledge, caller, today) ?? 'taken');
      expect([kind, command, codes.every((code) => OUT_OF_PLACE.includes(code))]).toEqual([
        kind,
        command,
        false,
      ]);
    }
  });
});

it('a state, a partner and a body are shown what they can do, and no command that is refused to them', () => {
  const shown = new Set<string>();
  everyTask((task, row, today) => {
    for (const caller of CALLERS) {
      for (const { kind, waitsFor, next } of tasksFor(caller, row, [task])) {
        shown.add(`${caller.role} ${kind}`);
        expect(waitsFor).toContain(caller.role);
        expect(next.length).toBeGreaterThan(0);
        for (const { command } of next) {
          expect([command, refusal(command, row.pledge, caller, today)]).not.toEqual([command, 'FORBIDDEN']);
        }
      }
    }
  });
  const often = ['MS CLARIFICATION_OPEN', 'MS TRANCHE_LATE', 'MS PART_MISSING', 'IMPL POSTS_OPEN'];
  expect([...shown]).toEqual(expect.arrayContaining([...often, 'PARTNER HOST_AGREEMENT_MISSING']));
});

it('what a state can do about a task is in its queue, and in no queue of others', () => {
  everyTask((task, row, today) => {
    for (const state of STATES) {
      const caller: Caller = { subject: 'focal point', role: 'MS', state };
      const allowed = task.next.some(
        ({ command }) => isOfPledge(command) && refusal(command, row.pledge, caller, today) !== 'FORBIDDEN',
      );
      const isTheirs =
        state !== null && task.waitsFor.includes('MS') && task.states.includes(state) && allowed;
      expect([task.kind, state, tasksFor(caller, row, [task]).length > 0]).toEqual([
        task.kind,
        state,
        isTheirs,
      ]);
    }
  });
});
