/**
 * Turns that none of the real histories takes, each through HTTP, ending in the event that records it. Long because they share one
 * server.
 */
import { eventually } from '@pledgeline/event-sourcing/testing';
import { joinsInvited } from '../testing/a-partner.ts';
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { assess, matchUnit, registerUnit } from '../testing/unit-steps.ts';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

const GAP = { mission: 'MINUSCA', capabilityCode: 'INF-BN' };

const announced = (state: string, announcedOn = '2026-01-05', code = ['UNIT', 'INF-BN']) =>
  scenario.as('MS', state).makes('/pledges', {
    memberState: state,
    category: code[0],
    capabilityCode: code[1],
    quantity: '1',
    unit: 'unit',
    description: `A battalion of ${state}`,
    announcedOn,
    source: 'Note verbale 2026/1',
  });

const registered = async (state: string, on = '2026-01-15'): Promise<string> => {
  const pledgeId = await announced(state, on);
  await registerUnit(scenario, pledgeId, { acknowledged: on, registered: on }, { capabilityCode: 'INF-BN' });
  return pledgeId;
};

const matched = async (state: string): Promise<{ readonly pledgeId: string; readonly gapId: string }> => {
  const pledgeId = await registered(state);
  await assess(scenario, pledgeId, state, '2026-03-14');
  return { pledgeId, gapId: await matchUnit(scenario, pledgeId, GAP, '2026-04-01') };
};

const history = async (of: string): Promise<readonly Body[]> =>
  (await scenario.as('DESK').get(`${of}/history`)).items as readonly Body[];
const lastOf = async (of: string): Promise<Body> => (await history(of)).at(-1) ?? {};
it('a pledge is reclassified when a second person agrees', async () => {
  const pledge = `/pledges/${await registered('SEN')}`;
  await scenario
    .as('DESK')
    .post(`${pledge}/reclassification-proposals`, { capabilityCode: 'FPU', reason: 'The note says police' });
  expect(await lastOf(pledge)).toMatchObject({ type: 'ReclassificationProposed' });
  await scenario.as('SFGC').post(`${pledge}/reclassification`, { capabilityCode: 'FPU' });
  expect(await lastOf(pledge)).toMatchObject({ type: 'PledgeReclassified', data: { capabilityCode: 'FPU' } });
});

it('a suspended unit takes up its work again', async () => {
  const pledge = `/pledges/${await deployedUnit(scenario)}`;
  await scenario.as('MISSION').post(`${pledge}/suspensions`, { reason: 'The airport is closed' });
  await scenario.as('MISSION').post(`${pledge}/resumption`, {});
  expect(await lastOf(pledge)).toMatchObject({ type: 'PledgeResumed' });
});

it('a match is released, and the gap revised and closed', async () => {
  const { pledgeId, gapId } = await matched('GHA');
  const pledge = `/pledges/${pledgeId}`;
  await scenario.as('SFGC').post(`${pledge}/matches/${gapId}/release`, { reason: 'Another unit was chosen' });
  expect(await lastOf(pledge)).toMatchObject({ type: 'MatchReleased', data: { gapId } });
  await scenario
    .as('MISSION')
    .post(`/gaps/${gapId}/revisions`, { number: 2, priority: 'MEDIUM', reason: 'The mandate was extended' });
  const gap = await scenario.as('FGS').get(`/gaps/${gapId}`);
  expect(gap).toMatchObject({ number: 2, state: 'OPEN', isPublic: true });
  await scenario.as('FGS').post(`/gaps/${gapId}/closure`, { reason: 'The mission has closed' });
  expect(await scenario.as('PUBLIC').get(`/gaps/${gapId}`)).toMatchObject({ state: 'CLOSED', fill: null });
});

it('a state declines its selection', async () => {
  const { pledgeId, gapId } = await matched('BGD');
  const pledge = `/pledges/${pledgeId}`;
  await scenario.as('FGS').post(`${pledge}/selection`, {
    gapId,
    decisionReference: 'SEL-1',
    hostConsent: 'GIVEN',
    occurredOn: '2026-05-02',
  });
  await scenario.as('MS', 'BGD').post(`${pledge}/selection-refusal`, { reason: 'Parliament did not agree' });
  expect(await lastOf(pledge)).toMatchObject({ type: 'SelectionDeclined', data: { gapId } });
});

