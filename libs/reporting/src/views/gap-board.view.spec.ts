import { gapBoard, fillOf, reserved, type GapRow } from './gap-board.view.ts';
import { aLog, id, type Log } from '../testing/a-log.ts';
import { closeGap, publishGap, release, reserve, reviseGap } from '../testing/around-a-pledge.ts';

const given = (tell: (log: Log) => void): GapRow => {
  const log = aLog();
  tell(log);
  let row: GapRow | undefined;
  for (const event of log.events) row = gapBoard.projection.apply(row, event);
  return row!;
};

it('a gap nobody was set against is open', () => {
  const row = given((log) => publishGap(log, 'gap'));
  expect([fillOf(row), reserved(row)]).toEqual(['OPEN', 0]);
});

it('a gap fills with its reservations', () => {
  const partly = given((log) => {
    publishGap(log, 'gap', { number: 3 });
    reserve(log, 'gap', 'one', 2);
  });
  expect([fillOf(partly), reserved(partly)]).toEqual(['PARTLY_FILLED', 2]);
  const filled = given((log) => {
    publishGap(log, 'gap', { number: 3 });
    reserve(log, 'gap', 'one', 2);
    reserve(log, 'gap', 'two', 1);
  });
  expect([fillOf(filled), reserved(filled)]).toEqual(['FILLED', 3]);
});

it('what is released is free again, and counted', () => {
  const row = given((log) => {
    publishGap(log, 'gap');
    reserve(log, 'gap', 'one');
    reserve(log, 'gap', 'two');
    release(log, 'gap', 'one');
  });
  expect(row.reservations.map(({ pledgeId }) => pledgeId)).toEqual([id('two')]);
  expect(row).toMatchObject({ released: 1, revision: 3 });
});

it('a need that grew is no longer filled', () => {
  const row = given((log) => {
    publishGap(log, 'gap', { number: 1 });
    reserve(log, 'gap', 'one');
    reviseGap(log, 'gap');
  });
  expect(fillOf(row)).toBe('PARTLY_FILLED');
  expect(row.gap).toMatchObject({ number: 4, neededBy: '2026-12-01', priority: 'LOW', mission: 'MINUSCA' });
});

it('a closed gap says why', () => {
  const row = given((log) => {
    publishGap(log, 'gap');
    closeGap(log, 'gap');
  });
  expect([fillOf(row), row.closedFor]).toEqual(['CLOSED', 'mission closed']);
});
