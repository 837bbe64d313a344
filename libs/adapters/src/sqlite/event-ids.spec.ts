/** The index by itself, with a waiting room so small that every way through it is taken. */
import { DatabaseSync } from 'node:sqlite';
import { newId } from '@pledgeline/event-sourcing';
import fc from 'fast-check';
import { eventIds } from './event-ids.ts';
import { LOG_SCHEMA } from './sqlite-log.ts';

const openLog = () => {
  const database = new DatabaseSync(':memory:');
  database.exec(LOG_SCHEMA);
  database.exec(`INSERT INTO streams (id, name) VALUES (1, 'stream')`);
  const insert = database.prepare(`
    INSERT INTO events (position, stream, revision, recorded_at, id, event) VALUES (?, 1, ?, '', ?, '{}')`);
  let last = 0;
  return {
    database,
    /** Adds ids as the log's writer does, in one transaction; answers their positions. */
    add(
      index: ReturnType<typeof eventIds>,
      ids: readonly string[],
      outcome: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
    ) {
      database.exec('BEGIN');
      const positions = ids.map((id, n) => {
        const position = last + n + 1;
        insert.run(position, position, id);
        index.add(id, position);
        return position;
      });
      index.writeOut();
      database.exec(outcome);
      if (outcome === 'COMMIT') {
        index.committed();
        last += ids.length;
      } else index.rolledBack();
      return positions;
    },
    written: () => Number(database.prepare('SELECT count(*) AS n FROM event_ids').get()?.['n']),
    through: () => Number(database.prepare('SELECT through FROM event_ids_complete').get()?.['through']),
  };
};

const freshIds = (count: number): string[] => Array.from({ length: count }, newId);

describe('event ids', () => {
  it('are found while they wait and after they were written', () => {
    const log = openLog();
    const index = eventIds(log.database, 10);
    const ids = freshIds(100);
    const positions = ids.map((id) => log.add(index, [id])[0]);
    expect(log.written()).toBeGreaterThan(50);
    expect(ids.map((id) => index.find(id))).toEqual(positions);
    expect(index.find(newId())).toBeUndefined();
  });

  it('of a transaction that was rolled back are free', () => {
    const log = openLog();
    const index = eventIds(log.database, 2);
    log.add(index, freshIds(20));
    const ids = freshIds(20);
    log.add(index, ids, 'ROLLBACK');
    expect(ids.map((id) => index.find(id))).toEqual(ids.map(() => undefined));
    const positions = log.add(index, ids);
    expect(ids.map((id) => index.find(id))).toEqual(positions);
  });

  it('are all there after a kill, whatever had been written', () => {
    const transactions = fc.array(fc.record({ size: fc.integer({ min: 1, max: 30 }), kept: fc.boolean() }));
    fc.assert(
      fc.property(transactions, fc.nat(40), (plan, waiting) => {
        const log = openLog();
        const index = eventIds(log.database, waiting);
        const known = new Map<string, number>();
        for (const { size, kept } of plan) {
          const ids = freshIds(size);
          const positions = log.add(index, ids, kept ? 'COMMIT' : 'ROLLBACK');
          if (kept) for (const [n, id] of ids.entries()) known.set(id, positions[n] ?? 0);
        }
        const afterKill = eventIds(log.database, waiting);
        for (const [id, position] of known) expect(afterKill.find(id)).toBe(position);
        expect(log.through()).toBeLessThanOrEqual(known.size);
      }),
      { numRuns: 40 },
    );
  });

  it('the part of the log that is looked at after a kill does not grow with the log', () => {
    const log = openLog();
    const index = eventIds(log.database, 100);
    for (let n = 0; n < 300; n += 1) log.add(index, freshIds(20));
    expect(log.through()).toBeGreaterThan(5000);
    expect(log.written()).toBeGreaterThan(5500);
  });

  it('are told apart when they share a key', () => {
    const log = openLog();
    const index = eventIds(log.database, 0);
    const twins = ['1', '2', '3'].map((digit) => `${digit}0000000-0000-5000-8000-00000000abcd`);
    const other = '40000000-0000-5000-8000-00000000abce';
    const positions = log.add(index, [...twins, other]);
    log.add(index, freshIds(1));
    log.database.exec('BEGIN');
    index.writeAll();
    log.database.exec('COMMIT');
    index.committed();
    expect(log.written()).toBe(5);
    expect([...twins, other].map((id) => index.find(id))).toEqual(positions);
    expect(index.find('50000000-0000-5000-8000-00000000abcd')).toBeUndefined();
  });

  it('written out at the end leave nothing to look at', () => {
    const log = openLog();
    const index = eventIds(log.database, 50);
    log.add(index, freshIds(200));
    log.database.exec('BEGIN');
    index.writeAll();
    log.database.exec('COMMIT');
    index.committed();
    expect([log.through(), log.written()]).toEqual([200, 200]);
  });
});
