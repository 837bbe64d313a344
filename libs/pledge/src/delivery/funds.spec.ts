import { after } from '../testing/a-pledge.ts';
import { fundsCommitted, fundsPledged, fundsReceived } from '../testing/delivered-life.ts';
import { acknowledged, announced } from '../testing/early-life.ts';
import {
  allMet,
  carriedOutTo,
  met,
  planned,
  registeredToCarryOut,
  started,
  submitted,
} from '../testing/implementation-life.ts';
import { atLevel2 } from '../testing/later-life.ts';
import { FIRST } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const { REGISTERED, IN_PROGRESS } = carriedOutTo;
const funds = (history: Parameters<typeof after>[0]) => after(history).state().delivered?.funds;

describe.each([
  ['PledgeFunds', 'pledgedOn'],
  ['CommitFunds', 'committedOn'],
  ['ReceiveFunds', 'receivedOn'],
] as const)('%s', (type, day) => {
  const example = commands[type];

  it.each(['REGISTERED', 'PLANNED', 'IN_PROGRESS'] as const)('is noted while %s', (status) => {
    const [event] = after(carriedOutTo[status]).when(example).events();
    expect(event?.data).toEqual({ ...example.data, [day]: '2026-01-15' });
  });

  it.each([
    ['AMOUNT_INVALID', { amount: 0 }],
    ['AMOUNT_INVALID', { amount: -1 }],
    ['AMOUNT_INVALID', { amount: NaN }],
    ['AMOUNT_INVALID', { amount: 1e13 }],
    ['UNKNOWN_CURRENCY', { currency: 'dollars' }],
  ])('is refused as %s for %j', (code, change) => after(REGISTERED).when(example, change).thenRefused(code));

  it('of a unit belongs to the other track', () => after(atLevel2).when(example).thenRefused('WRONG_TRACK'));
});

it('a commitment names its agreement', () =>
  after(REGISTERED).when(commands.CommitFunds, { agreementReference: ' ' }).thenRefused('REFERENCE_MISSING'));

describe('money received', () => {
  const { ReceiveFunds } = commands;
  const silently = { note: null, amount: 70 };

  it('up to what was committed needs no note', () => {
    after([...REGISTERED, fundsCommitted()])
      .when(ReceiveFunds, silently)
      .thenTypes('FundsReceived');
    const rejected = after([...REGISTERED, fundsCommitted(), fundsReceived({ amount: 0.1 })])
      .when(ReceiveFunds, silently)
      .thenRejected('RECEIVED_ABOVE_COMMITTED');
    expect(rejected.details).toEqual({ field: 'note', committed: 70, received: 70.1 });
  });

  it('is compared over all funds and sources', () =>
    after([
      ...REGISTERED,
      fundsCommitted({ fund: 'Trust fund', amount: 69.9 }),
      fundsCommitted({ amount: 0.1 }),
    ])
      .when(ReceiveFunds, silently)
      .thenTypes('FundsReceived'));

  it('in another currency than was committed is not converted', () =>
    after([...REGISTERED, fundsCommitted()])
      .when(ReceiveFunds, { ...silently, currency: 'EUR' })
      .thenRefused('RECEIVED_ABOVE_COMMITTED'));
});

describe('money received, since each giver is held to its own commitments', () => {
  const { ReceiveFunds } = commands;
  const now = (day: string) => ({ now: `${day}T12:00:00.000Z` });
  const NEW = now('2026-11-29');
  const receipt = { note: null, amount: 40, funding: null, fund: null, funder: null };

  it.each<[string, Parameters<typeof fundsCommitted>[0], Partial<typeof ReceiveFunds.data>, boolean]>([
    ['of the state', {}, {}, true],
    ['of the state, to another fund', { fund: 'Trust fund' }, { fund: 'Peacebuilding Fund' }, true],
    ['of the state, for another year', { trancheYear: 2026 }, { trancheYear: 2027 }, true],
    ['of the state by its name', { funder: 'Rwanda' }, {}, true],
    ['of the mission, by the commitment of the state', {}, { funder: 'UNAMID budget' }, false],
    ['of the state, by the commitment of the mission', { funder: 'UNAMID budget' }, {}, false],
    ['of the mission', { funder: 'UNAMID budget' }, { funder: 'UNAMID Budget' }, true],
    ['in another currency', {}, { currency: 'EUR' }, false],
    ['assessed, by a voluntary commitment', {}, { funding: 'ASSESSED' }, false],
    ['of no stated kind, by the only commitment', {}, { funding: null }, true],
    ['of a kind, by a commitment of no stated kind', { funding: null }, { funding: 'ASSESSED' }, true],
  ])('%s', (_, committed, received, isCovered) => {
    const history = [...REGISTERED, fundsCommitted(committed)];
    const outcome = after(history).when(ReceiveFunds, { ...receipt, ...received }, NEW);
    if (isCovered) outcome.thenTypes('FundsReceived');
    else outcome.thenRefused('RECEIVED_ABOVE_COMMITTED');
    after(history)
      .when(ReceiveFunds, { ...receipt, ...received, note: 'Paid at once' }, NEW)
      .thenTypes('FundsReceived');
  });

  it('names the sums of that giver, with this receipt', () => {
    const history = [
      ...REGISTERED,
      fundsCommitted({ amount: 30.1 }),
      fundsCommitted({ funder: 'UNAMID budget', amount: 40 }),
      fundsReceived({ amount: 0.2 }),
    ];
    const rejected = after(history).when(ReceiveFunds, receipt, NEW).thenRejected('RECEIVED_ABOVE_COMMITTED');
    expect(rejected.details).toEqual({ field: 'note', committed: 30.1, received: 40.2 });
  });

  it('was decided over all givers before November 2026', () => {
    const history = [...REGISTERED, fundsCommitted({ funder: 'UNAMID budget' })];
    after(history).when(ReceiveFunds, receipt, now('2026-10-31')).thenTypes('FundsReceived');
    after(history).when(ReceiveFunds, receipt, now('2026-11-01')).thenRefused('RECEIVED_ABOVE_COMMITTED');
  });
});

