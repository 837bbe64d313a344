import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { Log } from '@pledgeline/event-sourcing';
import { refusalLog } from './refusal-log.ts';
import type { Refusal } from './refusal-log.ts';

let folder: string;
let errors: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-refusals-'));
  errors = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nothing = (): void => undefined;
const log: Log = { info: nothing, warn: nothing, error: (_, message) => errors.push(message) };
const refusal: Refusal = {
  correlationId: 'c-1',
  method: 'POST',
  path: '/pledges',
  code: 'FORBIDDEN',
  status: 403,
  caller: { subject: 'a.reader', role: 'MS', state: 'RWA' },
  address: '127.0.0.1',
};

it('a line says who, what, when and why', () => {
  const refusals = refusalLog(folder, log);
  refusals.report(refusal);
  refusals.close();
  const path = join(folder, 'refusals.log');
  const { caller, ...rest } = refusal;
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    ...caller,
    ...rest,
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
  });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('those of one turn are written together at its end', async () => {
  const refusals = refusalLog(folder, log);
  for (let n = 0; n < 3; n += 1) refusals.report({ ...refusal, correlationId: `c-${n}` });
  const path = join(folder, 'refusals.log');
  expect(existsSync(path)).toBe(false);
  await endOfTurn();
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as Refusal).correlationId)).toEqual(['c-0', 'c-1', 'c-2']);
  refusals.close();
});

it('a flood keeps to two files of the largest size', () => {
  const refusals = refusalLog(folder, log, 4000);
  for (let n = 0; n < 500; n += 1) refusals.report(refusal);
  refusals.close();
  const sizes = ['refusals.log', 'refusals.log.1'].map((name) => statSync(join(folder, name)).size);
  expect(Math.max(...sizes)).toBeLessThan(4400);
  expect(errors).toEqual([]);
});

it('what cannot be written is told once, and nobody waits for it', () => {
  const refusals = refusalLog(folder, log, 1000);
  rmSync(folder, { recursive: true });
  for (let n = 0; n < 100; n += 1) refusals.report(refusal);
  refusals.close();
  expect(existsSync(folder)).toBe(false);
  expect(errors).toEqual(['refusals cannot be logged']);
});

it('what was lost is counted, and told when there is room again', async () => {
  const reported: unknown[] = [];
  const refusals = refusalLog(folder, { ...log, error: (fields) => reported.push(fields) }, 1000);
  rmSync(folder, { recursive: true });
  for (let n = 0; n < 7; n += 1) refusals.report(refusal);
  await endOfTurn();
  mkdirSync(folder);
  refusals.report(refusal);
  refusals.close();
  expect(reported.slice(1)).toEqual([{ lost: 7 }]);
  expect(readFileSync(join(folder, 'refusals.log'), 'utf8').trim().split('\n')).toHaveLength(1);
});

it('a full file that cannot be put aside does not grow', () => {
  mkdirSync(join(folder, 'refusals.log.1', 'in-the-way'), { recursive: true });
  const refusals = refusalLog(folder, log, 1000);
  for (let n = 0; n < 100; n += 1) refusals.report(refusal);
  refusals.close();
  expect(statSync(join(folder, 'refusals.log')).size).toBeLessThan(1400);
  expect(errors).toEqual(['refusals cannot be logged']);
});
