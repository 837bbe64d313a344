/** The ids by themselves, with rows so small that every way through is taken. */
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
    INSERT INTO events (stream, revision, recorded_at, id, event)
    VALUES (1, (SELECT count(*) FROM events), '', ?, '{}')`);
  return {
    database,
    /** Adds ids as the log's writer does, in one transaction; answers their positions. */
    add(
      index: ReturnType<typeof eventIds>,
      ids: readonly string[],
      outcome: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
    ) {
      database.exec('BEGIN');
      const positions = ids.map((id) => {
        const position = Number(insert.run(id).lastInsertRowid);
        index.add(id, position);
        return position;
      });
      index.save();
      database.exec(outcome);
      if (outcome === 'COMMIT') index.committed();
      else index.rolledBack();
      return positions;
    },
    rows: () => Number(database.prepare('SELECT count(*) AS n FROM event_id_keys').get()?.['n']),
  };
};

const freshIds = (count: number): string[] => Array.from({ length: count }, newId);

describe('event ids', () => {
  it('are found in the open transaction, before they are saved, and after', () => {
    const log = openLog();
    const index = eventIds(log.database, 10);
    const ids = freshIds(35);
    for (const [n, id] of ids.entries()) {
      index.add(id, n + 1);
      expect(index.find(id)).toBe(n + 1);
      index.rolledBack();
      log.add(index, [id]);
    }
    expect(log.rows()).toBe(3);
    expect(ids.map((id) => index.find(id))).toEqual(ids.map((_, n) => n + 1));
    expect(index.find(newId())).toBeUndefined();
  });

  it('of a transaction that was rolled back are free', () => {
    const log = openLog();
    const index = eventIds(log.database, 5);
    log.add(index, freshIds(20));
    const ids = freshIds(20);
    log.add(index, ids, 'ROLLBACK');
    expect(ids.map((id) => index.find(id))).toEqual(ids.map(() => undefined));
    const positions = log.add(index, ids);
    expect(ids.map((id) => index.find(id))).toEqual(positions);
  });

  it('are all there when the log is opened again, however much had been saved', () => {
    const transactions = fc.array(fc.record({ size: fc.integer({ min: 1, max: 30 }), kept: fc.boolean() }));
    fc.assert(
      fc.property(transactions, fc.integer({ min: 1, max: 40 }), (plan, keysPerRow) => {
        const log = openLog();
        let index = eventIds(log.database, keysPerRow);
        const known = new Map<string, number>();
        for (const { size, kept } of plan) {
          const ids = freshIds(size);
          const positions = log.add(index, ids, kept ? 'COMMIT' : 'ROLLBACK');
          if (!kept) continue;
          for (const [n, id] of ids.entries()) known.set(id, positions[n] ?? 0);
          if (size % 3 === 0) index = eventIds(log.database, keysPerRow);
        }
        index = eventIds(log.database, keysPerRow);
        for (const [id, position] of known) expect(index.find(id)).toBe(position);
        expect(index.find(newId())).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it('are told apart when the bits that are kept are the same', () => {
    const log = openLog();
    const index = eventIds(log.database, 2);
    const twins = ['1', '2', '3'].map((digit) => `${digit}0000000-0000-5000-8000-00000000abcd`);
    const positions = twins.map((id) => log.add(index, [id])[0]);
    expect(twins.map((id) => index.find(id))).toEqual(positions);
    expect(index.find('50000000-0000-5000-8000-00000000abcd')).toBeUndefined();
  });
});
