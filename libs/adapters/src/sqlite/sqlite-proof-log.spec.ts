import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { proofLogContract, vectorLeaves } from '@pledgeline/transparency/testing';
import { sqliteProofLog, sqliteProofReader } from './sqlite-proof-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-proof-'));
let files = 0;
const newPath = (): string => join(folder, `${(files += 1)}.sqlite`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

proofLogContract('sqlite', (origin) => {
  const path = newPath();
  let log = sqliteProofLog({ path, origin });
  return {
    log,
    reopen: () => {
      log.close();
      return (log = sqliteProofLog({ path, origin: 'another.example/proof' }));
    },
    close: () => log.close(),
  };
});

const open = () => {
  const path = newPath();
  return { path, log: sqliteProofLog({ path, origin: 'pledges.example/proof' }) };
};

it('the file has one writer at a time, and readers beside it', () => {
  const { path, log } = open();
  expect(() => sqliteProofLog({ path, origin: 'b' })).toThrow('it is in use');
  const reader = sqliteProofReader(path);
  log.append(vectorLeaves(300));
  expect([reader?.size(), reader?.tile(0, 1).length, reader?.entries(0).length]).toEqual([
    300,
    44 * 32,
    8192,
  ]);
  reader?.close();
  log.close();
  expect(sqliteProofReader(newPath())).toBeUndefined();
});

it.each<[string, number]>([
  ['begins', 0],
  ['goes on', 4096],
])('a file that is damaged where it %s is not available, and its damage is the cause', (_, from) => {
  const { path, log } = open();
  log.append(vectorLeaves(300));
  log.keep({ size: 300, note: 'note', signedAt: '2026-12-01T08:00:00.000Z' });
  log.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill('x', from));
  const read = () => {
    const reader = sqliteProofReader(path);
    try {
      return [reader?.size(), reader?.newest(), reader?.tile(0, 0), reader?.entries(0)];
    } finally {
      reader?.close();
    }
  };
  expect(read).toThrow(
    expect.objectContaining({
      code: 'STORE_UNAVAILABLE',
      message: 'The log of proofs cannot be read now.',
      cause: expect.any(Error),
    }),
  );
});

it('of the heads it keeps the newest and the first of each hour', () => {
  const { path, log } = open();
  log.append(vectorLeaves(6));
  const times = ['08:59:59', '09:00:00', '09:00:01', '09:59:59', '10:00:00', '10:00:01'];
  times.forEach((time, n) => {
    log.keep({ size: n + 1, note: `note ${n + 1}`, signedAt: `2026-12-01T${time}.000Z` });
  });
  // 3 and 4 are neither: the 9 o'clock hour began with 2. 6 is the newest.
  expect(keptSizes(path, 'checkpoints')).toEqual([1, 2, 5, 6]);
  times.slice(1).forEach((time, n) => {
    log.cosign({ size: n + 2, note: `note ${n + 2}`, signedAt: `2026-12-01T${time}.000Z` });
  });
  expect(keptSizes(path, 'cosigned')).toEqual([2, 5, 6]);
  log.close();
});

it('a file of before there were witnesses has no head of theirs, and takes the first', () => {
  const { path, log } = open();
  log.append(vectorLeaves(1));
  log.close();
  const before = new DatabaseSync(path);
  before.exec('DROP TABLE cosigned');
  before.close();
  const reader = sqliteProofReader(path);
  expect(reader?.cosigned()).toBeUndefined();
  const again = sqliteProofLog({ path, origin: 'pledges.example/proof' });
  again.cosign({ size: 1, note: 'note', signedAt: '2026-12-01T08:00:00.000Z' });
  expect(reader?.cosigned()?.size).toBe(1);
  reader?.close();
  again.close();
});

const keptSizes = (path: string, table: 'checkpoints' | 'cosigned'): number[] => {
  const database = new DatabaseSync(path, { readOnly: true });
  const sizes = database.prepare(`SELECT size FROM ${table} ORDER BY size`).all();
  database.close();
  return sizes.map(({ size }) => Number(size));
};