it('an update of a matched pledge stands in its place, and the gap is free again', async () => {
  const { pledgeId, gapId } = await matched('POL');
  const newer = await scenario.as('MS', 'POL').makes('/pledges', {
    memberState: 'POL',
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    quantity: '2',
    unit: 'battalions',
    description: 'Two battalions in place of one',
    announcedOn: '2026-06-01',
    source: 'Note verbale 2026/2',
    standing: 'UPDATED',
    renews: pledgeId,
  });
  await eventually(async () => (await lastOf(`/pledges/${pledgeId}`)).type === 'PledgeSuperseded');
  expect(await lastOf(`/pledges/${pledgeId}`)).toMatchObject({ data: { newerPledgeId: newer } });
  expect(await scenario.as('DESK').get(`/pledges/${pledgeId}`)).toMatchObject({
    status: 'SUPERSEDED',
    supersededBy: { pledgeId: newer, status: 'ANNOUNCED' },
    renewedBy: [{ pledgeId: newer }],
    matches: [],
  });
  await eventually(async () => (await scenario.as('FGS').get(`/gaps/${gapId}`)).left === 1);
});

it('terms that were not announced are stated by the state, the desk and DOS, and amended', async () => {
  const id = await announced('VNM', '2026-01-05', ['ENABLER', 'HOSP-L2']);
  const pledge = `/pledges/${id}`;
  await scenario
    .as('MS', 'VNM')
    .post(`${pledge}/terms`, { terms: { mission: 'UNMISS', languages: ['en'] }, source: 'Note verbale 3' });
  await scenario
    .as('DESK')
    .post(`${pledge}/terms`, { terms: { hostState: 'South Sudan', womenShareTarget: 20 }, source: 'Talks' });
  await scenario
    .as('DOS')
    .post(`${pledge}/terms`, { terms: { hospitalLevel: 2, accreditedOn: '2026-02-01' }, source: 'DOS/7' });
  expect(await lastOf(pledge)).toMatchObject({ type: 'TermsStated', data: { terms: { hospitalLevel: 2 } } });
  const refused = { terms: { mission: 'MINUSCA' }, source: 'Note verbale 4' };
  expect(await scenario.as('MS', 'VNM').isRefused(`${pledge}/terms`, refused)).toMatchObject({
    code: 'TERM_STATED',
    current: 'UNMISS',
    instead: { href: `${pledge}/amendments` },
  });
  await scenario.as('MS', 'VNM').post(`${pledge}/amendments`, {
    changes: [
      { field: 'terms.mission', old: 'UNMISS', new: 'MINUSCA' },
      { field: 'terms.languages', old: 'en', new: 'en, fr' },
      { field: 'terms.tourMonths', new: '12' },
    ],
    reason: 'The mission closes',
    source: 'Note verbale 5',
  });
  const page = await scenario.as('DESK').get(pledge);
  expect(page).toMatchObject({
    terms: {
      mission: 'MINUSCA',
      languages: ['en', 'fr'],
      tourMonths: 12,
      hostState: 'SSD',
      womenShareTarget: 20,
      accreditedOn: '2026-02-01',
    },
    announcement: { terms: null },
    amendments: [{ changes: [{ old: 'UNMISS', new: 'MINUSCA' }, {}, {}] }],
  });
  const [group] = (await scenario.as('DESK').get('/reports/women?by=memberState&memberState=VNM'))
    .groups as readonly Body[];
  expect((group?.figures as readonly Body[]).find(({ figure }) => figure === 'withTarget')?.value).toBe(1);
});

it('a level is lost when the equipment has changed', async () => {
  const pledgeId = await registered('NPL');
  await assess(scenario, pledgeId, 'NPL', '2026-03-14');
  await scenario.as('SFGC').post(`/pledges/${pledgeId}/level-downgrades`, {
    level: 'L1',
    reason: 'EQUIPMENT_CHANGED',
  });
  expect(await lastOf(`/pledges/${pledgeId}`)).toMatchObject({
    type: 'LevelDowngraded',
    data: { level: 'L1' },
  });
});

it('due work reminds a state before the end, and leaves what was entered late for thirty days', async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const old = `/pledges/${await registered('FJI', '2020-01-15')}`;
  const ending = `/pledges/${await registered('WSM', daysAgo(350))}`;
  // The work looks into deadlines of its own, which may not know the newest pledges yet; done again, it adds nothing.
  await eventually(async () => {
    await scenario.as('ADMIN').post('/operations/due-work', {});
    return (await lastOf(ending)).type !== 'PledgeRegistered';
  });
  // Registered before the other, so its deadlines are known too.
  expect(await lastOf(old)).toMatchObject({ type: 'PledgeRegistered' });
  expect(await lastOf(ending)).toMatchObject({ type: 'RenewalReminded' });
});

