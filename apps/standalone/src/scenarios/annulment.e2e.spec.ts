/** An event that does not belong is struck, and a pledge that was entered by mistake is void. Accountability page, section 9. */
import { asker } from '../testing/ask.ts';
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
let first: Voice;
let second: Voice;
let pledge: string;
beforeAll(async () => {
  scenario = await startScenario();
  first = scenario.as('ADMIN');
  second = scenario.as('ADMIN', 'CAN');
  pledge = `/pledges/${await deployedUnit(scenario)}`;
});
afterAll(() => scenario.close());

const eventOf = async (type: string, at = pledge): Promise<Body> => {
  const { items } = await first.get(`${at}/history`);
  return (items as readonly Body[]).find((event) => event.type === type)!;
};
const annulments = async (at = pledge): Promise<readonly Body[]> =>
  ((await first.get(at)).internal as Body).annulments as readonly Body[];
const proposed = async (type: string, at = pledge): Promise<string> => {
  await first.post(`${at}/annulments`, { annuls: (await eventOf(type, at)).id, reason: 'Of another unit' });
  return `${at}/annulments/${String((await annulments(at)).at(-1)?.annulmentId)}`;
};

it('what breaks later events is refused with the list of them', async () => {
  const { id } = await eventOf('UnitSelected');
  expect(await first.isRefused(`${pledge}/annulments`, { annuls: id, reason: 'Not ours' })).toMatchObject({
    status: 409,
    code: 'ANNULMENT_BREAKS',
    blocked: expect.arrayContaining([expect.objectContaining({ event: 'MouSigned' })]),
  });
});

it('one that is turned down changes nothing, and may be asked for again', async () => {
  const asked = await proposed('UnitDeployed');
  await second.post(`${asked}/rejection`, { reason: 'It is of this unit' });
  expect((await first.get(pledge)).status).toBe('DEPLOYED');
  expect(await eventOf('UnitDeployed')).toMatchObject({ struck: null });
  expect(await second.isRefused(`${asked}/approval`, {})).toMatchObject({ code: 'ANNULMENT_CLOSED' });
});

it('two officers strike the last act; what was known before stays what it was', async () => {
  const { status } = await first.get(pledge);
  expect(status).toBe('DEPLOYED');
  const asked = await proposed('UnitDeployed');
  const { items } = await second.get('/work-queue?kind=ANNULMENT_TO_DECIDE');
  expect(items).toMatchObject([{ waitsFor: ['ADMIN'], next: [{ command: 'AnnulEvent' }, {}] }]);
  expect(await first.isRefused(`${asked}/approval`, {})).toMatchObject({ status: 403, code: 'SAME_PERSON' });
  const before = new Date().toISOString();
  await second.post(`${asked}/approval`, {});
  expect((await first.get(pledge)).status).toBe('READY');
  expect((await first.get(`${pledge}?knownAt=${before}`)).status).toBe('DEPLOYED');
  expect(await eventOf('UnitDeployed')).toMatchObject({ struck: { reason: 'Of another unit' } });
  expect(await second.isRefused(`${asked}/approval`, {})).toMatchObject({ code: 'ANNULMENT_CLOSED' });
});

it('a pledge that was entered by mistake is void: it has a page, and is in no list', async () => {
  const desk = scenario.as('DESK');
  const offer = {
    memberState: 'NPL',
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    description: 'A battalion that nobody offered',
    source: 'press',
  };
  const told = await desk.post('/pledges', offer);
  const wrong = `/pledges/${String(told.stream).replace('pledge-', '')}`;
  const before = new Date().toISOString();
  const asked = await proposed('PledgeAnnounced', wrong);
  await second.post(`${asked}/approval`, {});
  const page = await first.get(wrong);
  expect(page).toMatchObject({ status: 'VOID', memberState: 'NPL', announcement: null, commands: [] });
  expect((await first.get('/pledges?memberState=NPL')).total).toBe(0);
  expect((await first.get(`/pledges?memberState=NPL&knownAt=${before}`)).total).toBe(1);
  expect(await desk.isRefused('/pledges', offer)).toMatchObject({ status: 409, code: 'PLEDGE_VOID' });
  expect(await eventOf('PledgeAnnounced', wrong)).toMatchObject({ struck: { reason: 'Of another unit' } });
});

it('officers who strike an event while another builds on it leave one history', async () => {
  const text = 'If vehicles are given';
  const state = scenario.as('MS', 'RWA');
  const offer = { memberState: 'RWA', category: 'UNIT', capabilityCode: 'INF-BN', description: 'At once' };
  const at = `/pledges/${await state.makes('/pledges', { ...offer, source: 'a speech' })}`;
  await state.post(`${at}/conditions`, { text });
  const { conditionId } = (await eventOf('ConditionDeclared', at)).data as Body;
  const approval = `${await proposed('ConditionDeclared', at)}/approval`;
  const send = asker(scenario.url);
  const sentBy = (role: string, n: number, path: string, body: Body) =>
    send(path, {
      method: 'POST',
      headers: { 'x-pledgeline-role': role, 'x-pledgeline-actor': `officer.${n}` },
      body,
    });
  const [met, ...approved] = await Promise.all([
    sentBy('DESK', 1, `${at}/conditions/${String(conditionId)}/fulfilment`, { evidence: 'They came' }),
    ...[2, 3, 4].map((n) => sentBy('ADMIN', n, approval, {})),
  ]);
  const { items } = (await first.get(`${at}/history`)) as { readonly items: readonly Body[] };
  const types = items.map(({ type }) => type);
  const codes = approved.map(({ status, body }) => (status === 200 ? 200 : body.code)).sort();
  if (types.includes('ConditionMet')) {
    expect([met.status, types.includes('EventAnnulled')]).toEqual([200, false]);
    expect(new Set(codes)).toEqual(new Set(['ANNULMENT_BREAKS']));
  } else {
    expect([met.status, met.body.code]).toEqual([404, 'UNKNOWN_CONDITION']);
    expect(codes).toEqual([200, 'ANNULMENT_CLOSED', 'ANNULMENT_CLOSED']);
    expect(types.filter((type) => type === 'EventAnnulled')).toHaveLength(1);
  }
});
