import { open, mkdtemp, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { openDesk } from './testing/desk.ts';

const LAUNCHER = fileURLToPath(new URL('../bin/pledgeline.mjs', import.meta.url));
const HEADER =
  'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source\n';

/** Two thousand bytes a row: kept, 29,000 of them would need 70 MB. */
const row = (n: number): string =>
  `,Pakistan,PAK,ENABLER,K9,${n},unit,${'x'.repeat(1900)},,,2015-09-28,https://example.org\n`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pledgeline-memory-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fileOf = async (rows: number): Promise<string> => {
  const path = join(folder, `${rows}.csv`);
  const file = await open(path, 'w');
  await file.writeFile([HEADER, ...Array.from({ length: rows }, (_, n) => row(n))]);
  await file.close();
  return path;
};

/** Megabytes that the program held at its peak, as the system counts them. */
const peakOf = async (rows: number): Promise<number> => {
  const desk = await openDesk('forgetful');
  const reportPeak =
    "data:text/javascript,process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS))";
  const args = ['--max-semi-space-size=8', '--import', reportPeak, LAUNCHER];
  const child = spawn(process.execPath, [...args, 'import', await fileOf(rows), '--url', desk.url, '--json']);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  await desk.close();
  expect(JSON.parse(out)).toMatchObject({ read: rows, added: rows });
  return Number(/peak (\d+)/.exec(err)?.[1]) / 1024;
};

it('30,000 rows need the memory of 1,000', async () => {
  const few = await peakOf(1_000);
  const many = await peakOf(30_000);
  expect(many - few).toBeLessThan(40);
});