it('partners change: one leaves, another leads', async () => {
  const pledgeId = await announced('PRT', '2026-01-05', ['ENABLER', 'FW-TRANSPORT']);
  const pledge = `/pledges/${pledgeId}`;
  const portugal = scenario.as('MS', 'PRT');
  await portugal.post(`${pledge}/partnership`, { kind: 'ROTATION' });
  for (const state of ['NOR', 'DNK']) {
    await joinsInvited(
      scenario,
      { pledgeId, lead: 'PRT', state },
      { role: 'UNIT', share: 20, from: '2030-01-01' },
    );
  }
  await scenario.as('MS', 'NOR').post(`${pledge}/partners/departures`, {
    state: 'NOR',
    role: 'UNIT',
    reason: 'The aircraft are needed at home',
  });
  expect(await lastOf(pledge)).toMatchObject({ type: 'PartnerLeft', data: { state: 'NOR' } });
  await portugal.post(`${pledge}/lead`, { lead: 'DNK', consentReference: 'NV/13' });
  expect(await lastOf(pledge)).toMatchObject({ type: 'LeadNamed', data: { lead: 'DNK' } });
});

it('Requests of states to the Secretariat: a study is answered, a survey declined, and others do not see it', async () => {
  const pledgeId = await announced('NPL');
  const pledge = `/pledges/${pledgeId}`;
  const nepal = scenario.as('MS', 'NPL');
  const ask = async (kind: string): Promise<string> => {
    await nepal.post(`${pledge}/support-requests`, {
      kind,
      text: `A ${kind} of engines`,
      neededBy: '2030-01-31',
    });
    const { data } = await lastOf(pledge);
    return String((data as Body).requestId);
  };
  const [study, survey] = [await ask('STUDY'), await ask('SURVEY')];
  const queueOf = async (voice: typeof nepal, kind: string) =>
    ((await voice.get(`/work-queue?kind=${kind}`)).items as Body[]).filter(
      (task) => task.pledgeId === pledgeId,
    );
  const waiting = await queueOf(scenario.as('DESK'), 'SUPPORT_TO_ANSWER');
  expect(waiting.map(({ due }) => due)).toEqual(['2030-01-31', '2030-01-31']);
  expect(await queueOf(nepal, 'SUPPORT_TO_ANSWER')).toEqual([]);
  await scenario.as('DESK').post(`${pledge}/support-requests/${study}/answer`, { answer: 'It is attached' });
  expect(await lastOf(pledge)).toMatchObject({ type: 'SupportRequestAnswered', data: { requestId: study } });
  await scenario.as('SFGC').post(`${pledge}/support-requests/${survey}/refusal`, { reason: 'No team' });
  expect(await lastOf(pledge)).toMatchObject({ type: 'SupportRequestDeclined', data: { requestId: survey } });
  const answers = await queueOf(nepal, 'SUPPORT_ANSWERED');
  expect(answers.map(({ todo }) => todo).sort()).toEqual([
    'Your request for a STUDY was answered: It is attached',
    'Your request for a SURVEY was declined: No team',
  ]);
  const { internal } = await nepal.get(pledge);
  expect((internal as Body).supportRequests).toMatchObject([
    { outcome: 'ANSWERED' },
    { outcome: 'DECLINED' },
  ]);
  const { items } = await scenario.as('MS', 'KOR').get(`${pledge}/history`);
  expect((items as Body[]).map(({ type }) => type)).toEqual(['PledgeAnnounced']);
});

it('a talk about a caveat is noted, and a memorandum amended', async () => {
  const pledge = `/pledges/${await deployedUnit(scenario)}`;
  const caveatId = await (async () => {
    await scenario
      .as('MS', 'RWA')
      .post(`${pledge}/caveats`, { text: 'Not north of the river', kind: 'GEOGRAPHIC', blocking: false });
    const { data } = await lastOf(pledge);
    return String((data as Body).caveatId);
  })();
  await scenario.as('FGS').post(`${pledge}/caveats/${caveatId}/talks`, { text: 'Room for a shorter list' });
  expect(await lastOf(pledge)).toMatchObject({ type: 'CaveatTalkNoted' });
  await scenario.as('DOS').post(`${pledge}/mou/amendments`, {
    amendmentReference: 'MOU-1/A1',
    strength: 860,
    equipmentAnnexVersion: '1.1',
    to: '2028-08-31',
  });
  expect(await lastOf(pledge)).toMatchObject({ type: 'MouAmended', data: { strength: 860 } });
});

