/**
 * Promises that are no units, over HTTP from the announcement to the decision how much was kept: a training partnership
 * of four years and three contributors, money for the Peacebuilding Fund, planners. Seed systems, sections D to F; the days and
 * figures are ours.
 * Long because each of the three is one history, told to its end.
 */
import { asker } from '../testing/ask.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

/** Announced, acknowledged and registered, at its state's word. */
const promised = async (state: Voice, offer: Body): Promise<string> => {
  const pledgeId = await state.makes('/pledges', {
    conference: '2015-new-york',
    announcedOn: '2015-09-28',
    source: 'https://example.org/statement',
    ...offer,
  });
  const desk = scenario.as('DESK');
  await desk.post(`/pledges/${pledgeId}/acknowledgement`, {
    acknowledgementReference: 'DPO/2015/1',
    occurredOn: '2015-10-15',
  });
  await desk.post(`/pledges/${pledgeId}/registration`, {
    capabilityCode: offer.capabilityCode,
    registrationReference: 'DPO/2015/2',
    target: offer.target ?? 'as announced',
    occurredOn: '2015-11-02',
  });
  return pledgeId;
};

type Milestones = readonly { readonly milestoneId: string }[];
const milestonesOf = async (voice: Voice, pledgeId: string): Promise<Milestones> => {
  const { implementation } = await voice.get(`/pledges/${pledgeId}`);
  return (implementation as { milestones: Milestones }).milestones;
};
const submitted = async (voice: Voice, pledgeId: string, url: string, on: string): Promise<string> => {
  await voice.post(`/pledges/${pledgeId}/evidence`, { kind: 'REPORT', url, occurredOn: on });
  const { implementation } = await voice.get(`/pledges/${pledgeId}`);
  const { evidence } = implementation as { evidence: readonly { evidenceId: string; url: string }[] };
  return evidence.find((held) => held.url === url)?.evidenceId ?? '';
};

describe('a training partnership of three, planned for four years', () => {
  let pledge: string;
  let japan: Voice;
  let programme: Voice;
  beforeAll(async () => {
    japan = scenario.as('MS', 'JPN');
    programme = scenario.as('IMPL');
    const offer = {
      memberState: 'Japan',
      category: 'TRAINING',
      description: 'Engineer training in East Africa',
    };
    pledge = await promised(japan, { ...offer, capabilityCode: 'TRG-TPP' });
    await japan.post(`/pledges/${pledge}/implementation-plan`, {
      implementingBody: 'Triangular Partnership Programme',
      milestones: [
        { template: 'AGREEMENT', dueOn: '2016-03-01' },
        { template: 'COURSE_DELIVERED', dueOn: '2017-12-31' },
        { text: '300 trained', dueOn: '2019-12-31', measure: '300 persons' },
      ],
      occurredOn: '2015-12-01',
    });
    await programme.post(`/pledges/${pledge}/implementation-start`, { occurredOn: '2016-01-10' });
  });

  it('a milestone that was missed is on the work queue as overdue', async () => {
    const { items } = await scenario.as('DESK').get('/work-queue?kind=MILESTONE_DUE');
    expect(items).toMatchObject([
      { todo: 'Meet the milestone with evidence: Agreement', due: '2016-03-01', overdue: true },
      { todo: 'Meet the milestone with evidence: Course delivered', due: '2017-12-31', overdue: true },
      { todo: 'Meet the milestone with evidence: 300 trained', due: '2019-12-31', overdue: true },
    ]);
    const ofBody = await scenario.as('IMPL').get('/work-queue?kind=MILESTONE_DUE');
    expect((ofBody.items as Body[]).map(({ due }) => due)).toEqual([
      '2016-03-01',
      '2017-12-31',
      '2019-12-31',
    ]);
    expect(await scenario.as('MS', 'KOR').get('/work-queue')).toMatchObject({ items: [], total: 0 });
  });

  it('one course of three contributors is counted once', async () => {
    await programme.post(`/pledges/${pledge}/courses`, {
      capabilityCode: 'TRG-ENG',
      trained: 40,
      women: 6,
      place: 'Nairobi',
      languages: ['English'],
      contributors: [
        { party: 'Japan', part: 'FUNDER' },
        { party: 'Switzerland', part: 'TRAINER' },
        { party: 'Kenya', part: 'HOST' },
      ],
      from: '2017-09-04',
      to: '2017-11-10',
    });
    const { delivered } = await scenario.as('PUBLIC').get(`/pledges/${pledge}`);
    expect(delivered).toMatchObject({
      training: { trained: 40, women: 6, leaders: null },
      courses: [{ contributors: [{ party: 'JPN' }, { party: 'CHE' }, { party: 'KEN' }] }],
    });
  });

  it('nobody verifies his own evidence', async () => {
    const evidenceId = await submitted(programme, pledge, 'https://example.org/course', '2017-11-20');
    const path = `/pledges/${pledge}/evidence/${evidenceId}/verification`;
    const selfJudged = await asker(scenario.url)(path, {
      method: 'POST',
      headers: { 'x-pledgeline-actor': 'impl', 'x-pledgeline-role': 'EVAL' },
      body: {},
    });
    expect(selfJudged).toMatchObject({ status: 403, body: { code: 'SELF_VERIFICATION' } });
    await scenario.as('EVAL').post(path, { note: 'Seen on the spot' });

    const [, course] = await milestonesOf(programme, pledge);
    const completion = `/pledges/${pledge}/milestones/${course?.milestoneId}/completion`;
    await programme.post(completion, { evidence: [evidenceId], occurredOn: '2017-11-20' });
    expect(await programme.isRefused(completion, { evidence: [evidenceId] })).toMatchObject({
      code: 'MILESTONE_ALREADY_MET',
    });
  });

  it('the page says how far it is; evidence is for member states', async () => {
    const { implementation } = await scenario.as('PUBLIC').get(`/pledges/${pledge}`);
    expect(implementation).toMatchObject({
      implementingBody: 'TPP',
      milestonesMet: 1,
      years: { year: 4, of: 4 },
      evidence: null,
    });
    const among = await scenario.as('MS', 'KEN').get(`/pledges/${pledge}`);
    expect(among.implementation).toMatchObject({ evidence: [{ standing: 'VERIFIED' }] });
  });

  it('it is kept in part, not in full, while milestones are open', async () => {
    const desk = scenario.as('DESK');
    const path = `/pledges/${pledge}/fulfilment`;
    expect(await desk.isRefused(path, { as: 'FULL', reason: 'All of it' })).toMatchObject({
      code: 'MILESTONES_OPEN',
    });
    await desk.post(path, { as: 'PART', reason: 'One course of four years' });
    expect(await desk.get(`/pledges/${pledge}`)).toMatchObject({ status: 'PARTIALLY_FULFILLED' });
  });
});

