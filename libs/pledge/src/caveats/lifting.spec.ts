/**
 * Accountability page, section 7: a blocking caveat is lifted by the state and confirmed by FGS or PD; one that was discovered also
 * by the role that found it, not needed of a closed mission. Long because each role tries what is not its own to do.
 */
import fc from 'fast-check';
import {
  Rejected,
  type CommandMeta,
  type EventMetadata,
  type NewEvent,
  type RecordedEvent,
} from '@pledgeline/event-sourcing';
import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import { pledge as decider } from '../pledge.ts';
import type { Pledge, PledgeCommand } from '../state.ts';
import { after } from '../testing/a-pledge.ts';
import { caveatDeclared, caveatDiscovered, caveatGivenUp, liftingConfirmed } from '../testing/caveats.ts';
import { liftingRefused } from '../testing/caveats.ts';
import { atLevel2, historyTo, matched } from '../testing/later-life.ts';
import { CAVEAT } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { liftingWaitsFor } from './lifting.ts';

const { LiftCaveat, ConfirmCaveatLifting, RefuseCaveatLifting, MatchPledge, SelectUnit } = commands;

/** After the rules of the accountability page came into force. */
const NOW = { now: '2026-11-15T09:00:00.000Z', occurredOn: '2026-11-15' };
const as = (role: string, state: string | null = null, actor = role) => ({
  ...by(role, state),
  ...NOW,
  actor,
});
const ownState = as('MS', 'RWA');

const declared = [...atLevel2, caveatDeclared()];
const deployed = historyTo.DEPLOYED ?? [];

const recordedBy = (event: NewEvent, n: number, who: Partial<EventMetadata>): RecordedEvent => {
  const made = recorded(event, n);
  return { ...made, metadata: { ...made.metadata, ...who } };
};

type Step = readonly [command: 'LIFT' | 'CONFIRM' | 'REFUSE', meta: Partial<CommandMeta>, changes?: object];
const examples = { LIFT: LiftCaveat, CONFIRM: ConfirmCaveatLifting, REFUSE: RefuseCaveatLifting };

const begun = (history: readonly NewEvent[], finder = 'MISSION'): Pledge =>
  history
    .map((event, n) => recordedBy(event, n, event.type === 'CaveatDiscovered' ? { role: finder } : {}))
    .reduce(decider.evolve, decider.initialState());

/** The pledge after these acts, and what each answered: the events it made, or the code of the refusal. */
const told = (from: Pledge, steps: readonly Step[]) => {
  const answers: string[] = [];
  let [pledge, n] = [from, 1000];
  for (const [step, meta, changes] of steps) {
    const { type, data } = examples[step];
    const command = { type, data: { ...data, ...changes }, meta: metaFor(meta) } as PledgeCommand;
    try {
      const events = decider.decide(command, pledge);
      answers.push(events.map((event) => event.type).join() || 'nothing');
      const { actor, role, onBehalfOf } = command.meta;
      for (const event of events)
        pledge = decider.evolve(pledge, recordedBy(event, (n += 1), { actor, role, onBehalfOf }));
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      answers.push(error.code);
    }
  }
  return { pledge, answers, caveat: pledge.caveats[0] };
};

const police = (pledge: Pledge): Pledge => ({ ...pledge, capabilityCode: 'FPU' });
const neither = (pledge: Pledge): Pledge => ({ ...pledge, capabilityCode: null });

