import { reactionMeta } from './react.ts';
import { recorded } from './testing/spec-for.ts';

const event = { ...recorded({ type: 'Asked', data: {} }, 0), recordedAt: '2026-01-15T12:00:00.000Z' };

it.each([
  ['later than the event', '2026-01-15T12:00:01.000Z', '2026-01-15T12:00:01.000Z'],
  ['behind it, on the day before', '2026-01-14T23:59:59.000Z', '2026-01-15T12:00:00.000Z'],
])('a clock that is %s', (_, now, taken) => {
  expect(reactionMeta('answer', event, 0, now).now).toBe(taken);
});

it('goes on in the trace of what it answers, where that has one', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const traced = { ...event, metadata: { ...event.metadata, traceparent } };
  expect(reactionMeta('answer', traced, 0, event.recordedAt).traceparent).toBe(traceparent);
  expect(reactionMeta('answer', event, 0, event.recordedAt)).not.toHaveProperty('traceparent');
});

it('the same answer to the same event has the same id, another one another', () => {
  const idOf = (policy: string, n: number) => reactionMeta(policy, event, n, event.recordedAt).commandId;
  expect(idOf('answer', 0)).toBe(idOf('answer', 0));
  expect(new Set([idOf('answer', 0), idOf('answer', 1), idOf('other', 0)]).size).toBe(3);
});