it('an offer to a need is chosen in part, another declined, and the need closed', async () => {
  const needId = await scenario.as('DESK').makes('/needs', {
    kind: 'TRAINING',
    text: 'Training of the staff of a hospital',
    memberState: 'VNM',
    number: 70,
    neededBy: '2030-06-30',
    source: 'Light Coordination Mechanism',
  });
  for (const number of [35, 40]) {
    const offer = { memberState: 'AUS', text: `Instructors for ${number}`, number };
    await scenario.as('MS', 'AUS').post(`/needs/${needId}/offers`, offer);
  }
  const { offers } = await scenario.as('DESK').get(`/needs/${needId}`);
  const [declined, chosen] = (offers as readonly Body[]).map(
    ({ offerId }) => `/needs/${needId}/offers/${String(offerId)}`,
  );
  await scenario.as('DESK').post(`${String(declined)}/refusal`, { reason: 'Met by another' });
  await scenario.as('DESK').post(`${String(chosen)}/choice`, { number: 30 });
  expect(await scenario.as('DESK').get(`/needs/${needId}`)).toMatchObject({ answered: 30, open: 40 });
  await scenario.as('DESK').post(`/needs/${needId}/closure`, { reason: 'Met by another' });
  expect(await scenario.as('DESK').get(`/needs/${needId}`)).toMatchObject({ state: 'CLOSED' });
});

it('a host takes back its consent', async () => {
  const desk = scenario.as('DESK');
  await desk.post('/missions', {
    code: 'MINUTEST',
    name: 'A mission',
    hostStates: ['Sudan'],
    mandatedUntil: '2030-12-31',
    source: 'A resolution',
  });
  await desk.post('/missions/MINUTEST/host-consent', {
    consent: 'WITHDRAWN',
    changedOn: '2026-06-16',
    source: 'A letter',
  });
  await desk.post('/missions/MINUTEST/aliases', { alias: 'The test mission', source: 'A speech' });
  expect(await desk.get('/missions/MINUTEST')).toMatchObject({
    hostConsent: 'WITHDRAWN',
    aliases: ['The test mission'],
  });
});

it('officers note for each other, and say who deals with a pledge', async () => {
  const pledge = `/pledges/${await announced('FJI')}`;
  const desk = scenario.as('DESK');
  await desk.post(`${pledge}/notes`, { text: 'They answer next week', task: { kind: 'ACKNOWLEDGEMENT' } });
  await desk.post(`${pledge}/assignee`, { assignee: 'officer.a' });
  expect(await desk.get(pledge)).toMatchObject({ file: { assignee: 'officer.a', notes: [{ by: 'DESK' }] } });
});

it('a name is added, another takes it for its own, and one is taken back', async () => {
  const desk = scenario.as('DESK');
  await desk.post('/registers/texts/names', {
    code: 'ACCRA-2023',
    name: 'Accra Declaration',
    source: 'Ministerial of 2023',
  });
  const alias = { alias: 'Declaration of Accra', source: 'A speech' };
  await desk.post('/registers/texts/names/ACCRA-2023/aliases', alias);
  await desk.post('/registers/texts/names/ACCRA-2023/alias-withdrawal', {
    ...alias,
    reason: 'By mistake',
    source: undefined,
  });
  expect(await desk.get('/registers/texts?name=accra%20declaration')).toMatchObject({
    items: [{ code: 'ACCRA-2023', aliases: [] }],
  });
});

it('a conference is revised', async () => {
  const desk = scenario.as('DESK');
  const conference = {
    kind: 'ministerial',
    name: 'United Nations Peacekeeping Ministerial',
    start: '2027-05-13',
    end: '2027-05-14',
    place: 'Nairobi',
    hostsCoChairs: ['Kenya'],
    source: 'https://peacekeeping.un.org',
  };
  await desk.post('/conferences', { ...conference, code: '2027-nairobi' });
  await desk.post('/conferences/2027-nairobi/revisions', { ...conference, statesWithNewPledges: '74' });
  const { items } = await desk.get('/conferences');
  expect(items).toContainEqual(
    expect.objectContaining({
      code: '2027-nairobi',
      published: [expect.objectContaining({ value: '74' })],
    }),
  );
});

it('an idea is dropped, with the reason', async () => {
  const desk = scenario.as('DESK');
  const ideaId = await desk.makes('/ideas', {
    kind: 'IDEA',
    memberState: 'Rwanda',
    conference: '2021-prep-performance',
    text: 'A mobile team that trains contingents before a rotation',
    source: 'Chairs’ summary, July 2021',
  });
  await desk.post(`/ideas/${ideaId}/dropping`, { reason: 'Another state offered the same' });
  expect(await desk.get(`/ideas/${ideaId}`)).toMatchObject({ state: 'DROPPED' });
});