describe('a blocking caveat', () => {
  it('blocks until FGS confirms what the state gave up', () => {
    const { answers, caveat } = told(begun(declared), [['LIFT', ownState]]);
    expect([answers, caveat?.liftedOn]).toEqual([['CaveatGivenUp'], null]);
    const done = told(begun(declared), [
      ['LIFT', ownState],
      ['CONFIRM', as('FGS')],
    ]);
    expect(done.answers).toEqual(['CaveatGivenUp', 'CaveatLiftingConfirmed']);
    expect(done.caveat?.liftedOn).toBe('2026-11-15');
  });

  it('that does not block is lifted by the state alone', () =>
    after([...atLevel2, caveatDeclared({ blocking: false })])
      .when(LiftCaveat, {}, ownState)
      .thenTypes('CaveatLifted'));

  it('was lifted by the state alone under the rules before, and stays so', () => {
    after(declared).when(LiftCaveat).thenTypes('CaveatLifted');
    after(declared).when(LiftCaveat, { atOnce: true }, ownState).thenTypes('CaveatLifted');
  });

  it.each([
    ['military', (pledge: Pledge) => pledge, ['FGS']],
    ['police', police, ['PD']],
    ['neither', neither, ['FGS', 'PD']],
  ] as const)('of a unit that is %s waits for those who choose such units', (_, kind, roles) => {
    const { caveat, pledge } = told(kind(begun(declared)), [['LIFT', ownState]]);
    expect(caveat && liftingWaitsFor(caveat, pledge)).toEqual(roles);
    for (const role of [
      'FGS',
      'PD',
      'MISSION',
      'EVAL',
      'SFGC',
      'DESK',
      'ADMIN',
      'AUDITOR',
      'PARTNER',
      'IMPL',
    ]) {
      const { answers } = told(pledge, [['CONFIRM', as(role)]]);
      const mayConfirm = roles.some((one) => one === role);
      expect([role, ...answers]).toEqual([role, mayConfirm ? 'CaveatLiftingConfirmed' : 'FORBIDDEN']);
    }
  });

  it('still has to be accepted in writing, and is named by a match, until all have confirmed', () => {
    const givenUp = [...declared, caveatGivenUp()];
    after([...givenUp, matched()])
      .when(SelectUnit)
      .thenRefused('CAVEAT_OPEN');
    expect(after(givenUp).when(MatchPledge).events()[0]?.data).toMatchObject({ openCaveats: [CAVEAT] });
    const lifted = [...givenUp, liftingConfirmed()];
    after([...lifted, matched()])
      .when(SelectUnit)
      .thenTypes('UnitSelected');
    expect(after(lifted).when(MatchPledge).events()[0]?.data).toMatchObject({ openCaveats: [] });
  });
});

describe('one that was found in the field', () => {
  const lift: Step = ['LIFT', ownState];
  const [fgs, mission, evaluator]: Step[] = [
    ['CONFIRM', as('FGS')],
    ['CONFIRM', as('MISSION')],
    ['CONFIRM', as('EVAL')],
  ] as const;
  const closedOn = (closesOn: string | null, role = 'FGS'): Step => [
    'CONFIRM',
    as(role),
    { mission: { code: 'MINUSCA', closesOn } },
  ];

  it.each([
    ['MISSION', [lift, fgs], false],
    ['MISSION', [lift, mission], false],
    ['MISSION', [lift, fgs, mission], true],
    ['MISSION', [lift, mission, fgs], true],
    ['MISSION', [lift, fgs, evaluator], false],
    ['EVAL', [lift, fgs], false],
    ['EVAL', [lift, fgs, evaluator], true],
    ['EVAL', [lift, evaluator, fgs], true],
    ['EVAL', [lift, fgs, mission], false],
    ['MISSION', [lift, closedOn('2026-11-14')], true],
    ['MISSION', [lift, closedOn('2026-11-15')], false],
    ['MISSION', [lift, closedOn(null)], false],
    ['MISSION', [lift, fgs, closedOn('2026-11-14')], true],
    ['EVAL', [lift, closedOn('2026-11-14')], false],
    // What nobody remembers finding.
    ['SYSTEM', [lift, fgs], false],
    ['SYSTEM', [lift, fgs, mission], true],
    ['SYSTEM', [lift, fgs, evaluator], true],
  ] as const)('by %s, after %j: lifted is %s', (finder, steps, isLifted) => {
    const { caveat } = told(begun([...deployed, caveatDiscovered()], finder), steps);
    expect(caveat?.liftedOn !== null).toBe(isLifted);
  });

  it('keeps what the register of missions said', () => {
    const { pledge } = told(begun([...deployed, caveatDiscovered()]), [lift]);
    const [event] = decider.decide(
      {
        ...ConfirmCaveatLifting,
        data: { ...ConfirmCaveatLifting.data, mission: { code: 'MINUSCA', closesOn: '2026-06-30' } },
        meta: metaFor(as('FGS')),
      },
      pledge,
    );
    expect(event).toMatchObject({
      data: { mission: { code: 'MINUSCA', closesOn: '2026-06-30' }, liftedOn: '2026-11-15' },
      ruleSet: 'pcrs-2026.11',
    });
  });

  it('another mission that closed is none of its own', () => {
    const other: Step = ['CONFIRM', as('FGS'), { mission: { code: 'UNAMID', closesOn: '2020-12-31' } }];
    expect(told(begun([...deployed, caveatDiscovered()]), [lift, other]).caveat?.liftedOn).toBeNull();
  });

  it('waits for those alone whose word is missing', () => {
    const waiting = (steps: readonly Step[], isClosed = false) => {
      const { caveat, pledge } = told(begun([...deployed, caveatDiscovered()]), steps);
      return caveat && liftingWaitsFor(caveat, pledge, isClosed);
    };
    expect(waiting([])).toEqual([]);
    expect(waiting([lift])).toEqual(['FGS', 'MISSION']);
    expect(waiting([lift, fgs])).toEqual(['MISSION']);
    expect(waiting([lift, mission])).toEqual(['FGS']);
    expect(waiting([lift], true)).toEqual(['FGS']);
    // The mission closed after FGS confirmed: FGS says it again, and that ends it.
    expect(waiting([lift, fgs], true)).toEqual(['FGS']);
    expect(waiting([lift, fgs, mission])).toEqual([]);
  });

  it('nobody reads of its lifting who may not read of the caveat', () => {
    const hidden = begun([...deployed, { ...caveatDiscovered(), visibility: 'INTERNAL' as const }]);
    const events = (steps: readonly Step[], [step, meta]: Step) =>
      decider.decide({ ...examples[step], meta: metaFor(meta) }, told(hidden, steps).pledge);
    for (const [before, step] of [
      [[], lift],
      [[lift], ['CONFIRM', as('FGS')]],
      [[lift], ['REFUSE', as('MISSION')]],
    ] as const)
      expect(events(before, step as Step)).toMatchObject([{ visibility: 'INTERNAL' }]);
  });
});

