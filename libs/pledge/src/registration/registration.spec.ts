import { after } from '../testing/a-pledge.ts';
import { acknowledged, announced, answered, asked, documents } from '../testing/early-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { idOf, PLEDGE, QUESTION } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const received = [announced(), acknowledged()];
const complete = [...received, ...documents];

describe('RequestClarification', () => {
  const { RequestClarification } = commands;

  it('asks the state', () =>
    after(received)
      .when(RequestClarification)
      .then({ type: 'ClarificationRequested', data: RequestClarification.data }));

  it('twice changes nothing, also after the answer', () =>
    after([...received, asked(), answered()])
      .when(RequestClarification, asked().data)
      .thenNothing());

  it('another question under the same id is refused', () =>
    after([...received, asked()])
      .when(RequestClarification, { clarificationId: QUESTION })
      .thenRefused('CLARIFICATION_ID_REUSED'));

  it('that asks nothing is refused', () =>
    after(received).when(RequestClarification, { question: '  ' }).thenRefused('TEXT_MISSING'));
});

describe('ProvideClarification', () => {
  const { ProvideClarification } = commands;

  it('answers the open question', () =>
    after([...received, asked()])
      .when(ProvideClarification)
      .then({ type: 'ClarificationProvided', data: ProvideClarification.data }));

  it('to an unknown question is refused', () => {
    const rejected = after([...received, asked()])
      .when(ProvideClarification, { clarificationId: idOf(99) })
      .thenRejected('UNKNOWN_CLARIFICATION');
    expect(rejected.kind).toBe('missing');
  });

  it('to a closed question is refused', () =>
    after([...received, asked(), answered()])
      .when(ProvideClarification)
      .thenRefused('CLARIFICATION_CLOSED'));

  it('that says nothing is refused', () =>
    after([...received, asked()])
      .when(ProvideClarification, { answer: '' })
      .thenRefused('TEXT_MISSING'));

  it('is still possible when the pledge has ended', () =>
    after([announced(), asked(), ...(historyTo.WITHDRAWN ?? []).slice(-1)])
      .when(ProvideClarification)
      .thenTypes('ClarificationProvided'));
});

