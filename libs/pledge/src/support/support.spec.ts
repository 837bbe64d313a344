/** Expectations: issue 15, point 5, requests of states to the Secretariat. */
import { STATUSES } from '@pledgeline/contracts';
import { allowedNow } from '../pledge.ts';
import { after } from '../testing/a-pledge.ts';
import { commands } from '../testing/commands.ts';
import { announced } from '../testing/early-life.ts';
import { by } from '../testing/example-command.ts';
import { historyTo } from '../testing/later-life.ts';
import { idOf, SUPPORT } from '../testing/named-events.ts';
import { supportAnswered, supportDeclined, supportRequested } from '../testing/support.ts';
import { openSupportRequests } from './support.state.ts';

const { RequestSupport, AnswerSupportRequest, DeclineSupportRequest } = commands;
const asked = [announced(), supportRequested()];
const on = (occurredOn: string) => ({ ...by('DESK'), occurredOn });

describe('RequestSupport', () => {
  it.each(['ANNOUNCED', 'REGISTERED', 'SELECTED', 'DEPLOYED', 'REPATRIATED'] as const)(
    'is possible while %s, and stays between the state and the Secretariat',
    (status) => {
      after(historyTo[status] ?? [])
        .when(RequestSupport)
        .thenTypes('SupportRequested');
    },
  );

  it.each(['LAPSED', 'WITHDRAWN', 'FULFILLED'] as const)('is refused while %s', (status) => {
    after(historyTo[status] ?? [])
      .when(RequestSupport)
      .thenRefused('WRONG_ORDER');
  });

  it.each(['DESK', 'SFGC', 'IMPL', 'PARTNER'])('by %s is forbidden', (role) =>
    after([announced()]).when(RequestSupport, {}, by(role)).thenRefused('FORBIDDEN'),
  );

  it('by another state is forbidden', () =>
    after([announced()]).when(RequestSupport, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN'));

  it.each([
    [{ text: ' ' }, 'TEXT_MISSING', 'text'],
    [{ neededBy: '2025-02-30' }, 'DATE_IMPOSSIBLE', 'neededBy'],
    [{ neededBy: '2025-02-28' }, 'NEEDED_BEFORE_REQUEST', 'neededBy'],
  ])('with %j is refused as %s', (over, code, field) => {
    const rejected = after([announced()])
      .when(RequestSupport, over, { occurredOn: '2025-03-01' })
      .thenRejected(code);
    expect(rejected.details).toMatchObject({ field });
  });

  it('may be needed on the day that it is made, and by no day', () => {
    const when = { occurredOn: '2025-03-01' };
    after([announced()]).when(RequestSupport, { neededBy: '2025-03-01' }, when).thenTypes('SupportRequested');
    after([announced()]).when(RequestSupport, { neededBy: null }, when).thenTypes('SupportRequested');
  });

  it('is made twice under two ids, and under one once', () => {
    after(asked).when(RequestSupport).thenTypes('SupportRequested');
    after(asked).when(RequestSupport, { requestId: SUPPORT }).thenRefused('REQUEST_ID_REUSED');
  });
});

describe.each([
  ['AnswerSupportRequest', AnswerSupportRequest, 'SupportRequestAnswered'],
  ['DeclineSupportRequest', DeclineSupportRequest, 'SupportRequestDeclined'],
] as const)('%s', (_, command, type) => {
  const when = (history: Parameters<typeof after>[0], over = {}, meta = {}) =>
    after(history).when(command, over, meta);

  it.each(['DESK', 'SFGC', 'FGS', 'PD'])('by %s settles the request', (role) =>
    when(asked, {}, by(role)).thenTypes(type),
  );

  it.each([by('MS', 'RWA'), by('MISSION'), by('IMPL'), by('EVAL')])('by %j is forbidden', (meta) =>
    when(asked, {}, meta).thenRefused('FORBIDDEN'),
  );

  it('is possible whatever became of the pledge', () => {
    for (const status of STATUSES) {
      const history = historyTo[status];
      if (history !== undefined) when([...history, supportRequested()]).thenTypes(type);
    }
  });

  it('of no request, or of one that is settled, is refused', () => {
    when([announced()]).thenRefused('UNKNOWN_REQUEST');
    when(asked, { requestId: idOf(92) }).thenRefused('UNKNOWN_REQUEST');
    when([...asked, supportAnswered()]).thenRefused('REQUEST_CLOSED');
    when([...asked, supportDeclined()]).thenRefused('REQUEST_CLOSED');
  });

  it('is not before the request, and may be on its day; where that has no date, on any', () => {
    when(asked, {}, on('2025-01-31')).thenRefused('BEFORE_REQUEST');
    when(asked, {}, on('2025-02-01')).thenTypes(type);
    const undated = { ...supportRequested(), occurredOn: null };
    when([announced(), undated], {}, on('2025-01-31')).thenTypes(type);
  });

  it('says something', () => {
    when(asked, { answer: ' ', reason: ' ' }).thenRefused('TEXT_MISSING');
  });
});

it('what came of each request is kept beside it', () => {
  const other = supportRequested({ requestId: idOf(93), kind: 'VISIT', neededBy: null });
  const pledge = after([...asked, other, supportAnswered()]).state();
  expect(pledge.supportRequests).toMatchObject([
    { kind: 'SURVEY', outcome: 'ANSWERED', settledOn: '2025-03-01', answer: 'The survey is attached' },
    { kind: 'VISIT', outcome: null, settledOn: null, answer: null },
  ]);
  expect(openSupportRequests(pledge).map(({ requestId }) => requestId)).toEqual([idOf(93)]);
});

it('is offered while a request is open', () => {
  const offered = (history: Parameters<typeof after>[0]) =>
    allowedNow(after(history).state(), { role: 'DESK', state: null }, '2026-01-15');
  expect(offered(asked)).toContain('AnswerSupportRequest');
  expect(offered([...asked, supportAnswered()])).not.toContain('AnswerSupportRequest');
});
