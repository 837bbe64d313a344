/** Accountability page, section 12: persons fill the posts that were promised, and no more unless that is said. */
import type { PledgeEvent, Quantity } from '@pledgeline/contracts';
import { LIQUIDATION } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { count, delivery, promising } from '../testing/a-promise.ts';
import { acknowledged } from '../testing/early-life.ts';
import { seconded, secondmentEnded } from '../testing/delivered-life.ts';
import { idOf, SECONDMENT } from '../testing/named-events.ts';
import { commands } from '../testing/commands.ts';

const { SecondExpert, EndSecondment } = commands;
const NOW = { now: '2026-11-29T12:00:00.000Z' };
const promise = (quantity: Quantity | null, code = 'PLANNERS'): PledgeEvent[] => {
  const [announcement, registration] = promising({ quantity }, code);
  if (announcement === undefined || registration === undefined) throw new Error('no promise');
  return [announcement, acknowledged(), registration];
};
const THREE = promise(count(3, 'planners'));
const tour = { mission: 'MINUSCA', post: 'Planner, U5', from: '2026-01-01', to: '2026-12-31' };
const sent = (persons: number, over: object = {}) => seconded({ ...tour, persons, ...over });
const send = (history: readonly PledgeEvent[], persons: number, over: object = {}, meta: object = NOW) =>
  after(history).when(SecondExpert, { ...tour, persons, ...over }, meta);

it.each<[string, Quantity | null, readonly PledgeEvent[], number, object, string | null]>([
  ['all of them', count(3, 'planners'), [], 3, {}, null],
  ['one more than promised', count(3, 'planners'), [], 4, {}, 'MORE_THAN_POSTS'],
  ['one more, and that is said', count(3, 'planners'), [], 4, { beyondPledge: true }, null],
  ['a second to the same title', count(3, 'planners'), [sent(1)], 1, {}, null],
  ['the rest to the same title', count(3, 'planners'), [sent(1)], 2, {}, null],
  ['more than the rest', count(3, 'planners'), [sent(1)], 3, {}, 'MORE_THAN_POSTS'],
  [
    'more than the rest, elsewhere',
    count(3, 'planners'),
    [sent(1)],
    3,
    { mission: 'UNMISS' },
    'MORE_THAN_POSTS',
  ],
  [
    'all anew, when the others are gone',
    count(3, 'planners'),
    [sent(3)],
    3,
    { from: '2026-12-31', to: '2027-12-31' },
    null,
  ],
  [
    'all anew, with a handover of 30 days',
    count(3, 'planners'),
    [sent(3)],
    3,
    { from: '2026-12-01', to: '2027-12-31' },
    null,
  ],
  [
    'all anew, with a handover of 31 days',
    count(3, 'planners'),
    [sent(3)],
    3,
    { from: '2026-11-30', to: '2027-12-31' },
    'MORE_THAN_POSTS',
  ],
  [
    'elsewhere within 30 days, which is no handover',
    count(3, 'planners'),
    [sent(3)],
    3,
    { mission: 'UNMISS', from: '2026-12-10', to: '2027-12-31' },
    'MORE_THAN_POSTS',
  ],
  [
    'who came before those that are entered already',
    count(3, 'planners'),
    [sent(3)],
    3,
    { from: '2025-01-01', to: '2026-01-20' },
    null,
  ],
  [
    'beside those who are beyond the pledge',
    count(3, 'planners'),
    [sent(3, { beyondPledge: true })],
    3,
    {},
    null,
  ],
  ['a batch of 12', count(12, 'police officers'), [], 12, {}, null],
  ['up to the upper end', count(2, 'planners', 3), [], 3, {}, null],
  ['above the upper end', count(2, 'planners', 3), [], 4, {}, 'MORE_THAN_POSTS'],
  ['"up to 3"', count(null, 'planners', 3), [], 4, {}, 'MORE_THAN_POSTS'],
  ['"over 3"', count(3, 'planners', null), [sent(3)], 40, {}, null],
  ['posts by that name', count(2, 'posts'), [sent(1)], 2, {}, 'MORE_THAN_POSTS'],
  ['no number, to a post that is free', null, [], 5, {}, null],
  ['no number, to a post that is held', null, [sent(1)], 1, {}, 'POST_OCCUPIED'],
  [
    'no number, with a handover of 30 days',
    null,
    [sent(1)],
    1,
    { from: '2026-12-01', to: '2027-12-31' },
    null,
  ],
  [
    'no number, with a handover of 31 days',
    null,
    [sent(1)],
    1,
    { from: '2026-11-30', to: '2027-12-31' },
    'POST_OCCUPIED',
  ],
  ['no number, to another held post, beyond the pledge', null, [sent(1)], 1, { beyondPledge: true }, null],
])('%s', (_, quantity, held, persons, over, refusal) => {
  const outcome = send([...promise(quantity), ...held], persons, over);
  if (refusal === null) outcome.thenTypes('ExpertSeconded');
  else outcome.thenRejected(refusal);
});