describe('seventy million for the Peacebuilding Fund', () => {
  it('is not kept by promising; pledged and received stand apart', async () => {
    const sweden = scenario.as('MS', 'SWE');
    const fund = scenario.as('IMPL');
    const desk = scenario.as('DESK');
    const offer = {
      memberState: 'Sweden',
      category: 'FINANCE',
      description: 'Money for the Peacebuilding Fund',
    };
    const pledge = await promised(sweden, { ...offer, capabilityCode: 'FIN-PBF' });
    const money = { currency: 'USD', fund: 'Peacebuilding Fund', funding: 'VOLUNTARY' };
    await sweden.post(`/pledges/${pledge}/implementation-plan`, {
      milestones: [{ template: 'FIRST_PAYMENT', dueOn: '2016-06-30' }],
      occurredOn: '2015-12-01',
    });
    await sweden.post(`/pledges/${pledge}/implementation-start`, { occurredOn: '2016-01-10' });
    await sweden.post(`/pledges/${pledge}/funds-pledged`, { ...money, amount: 70_000_000 });
    const evidenceId = await submitted(sweden, pledge, 'https://example.org/letter', '2016-02-01');
    const [payment] = await milestonesOf(sweden, pledge);
    await sweden.post(`/pledges/${pledge}/milestones/${payment?.milestoneId}/completion`, {
      evidence: [evidenceId],
    });

    const fulfilment = `/pledges/${pledge}/fulfilment`;
    expect(await desk.isRefused(fulfilment, { as: 'FULL' })).toMatchObject({
      code: 'NOTHING_RECEIVED',
    });
    const received = { ...money, amount: 20_000_000 };
    expect(await fund.isRefused(`/pledges/${pledge}/funds-received`, received)).toMatchObject({
      code: 'RECEIVED_ABOVE_COMMITTED',
    });
    await sweden.post(`/pledges/${pledge}/funds-committed`, {
      ...money,
      amount: 70_000_000,
      agreementReference: 'PBF/SWE/2016',
    });
    await fund.post(`/pledges/${pledge}/funds-received`, received);
    const { delivered } = await scenario.as('PUBLIC').get(`/pledges/${pledge}`);
    expect(delivered).toMatchObject({
      funds: [{ fund: 'PBF', pledged: 70_000_000, committed: 70_000_000, received: 20_000_000 }],
      outstanding: [{ currency: 'USD', funding: 'VOLUNTARY', amount: 50_000_000 }],
    });
    await desk.post(fulfilment, { as: 'PART', reason: 'The letter of promise names no amount' });
  });
});