describe('what is tried against it', () => {
  const found = begun([...deployed, caveatDiscovered()], 'EVAL');
  const lift: Step = ['LIFT', ownState];
  it.each<[string, string, Pledge, readonly Step[]]>([
    ['FGS before the state has spoken', 'CAVEAT_NOT_GIVEN_UP', begun(declared), [['CONFIRM', as('FGS')]]],
    [
      'FGS on a day before the state gave it up',
      'CAVEAT_NOT_GIVEN_UP',
      begun(declared),
      [lift, ['CONFIRM', { ...as('FGS'), occurredOn: '2026-11-14' }]],
    ],
    ['PD of a military unit', 'FORBIDDEN', begun(declared), [lift, ['CONFIRM', as('PD')]]],
    ['FGS of a police unit', 'FORBIDDEN', police(begun(declared)), [lift, ['CONFIRM', as('FGS')]]],
    ['MISSION of what EVAL found', 'FORBIDDEN', found, [lift, ['CONFIRM', as('MISSION')]]],
    ['MISSION of what was declared', 'FORBIDDEN', begun(declared), [lift, ['CONFIRM', as('MISSION')]]],
    ['the state itself', 'FORBIDDEN', begun(declared), [lift, ['CONFIRM', ownState]]],
    ['another state lifting', 'FORBIDDEN', begun(declared), [['LIFT', as('MS', 'KOR')]]],
    ['another state confirming', 'FORBIDDEN', begun(declared), [lift, ['CONFIRM', as('MS', 'KOR')]]],
    [
      'who wrote down the word of the state',
      'SAME_PERSON',
      begun(declared),
      [
        ['LIFT', { ...ownState, actor: 'officer' }],
        ['CONFIRM', as('FGS', null, 'officer')],
      ],
    ],
    [
      'who wrote down the word of the state, refusing',
      'SAME_PERSON',
      begun(declared),
      [
        ['LIFT', { ...ownState, actor: 'officer' }],
        ['REFUSE', as('FGS', null, 'officer')],
      ],
    ],
    [
      'one person in two roles',
      'SAME_PERSON',
      found,
      [lift, ['CONFIRM', as('FGS', null, 'x')], ['CONFIRM', as('EVAL', null, 'x')]],
    ],
    [
      'without a paper',
      'TEXT_MISSING',
      begun(declared),
      [lift, ['CONFIRM', as('FGS'), { confirmationReference: ' ' }]],
    ],
    [
      'a refusal without a reason',
      'TEXT_MISSING',
      begun(declared),
      [lift, ['REFUSE', as('FGS'), { reason: '' }]],
    ],
    ['an unknown one', 'UNKNOWN_CAVEAT', begun(atLevel2), [['CONFIRM', as('FGS')]]],
    [
      'PD of one that is lifted',
      'CAVEAT_CLOSED',
      begun(declared),
      [lift, ['CONFIRM', as('FGS')], ['CONFIRM', as('PD')]],
    ],
    [
      'a refusal of one that is lifted',
      'CAVEAT_CLOSED',
      neither(begun(declared)),
      [lift, ['CONFIRM', as('FGS')], ['REFUSE', as('PD')]],
    ],
  ])('%s: %s', (_, code, pledge, steps) => {
    const { answers, pledge: then } = told(pledge, steps);
    const before = told(pledge, steps.slice(0, -1)).pledge;
    expect(answers.at(-1)).toBe(code);
    expect(then).toEqual(before);
  });
});