it('a refusal says how many are open', () => {
  const refused = send([...THREE, sent(1)], 3).thenRejected('MORE_THAN_POSTS');
  expect(refused.details).toEqual({ field: 'persons', promised: 3, open: 2 });
});

it('3 planners promised, 1 sent: 2 open, whoever follows', () => {
  const figures = (...events: readonly PledgeEvent[]) => delivery([...THREE, ...events]).dimensions[0];
  expect(figures(sent(1))).toMatchObject({ promised: 3, delivered: 1 });
  const next = sent(1, { secondmentId: idOf(90), from: '2026-12-20', to: '2027-12-31' });
  expect(figures(sent(1), next)).toMatchObject({ delivered: 1 });
  expect(figures(sent(1), sent(1, { secondmentId: idOf(91) }))).toMatchObject({ delivered: 2 });
});

it('was decided post by post before November 2026', () => {
  send(THREE, 4, {}, { now: '2026-10-31T12:00:00.000Z' }).thenTypes('ExpertSeconded');
  send([...THREE, sent(1)], 1, {}, { now: '2026-10-31T12:00:00.000Z' }).thenRejected('POST_OCCUPIED');
});

describe('a tour that ends later than planned', () => {
  const first = sent(3, { to: '2026-03-01' });
  const next = sent(3, { secondmentId: idOf(90), from: '2026-03-01' });
  const end = (occurredOn: string) =>
    after([...THREE, first, next]).when(EndSecondment, {}, { ...NOW, occurredOn });

  it.each([
    ['2026-02-01', null],
    ['2026-03-31', null],
    ['2026-04-01', 'MORE_THAN_POSTS'],
  ])('on %s', (day, refusal) => {
    if (refusal === null) end(day).thenTypes('SecondmentEnded');
    else end(day).thenRejected(refusal);
  });

  it('frees its post when it ended early', () =>
    send([...THREE, sent(3), secondmentEnded({ secondmentId: SECONDMENT, endedOn: '2026-02-01' })], 3, {
      from: '2026-02-01',
    }).thenTypes('ExpertSeconded'));
});

describe('the mission of a post', () => {
  const OPEN = { hostConsent: 'GIVEN' as const, closesOn: null };
  const WITHDRAWN = { hostConsent: 'WITHDRAWN' as const, closesOn: null };
  const LATER = { from: '2027-01-01', to: '2027-12-31' };

  it.each<[string, object | null, object, string | null]>([
    ['is open', OPEN, {}, null],
    ['is not known to the register', null, {}, null],
    ['closes during the tour', { ...OPEN, closesOn: '2026-06-30' }, {}, null],
    ['closes on the first day', { ...OPEN, closesOn: '2026-01-01' }, {}, null],
    ['closed before the first day', { ...OPEN, closesOn: '2025-12-31' }, {}, 'MISSION_CLOSED'],
    [
      'closes before a beginning that lies ahead',
      { ...OPEN, closesOn: '2026-12-31' },
      LATER,
      'MISSION_CLOSED',
    ],
    ['has no consent', WITHDRAWN, {}, 'HOST_CONSENT_MISSING'],
    ['has no consent now, before a beginning that lies ahead', WITHDRAWN, LATER, 'HOST_CONSENT_MISSING'],
  ])('%s', (_, onRecord, over, refusal) => {
    const tried = (more: object = {}) => send(THREE, 1, { onRecord, ...over, ...more });
    if (refusal === null) {
      tried().thenTypes('ExpertSeconded');
      return;
    }
    tried().thenRejected(refusal);
    tried({ exception: LIQUIDATION, approver: 'Controller' }).thenTypes('ExpertSeconded');
    tried({ exception: LIQUIDATION, approver: ' ' }).thenRejected('APPROVER_MISSING');
    send(THREE, 1, { onRecord, ...over }, { now: '2026-10-31T12:00:00.000Z' }).thenTypes('ExpertSeconded');
  });

  it('is kept as the register had it, and the approver is not in the state', () => {
    const more = { onRecord: OPEN, exception: LIQUIDATION, approver: 'Controller' };
    const outcome = send(THREE, 1, more);
    expect(outcome.events()[0]?.data).toMatchObject(more);
    const { delivered } = after([...THREE, sent(1, more)]).state();
    expect(JSON.stringify(delivered)).not.toContain('Controller');
  });
});