describe('planners for a mission, with vehicles and a law', () => {
  let pledge: string;
  let ghana: Voice;
  let body: Voice;
  beforeAll(async () => {
    ghana = scenario.as('MS', 'GHA');
    body = scenario.as('IMPL');
    const offer = { memberState: 'Ghana', category: 'EXPERTISE', description: 'Two planners for two years' };
    pledge = await promised(ghana, { ...offer, capabilityCode: 'PLANNERS' });
    await ghana.post(`/pledges/${pledge}/implementation-plan`, {
      milestones: [{ template: 'PERSON_ARRIVED', dueOn: '2016-03-01' }],
      occurredOn: '2015-12-01',
    });
    const [arrival] = await milestonesOf(ghana, pledge);
    await ghana.post(`/pledges/${pledge}/milestones/${arrival?.milestoneId}/revisions`, {
      dueOn: '2016-06-01',
      reason: 'The post was advertised again',
    });
    await ghana.post(`/pledges/${pledge}/implementation-start`, { occurredOn: '2016-01-10' });
  });

  it('a post is held by one secondment at a time, and its tour has a length', async () => {
    const post = { persons: 2, post: 'Planner, U5', mission: 'UNMISS' };
    await ghana.post(`/pledges/${pledge}/secondments`, { ...post, from: '2016-05-01', to: '2018-05-01' });
    const path = `/pledges/${pledge}/secondments`;
    const overlapping = { ...post, post: 'planner, u5', from: '2017-01-01', to: '2018-01-01' };
    expect(await body.isRefused(path, overlapping)).toMatchObject({ code: 'POST_OCCUPIED' });
    const { delivered, commands } = await ghana.get(`/pledges/${pledge}`);
    expect(delivered).toMatchObject({ secondments: [{ months: 24, endedOn: null }] });
    const end = (commands as readonly { command: string; href: string }[]).find(
      ({ command }) => command === 'EndSecondment',
    );
    await ghana.post(end?.href ?? '', { occurredOn: '2017-11-01' });
    const page = await ghana.get(`/pledges/${pledge}`);
    expect(page.delivered).toMatchObject({ secondments: [{ months: 18, endedOn: '2017-11-01' }] });
  });

  it('equipment, acts and measurements stand beside them', async () => {
    await scenario.as('MISSION').post(`/pledges/${pledge}/equipment-deliveries`, {
      item: 'Mine-protected vehicle',
      number: 4,
      receiver: 'UNMISS',
      inUse: true,
    });
    await ghana.post(`/pledges/${pledge}/political-acts`, {
      act: 'ENDORSEMENT',
      what: 'Kigali Principles',
      link: 'https://example.org/kigali',
    });
    await scenario.as('EVAL').post(`/pledges/${pledge}/measurements`, {
      indicator: 'RENEWABLE_ENERGY',
      low: 20,
      high: 35,
    });
    const { delivered } = await scenario.as('PUBLIC').get(`/pledges/${pledge}`);
    expect(delivered).toMatchObject({
      equipment: [{ number: 4, inUse: 4 }],
      acts: [{ act: 'ENDORSEMENT', what: 'Kigali Principles' }],
      measurements: [{ low: 20, high: 35, unit: 'PER_CENT' }],
    });
  });

  it('a milestone is open again when its only evidence is rejected', async () => {
    const evidenceId = await submitted(ghana, pledge, 'https://example.org/photo', '2016-06-01');
    const [arrival] = await milestonesOf(ghana, pledge);
    await ghana.post(`/pledges/${pledge}/milestones/${arrival?.milestoneId}/completion`, {
      evidence: [evidenceId],
    });
    await scenario.as('EVAL').post(`/pledges/${pledge}/evidence/${evidenceId}/rejection`, {
      reason: 'It shows another post',
    });
    expect(await milestonesOf(ghana, pledge)).toMatchObject([{ metOn: null, evidence: [] }]);
    expect(
      await scenario.as('DESK').isRefused(`/pledges/${pledge}/fulfilment`, { as: 'FULL', reason: 'r' }),
    ).toMatchObject({ code: 'MILESTONES_OPEN' });
  });
});
