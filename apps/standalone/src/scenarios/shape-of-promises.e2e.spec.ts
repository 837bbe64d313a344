/**
 * Promises that change their shape: Canada's ceiling of 2016 and what became of it (lifecycle page, section 8.2), Colombia's
 * phases (8.9), and a split. The dates without a day in the sources are ours.
 * Sources: https://www.castanet.net/news/Canada/211589/Peacekeeping-plan-revealed ;
 * https://archivo.lapatria.com/internacional/colombia-aportaria-5-mil-uniformados-tropas-de-paz-234618?qt-qt_3_lomas=0
 */
import { narrator, type Body, type Narrator } from '../testing/narrator.ts';
import { registerUnit } from '../testing/unit-steps.ts';

jest.setTimeout(60_000);

let story: Narrator;
beforeAll(async () => {
  story = await narrator();
});
afterAll(() => story.close());

const unit = { category: 'UNIT', capabilityCode: 'INF-BN', source: 'Press' };

it('Canada 2016 and 2017: up to 600 troops, given shape later, are never more than 600', async () => {
  const canada = story.as('MS', 'CAN');
  const offer = (quantity: string, description: string, announcedOn: string) =>
    canada.makes('/pledges', {
      ...unit,
      memberState: 'Canada',
      quantity,
      unit: 'troops',
      description,
      announcedOn,
    });
  const ceiling = await offer('up to 600', 'Up to 600 troops for peace operations', '2016-08-26');
  const force = await offer('200', 'A quick-reaction force of 200', '2017-11-15');
  const problem = await story
    .as('DESK')
    .isRefused(`/pledges/${force}/total`, { totalId: force, kind: 'CEILING' });
  expect(problem).toMatchObject({ code: 'COUNTED_IN_CIRCLE' });
  await story.as('DESK').post(`/pledges/${force}/total`, { totalId: ceiling, kind: 'CEILING' });
  const { overall } = await story.as('PUBLIC').get('/reports/progress?memberState=CAN');
  expect((overall as Body).offered).toMatchObject({
    measures: [{ measure: 'troop', pledges: 2, min: 200, max: 600 }],
    overUsed: [],
  });
  expect(await story.as('PUBLIC').get(`/pledges/${ceiling}`)).toMatchObject({ parts: [{ pledgeId: force }] });
});

it('Colombia 2015: three phases are counted by the highest', async () => {
  const colombia = story.as('MS', 'COL');
  const pledge = await colombia.makes('/pledges', {
    ...unit,
    memberState: 'Colombia',
    quantity: 'up to 5000',
    unit: 'personnel',
    description: 'Up to 5,000 uniformed personnel',
    announcedOn: '2015-09-28',
  });
  await colombia.post(`/pledges/${pledge}/phases`, {
    phases: [
      { name: 'year 1', quantity: 70 },
      { name: 'year 2', quantity: 500 },
      { name: 'from year 3', quantity: 'up to 5000', condition: 'If peace holds and the Congress agrees' },
    ],
    unit: 'personnel',
    cumulative: true,
  });
  const { overall } = await story.as('PUBLIC').get('/reports/progress?memberState=COL');
  expect((overall as Body).offered).toMatchObject({ measures: [{ pledges: 1, max: 5000 }] });
});

it('a split pledge goes on as pledges of its own', async () => {
  const spain = story.as('MS', 'ESP');
  const whole = await spain.makes('/pledges', {
    ...unit,
    memberState: 'Spain',
    quantity: '3',
    unit: 'units',
    description: 'Three battalions',
    announcedOn: '2024-12-01',
  });
  await registerUnit(
    story,
    whole,
    { acknowledged: '2025-01-10', registered: '2026-02-01' },
    { capabilityCode: 'INF-BN' },
  );
  await spain.post(`/pledges/${whole}/split`, {
    children: [{ quantity: 1, description: 'The first battalion' }],
    occurredOn: '2026-03-01',
  });
  const { children } = await spain.until(`/pledges/${whole}`, ({ children: opened }) =>
    (opened as readonly Body[]).every(({ status }) => status === 'REGISTERED'),
  );
  expect(children).toMatchObject([{ quantity: { max: 1 } }, { quantity: { max: 2 } }]);
  const [first] = children as readonly Body[];
  expect(await spain.get(`/pledges/${String(first?.pledgeId)}`)).toMatchObject({
    status: 'REGISTERED',
    level: 'L1',
    parents: [{ pledgeId: whole, status: 'SPLIT' }],
  });
});
