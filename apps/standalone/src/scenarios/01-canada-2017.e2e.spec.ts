/**
 * Canada, 2017: three offers at one meeting, and three ends. The helicopters went for a year; the agreement on the C-130 was
 * signed in August 2019 and suspended in February 2020; the quick-reaction force was not there four years on. Lifecycle page,
 * section 8.1. Days that the sources do not give are ours.
 * Sources: https://peacekeepingcanada.com/tracking-the-promises-canadas-contributions-to-un-peacekeeping/services/ ;
 * https://www.cbc.ca/news/politics/canada-united-nations-peacekeeping-1.6277189
 */
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { assess, deployUnit, matchUnit, registerUnit } from '../testing/unit-steps.ts';

const SOURCE = 'https://www.cbc.ca/news/politics/canada-united-nations-peacekeeping-1.6277189';
const FOUR_YEARS_ON = '2021-12-06';

let scenario: Scenario;
let helicopters: string;
let aircraft: string;
let quickReaction: string;
beforeAll(async () => {
  scenario = await startScenario();
  helicopters = await offered('ENABLER', 'HEL-UNSPEC', 'Aviation task force for a mission to be agreed');
  aircraft = await offered('ENABLER', 'FW-TRANSPORT', 'Tactical airlift from Entebbe');
  quickReaction = await offered('UNIT', 'QRF-COY', 'A quick-reaction force of about 200');
  await helicopterYear();
  await airlift();
  await askWhereAndWhen();
});
afterAll(() => scenario.close());

const offered = (category: string, capabilityCode: string, description: string): Promise<string> =>
  scenario.as('MS', 'CAN').makes('/pledges', {
    conference: '2017-vancouver',
    memberState: 'Canada',
    category,
    capabilityCode,
    quantity: '1',
    unit: 'unit',
    description,
    timeframe: 'up to 12 months',
    announcedOn: '2017-11-15',
    source: SOURCE,
  });

const helicopterYear = async (): Promise<void> => {
  const kind = { capabilityCode: 'HEL-UNSPEC' };
  await registerUnit(scenario, helicopters, { acknowledged: '2017-12-01', registered: '2018-01-10' }, kind);
  await assess(scenario, helicopters, 'CAN', '2018-02-20');
  const gapId = await matchUnit(scenario, helicopters, { mission: 'MINUSMA', ...kind }, '2018-03-01');
  const days = {
    selected: '2018-03-19',
    signed: '2018-06-01',
    visited: '2018-06-20',
    deployed: '2018-08-01',
  };
  const unit = { gapId, strength: 250, place: 'Gao' };
  await deployUnit(scenario, helicopters, unit, { ...days, until: '2019-07-31' });
  await scenario.as('MISSION').post(`/pledges/${helicopters}/repatriation`, {
    reason: 'END_OF_TOUR',
    occurredOn: '2019-08-31',
  });
  await scenario.as('SFGC').post(`/pledges/${helicopters}/fulfilment`, {
    as: 'FULL',
    evidence: ['MOU-1'],
    occurredOn: '2019-10-01',
  });
};

const airlift = async (): Promise<void> => {
  const kind = { capabilityCode: 'FW-TRANSPORT' };
  await registerUnit(scenario, aircraft, { acknowledged: '2017-12-01', registered: '2018-06-10' }, kind);
  await assess(scenario, aircraft, 'CAN', '2018-11-20');
  const gapId = await matchUnit(scenario, aircraft, { mission: 'RSCE', ...kind }, '2019-02-01');
  const days = {
    selected: '2019-03-01',
    signed: '2019-08-10',
    visited: '2019-08-12',
    deployed: '2019-08-20',
  };
  const unit = { gapId, strength: 25, place: 'Entebbe' };
  await deployUnit(scenario, aircraft, unit, { ...days, until: '2020-08-31' });
  await scenario.as('MS', 'CAN').post(`/pledges/${aircraft}/suspensions`, {
    reason: 'Five days a month, and then none',
    occurredOn: '2020-02-28',
  });
};

const askWhereAndWhen = async (): Promise<void> => {
  const desk = scenario.as('DESK');
  const acknowledgement = { acknowledgementReference: 'ACK-3', occurredOn: '2017-12-01' };
  await desk.post(`/pledges/${quickReaction}/acknowledgement`, acknowledgement);
  await desk.post(`/pledges/${quickReaction}/clarifications`, {
    question: 'In which mission, and from when?',
    field: 'timeframe',
    dueOn: '2018-03-31',
    blocking: true,
    occurredOn: '2018-01-15',
  });
};

it('one announcement has three ends', async () => {
  const { items } = await scenario.as('PUBLIC').get('/pledges?memberState=CAN&conference=2017-vancouver');
  const ends = new Map((items as readonly Body[]).map(({ pledgeId, status }) => [pledgeId, status]));
  expect(ends.get(helicopters)).toBe('FULFILLED');
  expect(ends.get(aircraft)).toBe('DEPLOYED');
  expect(ends.get(quickReaction)).toBe('ACKNOWLEDGED');
});

it('the airlift is suspended, and cannot be suspended again before it is resumed', async () => {
  expect(await scenario.as('PUBLIC').get(`/pledges/${aircraft}`)).toMatchObject({
    status: 'DEPLOYED',
    suspended: true,
    suspensions: [{ from: '2020-02-28', reason: 'Five days a month, and then none', resumedOn: null }],
  });
  const again = await scenario
    .as('MS', 'CAN')
    .isRefused(`/pledges/${aircraft}/suspensions`, { reason: 'Again' });
  expect(again.code).toBe('ALREADY_SUSPENDED');
});

it('the question without an answer waits for Canada, and holds up the registration', async () => {
  const { items } = await scenario.as('MS', 'CAN').get('/work-queue?kind=CLARIFICATION_OPEN');
  expect(items).toContainEqual(expect.objectContaining({ pledgeId: quickReaction, overdue: true }));
  const refused = await scenario.as('SFGC').isRefused(`/pledges/${quickReaction}/registration`, {
    capabilityCode: 'QRF-COY',
    registrationReference: 'PCRS-3',
  });
  expect(refused.code).toBe('CLARIFICATION_OPEN');
});

it('four years on the report shows one kept, one under way and one that is silent', async () => {
  const figures = async (report: string): Promise<ReadonlyMap<unknown, Body>> => {
    const { groups } = await scenario
      .as('PUBLIC')
      .get(`/reports/${report}?memberState=CAN&asOf=${FOUR_YEARS_ON}`);
    const [all] = groups as readonly Body[];
    return new Map((all?.figures as readonly Body[]).map((figure) => [figure.figure, figure]));
  };
  const delivery = await figures('delivery-by-state');
  const values = ['pledgesCounted', 'keptComputed', 'underWay', 'announcedOnly'].map(
    (figure) => delivery.get(figure)?.value,
  );
  expect(values).toEqual([3, 1, 1, 1]);
  const silent = (await figures('silent-pledges')).get('withoutWord');
  expect((silent?.counted as Body).ids).toContainEqual(expect.stringContaining('QRF-COY'));
});