describe('said again', () => {
  const lift: Step = ['LIFT', ownState];
  const fgs: Step = ['CONFIRM', as('FGS')];
  it('changes nothing', () => {
    expect(told(begun(declared), [lift, lift, fgs, fgs]).answers).toEqual([
      'CaveatGivenUp',
      'nothing',
      'CaveatLiftingConfirmed',
      'nothing',
    ]);
    expect(told(begun([...deployed, caveatDiscovered()]), [lift, fgs, fgs]).answers[2]).toBe('nothing');
  });
  it('by the state after it was lifted is refused as before', () =>
    expect(told(begun(declared), [lift, fgs, lift]).answers[2]).toBe('CAVEAT_CLOSED'));
});

describe('a lifting that is not confirmed', () => {
  const refuse: Step = ['REFUSE', as('FGS')];
  const lift: Step = ['LIFT', ownState];
  it('leaves the caveat as it was, and the state may give it up anew', () => {
    const { answers, caveat } = told(begun(declared), [
      lift,
      refuse,
      refuse,
      ['CONFIRM', as('FGS')],
      lift,
      ['CONFIRM', as('FGS')],
    ]);
    expect(answers).toEqual([
      'CaveatGivenUp',
      'CaveatLiftingRefused',
      'nothing',
      'CAVEAT_NOT_GIVEN_UP',
      'CaveatGivenUp',
      'CaveatLiftingConfirmed',
    ]);
    expect(caveat).toMatchObject({ liftedOn: '2026-11-15', lifting: { refused: null } });
  });
  it('is to be confirmed by all anew', () => {
    const found = begun([...deployed, caveatDiscovered()]);
    const { caveat } = told(found, [lift, ['CONFIRM', as('MISSION')], refuse, lift, ['CONFIRM', as('FGS')]]);
    expect(caveat?.liftedOn).toBeNull();
  });
  it('still stands in the way of a selection', () =>
    after([...declared, caveatGivenUp(), liftingRefused(), matched()])
      .when(SelectUnit)
      .thenRefused('CAVEAT_OPEN'));
});

it('is one history whoever comes first: lifted only by the state, FGS and the finder, after the state spoke', () => {
  const acts: readonly Step[] = [
    ['LIFT', ownState],
    ['LIFT', as('MS', 'KOR')],
    ...['FGS', 'PD', 'MISSION', 'EVAL'].map((role): Step => ['CONFIRM', as(role)]),
    ...['FGS', 'EVAL'].map((role): Step => ['REFUSE', as(role)]),
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 14 }), (steps) => {
      const { caveat } = told(begun([...deployed, caveatDiscovered()], 'EVAL'), steps);
      // The rule, in the words of the page.
      let [state, fgs, evaluator, isLifted] = [false, false, false, false];
      for (const [act, { role, onBehalfOf }] of steps) {
        if (isLifted) break;
        if (act === 'LIFT' && onBehalfOf === 'RWA') {
          if (!state) [state, fgs, evaluator] = [true, false, false];
        } else if (state && act === 'CONFIRM') {
          fgs ||= role === 'FGS';
          evaluator ||= role === 'EVAL';
          isLifted = fgs && evaluator;
        } else if (act === 'REFUSE') state = false;
      }
      expect(caveat?.liftedOn !== null).toBe(isLifted);
    }),
    { numRuns: 500 },
  );
});