describe('the money of a pledge', () => {
  it('shows pledged 70 and received 20 apart; what was not stated is null', () => {
    expect(funds([...REGISTERED, fundsPledged(), fundsReceived()])).toEqual([
      {
        currency: 'USD',
        funding: 'VOLUNTARY',
        fund: 'Peacebuilding Fund',
        funder: null,
        trancheYear: null,
        pledged: 70,
        committed: null,
        received: 20,
      },
    ]);
  });

  it('is never summed over sources, funds, funders, years or currencies', () => {
    const lines = funds([
      ...REGISTERED,
      fundsReceived({ amount: 40, funding: 'ASSESSED', fund: null, funder: 'Mission budget' }),
      fundsReceived({ amount: 20 }),
      fundsReceived({ amount: 20, currency: 'EUR' }),
      fundsReceived({ amount: 20, trancheYear: 2027 }),
      fundsReceived({ amount: 5 }),
    ]);
    expect(lines?.map(({ received }) => received)).toEqual([40, 20, 20, 25]);
  });

  it('adds up without the dust of binary fractions', () =>
    expect(
      funds([...REGISTERED, fundsPledged({ amount: 0.1 }), fundsPledged({ amount: 0.2 })]),
    ).toMatchObject([{ pledged: 0.3 }]));
});

describe('FulfilPledge', () => {
  const { FulfilPledge } = commands;
  const desk = by('DESK');
  const money = [announced(), acknowledged(), registeredToCarryOut('FIN-PBF')];
  const plan = planned({
    milestones: [{ milestoneId: FIRST, text: 'Paid', dueOn: '2025-10-01', measure: null, template: null }],
  });
  const carriedOut = [...money, plan, started(), submitted(), met()];

  it.each(['FULL', 'PART'] as const)('of a money pledge with nothing received is refused, in %s', (as) =>
    after([...carriedOut, fundsPledged(), fundsCommitted()])
      .when(FulfilPledge, { as }, desk)
      .thenRefused('NOTHING_RECEIVED'),
  );

  it.each([
    ['aircraft', true],
    ['persons', true],
    // Of no dimension, so it may be money.
    ['things', false],
  ])('of a money pledge that counts %s and states no sum: without a receipt %p', (unit, isTaken) => {
    const quantity = { min: 1, max: 1, unit, asStated: '1' };
    const inKind = [
      announced({ category: 'FINANCE', capabilityCode: 'FIN-LOGISTICS', quantity, money: null }),
      acknowledged(),
      registeredToCarryOut('FIN-LOGISTICS'),
      ...[plan, started(), submitted(), met()],
    ];
    const closing = after(inKind).when(FulfilPledge, { as: 'PART', reason: 'As the fund says' }, desk);
    if (isTaken) closing.thenTypes('PledgePartiallyFulfilled');
    else closing.thenRefused('NOTHING_RECEIVED');
  });

  it('of a money pledge follows a receipt', () =>
    after([...carriedOut, fundsReceived()])
      .when(FulfilPledge, {}, desk)
      .thenTypes('PledgeFulfilled'));

  it('of any pledge in full waits for the money promised with it', () => {
    after([...allMet, fundsPledged()])
      .when(FulfilPledge, {}, desk)
      .thenRefused('NOTHING_RECEIVED');
    after([...allMet, fundsPledged()])
      .when(FulfilPledge, { as: 'PART' }, desk)
      .thenTypes('PledgePartiallyFulfilled');
  });

  it('of a pledge that promised none asks for none', () =>
    after(allMet).when(FulfilPledge, {}, desk).thenTypes('PledgeFulfilled'));
});

it('an implementing body confirms what arrived, not what was promised', () => {
  after(IN_PROGRESS).when(commands.PledgeFunds, {}, by('IMPL')).thenRefused('FORBIDDEN');
  after(IN_PROGRESS).when(commands.ReceiveFunds, {}, by('MS', 'RWA')).thenRefused('FORBIDDEN');
});