describe('RegisterPledge', () => {
  const { RegisterPledge } = commands;
  const implementation = { capabilityCode: 'TRG-CENTRE', target: '200 trained a year' };

  it('puts a capability at Level 1 for 12 months from the day of registration', () => {
    const [event] = after(complete).when(RegisterPledge, {}, { occurredOn: '2025-08-31' }).events();
    const { lateEntry: _, ...said } = RegisterPledge.data;
    expect(event?.data).toEqual({
      ...said,
      track: 'CAPABILITY',
      quantity: { min: 2, max: 3, unit: 'units', asStated: '2-3' },
      timeframe: 'within a year',
      level: 'L1',
      validUntil: '2026-08-31',
    });
    expect(event?.ruleSet).toBe('pcrs-2019.01');
  });

  it('takes the announced unit where the new quantity names none', () => {
    const quantity = { min: 1, max: 1, unit: null, asStated: '1' };
    const [event] = after(complete).when(RegisterPledge, { quantity }).events();
    expect(event?.data).toMatchObject({ quantity: { ...quantity, unit: 'units' } });
  });

  it('may state the quantity anew', () => {
    const quantity = { min: 1, max: 1, unit: 'unit', asStated: '1' };
    const [event] = after(complete).when(RegisterPledge, { quantity }).events();
    expect(event?.data).toMatchObject({ quantity });
  });

  describe('as a promise of finance', () => {
    const of = (unit: string | null) => ({ min: 5, max: 5, unit, asStated: '5' });
    const NEW = { ...by('DESK'), now: '2026-11-29T12:00:00.000Z' };
    const finance = { capabilityCode: 'FIN-PBF', target: 'All of it paid' };
    const promised = (unit: string) => [announced({ quantity: of(unit) }), acknowledged()];

    it.each([
      ['posts', null, 'PledgeRegistered'],
      ['shells', of('posts'), 'PledgeRegistered'],
      ['shells', null, 'UNIT_UNKNOWN'],
      ['posts', of('shells'), 'UNIT_UNKNOWN'],
    ])('of 5 %s, stated as %j: %s', (unit, quantity, expected) => {
      const outcome = after(promised(unit)).when(RegisterPledge, { ...finance, quantity }, NEW);
      if (expected === 'PledgeRegistered') outcome.thenTypes(expected);
      else outcome.thenRefused(expected);
    });

    it('any unit was taken before November 2026, and is of any other promise', () => {
      const then = { ...by('DESK'), now: '2026-10-31T12:00:00.000Z' };
      after(promised('shells'))
        .when(RegisterPledge, { ...finance, quantity: null }, then)
        .thenTypes('PledgeRegistered');
      after(promised('shells'))
        .when(RegisterPledge, { ...implementation, quantity: null }, NEW)
        .thenTypes('PledgeRegistered');
    });
  });

  it('of an implementation pledge has a target, no level and no end', () => {
    const [event] = after(received).when(RegisterPledge, implementation, by('DESK')).events();
    expect(event?.data).toMatchObject({ track: 'IMPLEMENTATION', level: null, validUntil: null });
  });

  it('of an implementation pledge may say that it cannot be measured', () =>
    after(received)
      .when(RegisterPledge, { ...implementation, target: null, notMeasurable: true }, by('DESK'))
      .thenTypes('PledgeRegistered'));

  it('of an implementation pledge needs one of the two', () =>
    after(received)
      .when(RegisterPledge, { ...implementation, target: ' ' }, by('DESK'))
      .thenRefused('TARGET_MISSING'));

  it.each(documents.map((event, n) => [(event.data as { kind: string }).kind, n] as const))(
    'of a capability needs the %s',
    (kind, n) => {
      const lacking = [...received, ...documents.filter((_, at) => at !== n)];
      const rejected = after(lacking).when(RegisterPledge).thenRejected('DOCUMENTS_MISSING');
      expect(rejected.details).toEqual({ missing: [kind] });
    },
  );

  it('straight from ANNOUNCED is refused', () =>
    after([announced(), ...documents])
      .when(RegisterPledge)
      .thenRefused('WRONG_ORDER'));

  it('waits for the answer to a blocking question', () => {
    const rejected = after([...complete, asked()])
      .when(RegisterPledge)
      .thenRejected('CLARIFICATION_OPEN');
    expect(rejected.details).toEqual({ clarifications: [QUESTION] });
    after([...complete, asked(), answered()])
      .when(RegisterPledge)
      .thenTypes('PledgeRegistered');
    after([...complete, asked({ blocking: false })])
      .when(RegisterPledge)
      .thenTypes('PledgeRegistered');
  });

  it.each([
    ['DESK', {}],
    ['SFGC', implementation],
  ])('%s does not register on the other track', (role, changes) =>
    after(complete).when(RegisterPledge, changes, by(role)).thenRefused('FORBIDDEN'),
  );

  it('of an unknown capability is refused', () =>
    after(complete).when(RegisterPledge, { capabilityCode: 'INF' }).thenRefused('UNKNOWN_CAPABILITY'));

  it('without a reference is refused', () =>
    after(complete).when(RegisterPledge, { registrationReference: '' }).thenRefused('TEXT_MISSING'));
});

describe('DeclineRegistration', () => {
  it('ends the pledge with a reason', () =>
    after(received)
      .when(commands.DeclineRegistration)
      .then({
        type: 'RegistrationDeclined',
        data: { pledgeId: PLEDGE, reason: 'OUT_OF_SCOPE', text: 'No unit' },
      }));

  it('without a text is refused', () =>
    after(received).when(commands.DeclineRegistration, { text: '' }).thenRefused('TEXT_MISSING'));

  it('without a reason is refused', () =>
    after(received)
      .when(commands.DeclineRegistration, { reason: '' as never })
      .thenRefused('TEXT_MISSING'));
});
