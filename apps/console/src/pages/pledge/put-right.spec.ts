/** What a correction leaves of an event, and what it said before: by field, by day, once and again. */
import type { PledgeEvent } from './pledge-event.ts';
import { putRight, wasBefore } from './put-right.ts';

const FIRST = '2025-03-01';
const event = (
  ...corrections: readonly (readonly [id: number, field: string, old: unknown, better: unknown])[]
) =>
  ({
    data: { announcedOn: FIRST, dueOn: '2026-03-01', endsOn: FIRST, source: 'Press' },
    metadata: { occurredOn: FIRST },
    corrections: corrections.map(([id, field, old, better]) => ({
      correctionId: String(id),
      field,
      old,
      new: better,
    })),
  }) as unknown as PledgeEvent;

it.each([
  ['nothing', [], { announcedOn: FIRST, endsOn: FIRST, source: 'Press' }, FIRST],
  ['a field', [[1, 'source', 'Press', 'Note']], { source: 'Note', announcedOn: FIRST }, FIRST],
  ['a field to nothing', [[1, 'source', 'Press', null]], { source: null }, FIRST],
  [
    'the day, and what repeats it',
    [[1, 'occurredOn', FIRST, '2025-02-01']],
    { announcedOn: '2025-02-01', endsOn: '2025-02-01', dueOn: '2026-03-01' },
    '2025-02-01',
  ],
  [
    'the day, and another day with it',
    [
      [1, 'occurredOn', FIRST, '2025-02-01'],
      [1, 'endsOn', FIRST, '2025-03-02'],
    ],
    { announcedOn: '2025-02-01', endsOn: '2025-03-02' },
    '2025-02-01',
  ],
  [
    'a field twice',
    [
      [1, 'source', 'Press', 'Note'],
      [2, 'source', 'Note', 'Speech'],
    ],
    { source: 'Speech' },
    FIRST,
  ],
  ['the day to none', [[1, 'occurredOn', FIRST, null]], { announcedOn: null }, null],
] as const)('puts right %s', (_, corrections, data, day) => {
  const read = putRight(event(...corrections));
  expect(read.data).toMatchObject(data);
  expect(read.metadata.occurredOn).toBe(day);
  expect(Object.keys(read.data)).not.toContain('occurredOn');
});

it('names what was said before, in its order, also of a day that follows the business day', () => {
  const twice = event([1, 'source', 'Press', 'Note'], [2, 'source', 'Note', 'Speech']);
  expect(wasBefore(twice, 'source')).toEqual(['Press', 'Note']);
  expect(wasBefore(twice, 'announcedOn')).toEqual([]);
  const earlier = event([1, 'occurredOn', FIRST, '2025-02-01']);
  expect(wasBefore(earlier, 'occurredOn')).toEqual([FIRST]);
  expect(wasBefore(earlier, 'announcedOn')).toEqual([FIRST]);
  expect(wasBefore(earlier, 'dueOn')).toEqual([]);
});
