/** The command line's import against the real server: what is refused, what has changed, and a server that dies under it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@pledgeline/adapters/testing';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { httpClient } from './demo/http-client.ts';
import { namedInHeaders } from './demo/identity.ts';
import { people } from './demo/people.ts';
import { runStandalone } from './demo/standalone-process.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import { runCli, type Ran } from './testing/run-cli.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const REAL = at('../../../libs/contracts/data/pledges-real.csv');
const HEADER =
  'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source';

let folder: string;
let server: { url: string; close: () => Promise<void> };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pledgeline-import-e2e-'));
  server = await hostStandalone({ PLEDGELINE_DATA: join(folder, 'data') });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

type Imported = Pick<Ran, 'code' | 'err'> & { readonly tally: Readonly<Record<string, number>> };

const importing = async (path: string, ...more: string[]): Promise<Imported> => {
  const args = ['import', path, '--url', server.url, '--json', '--actor', 'pledge.desk', ...more];
  const { code, out, err } = await runCli(args);
  return { code, tally: JSON.parse(out) as Imported['tally'], err };
};

const announced = async (): Promise<unknown> => {
  const { body } = await httpClient(server.url, namedInHeaders).ask(people.desk, '/reports/progress');
  return (body.overall as { pledges: number }).pledges;
};

/** Of this moment, where reports may be a little older. */
const total = async (): Promise<number> => {
  const { body } = await httpClient(server.url, namedInHeaders).ask(people.desk, '/pledges?limit=1');
  return body.total as number;
};

it('of 200 rows with 3 bad, 197 are in and 3 are told with row, field and reason; a rerun adds nothing', async () => {
  const path = join(folder, 'pledges.csv');
  const bad = [
    '2025-berlin,Atlantis,,UNIT,INF-BN,1,unit,A battalion,,,2025-05-14,https://example.org',
    '2025-berlin,Ghana,GHA,UNIT,INF-BN,plenty,unit,A battalion,,,2025-05-14,https://example.org',
    '2025-berlin,Ghana,GHA,UNIT,NOT-A-CODE,1,unit,A unit,,,2025-05-14,https://example.org',
  ];
  await writeFile(path, `${(await readFile(REAL, 'utf8')).trimEnd()}\n${bad.join('\n')}\n`);
  const first = await importing(path);
  expect(first).toMatchObject({ code: 1, tally: { read: 200, added: 197, changed: 0, rejected: 3 } });
  const rejects = (await readFile(`${path}.rejects.csv`, 'utf8')).trim().split('\n').slice(1);
  expect(rejects).toEqual([
    expect.stringMatching(/^199,memberState,.*,UNKNOWN_STATE,2025-berlin,Atlantis/),
    expect.stringMatching(/^200,quantity,.*,QUANTITY_UNREADABLE,2025-berlin,Ghana/),
    expect.stringMatching(/^201,capabilityCode,.*,UNKNOWN_CAPABILITY,2025-berlin,Ghana/),
  ]);
  const second = await importing(path);
  expect(second.tally).toEqual({ read: 200, added: 0, unchanged: 197, changed: 0, repeated: 0, rejected: 3 });
});

/**
 * Counted once from the rows and written down, by the rule of the lifecycle page, section 1: units and enablers go through
 * the PCRS, all else through milestones; strategic lift (one row) is the one enabler that does not.
 */
const ROWS_BY_TRACK = {
  UNIT: { CAPABILITY: 44 },
  ENABLER: { CAPABILITY: 49, IMPLEMENTATION: 1 },
  POLITICAL: { IMPLEMENTATION: 31 },
  TRAINING: { IMPLEMENTATION: 24 },
  EXPERTISE: { IMPLEMENTATION: 15 },
  FINANCE: { IMPLEMENTATION: 12 },
  WPS: { IMPLEMENTATION: 8 },
  EQUIPMENT: { IMPLEMENTATION: 5 },
  MEDICAL: { IMPLEMENTATION: 3 },
  TECHNOLOGY: { IMPLEMENTATION: 3 },
  CONDUCT: { IMPLEMENTATION: 1 },
  ENVIRONMENT: { IMPLEMENTATION: 1 },
};

it('none of the 197 real rows is refused, and each leads to the track of its category', async () => {
  const { code, tally } = await importing(REAL);
  expect({ code, tally }).toMatchObject({ code: 0, tally: { read: 197, added: 197, rejected: 0 } });
  await eventually(async () => (await announced()) === 197);
  const tracks = async (query: string): Promise<Readonly<Record<string, number>>> => {
    const { body } = await httpClient(server.url, namedInHeaders).ask(
      people.desk,
      `/reports/progress${query}`,
    );
    const groups = body.byTrack as readonly { code: string; pledges: number }[];
    return Object.fromEntries(groups.map((group) => [group.code, group.pledges]));
  };
  expect(await tracks('')).toEqual({ CAPABILITY: 93, IMPLEMENTATION: 104 });
  const told = Object.keys(ROWS_BY_TRACK).map(async (name) => [name, await tracks(`?category=${name}`)]);
  expect(Object.fromEntries(await Promise.all(told))).toEqual(ROWS_BY_TRACK);
});

it('a row that makes a known offer in other words is told with its fields and not applied', async () => {
  const path = join(folder, 'pledges.csv');
  const real = await readFile(REAL, 'utf8');
  await writeFile(path, real);
  await importing(path);
  await writeFile(path, real.replace('Quick reaction force company,', 'A company for quick reaction,'));
  const second = await importing(path);
  expect(second).toMatchObject({ code: 1, tally: { added: 0, unchanged: 196, changed: 1, rejected: 0 } });
  expect(second.err).toMatch(
    /^row 178 differs from 2025-berlin\/IND\/QRF-COY-\w{5}: description \(not applied\)\n$/m,
  );
});

it('a fixed row finds its place alone or in its file, and its neighbours stay unchanged', async () => {
  const path = join(folder, 'pledges.csv');
  const row = (state: string, quantity: number, words: string): string =>
    `2014-new-york,${state},,UNIT,QRF-COY,${quantity},unit,${words},,,,note`;
  const others = [row('Nigeria', 2, 'offer B'), row('Kenya', 1, 'offer C')];
  await writeFile(path, [HEADER, row('Niggeria', 1, 'offer A'), ...others].join('\n'));
  expect((await importing(path)).tally).toMatchObject({ read: 3, added: 2, rejected: 1 });
  const rejects = `${path}.rejects.csv`;
  await writeFile(rejects, (await readFile(rejects, 'utf8')).replaceAll('Niggeria', 'Nigeria'));
  expect(await importing(rejects)).toMatchObject({ code: 0, tally: { read: 1, added: 1 } });
  await writeFile(path, [HEADER, ...others, row('Nigeria', 1, 'offer A')].join('\n'));
  expect(await importing(path)).toMatchObject({ code: 0, tally: { read: 3, added: 0, unchanged: 3 } });
});

it('a dry run says what the import then does, and writes nothing', async () => {
  const path = join(folder, 'pledges.csv');
  const row = (state: string, words: string, more = ''): string =>
    `2014-new-york,${state},,UNIT,QRF-COY,1,unit,${words},,,,note${more}`;
  await writeFile(path, [HEADER, row('Kenya', 'as known')].join('\n'));
  await importing(path);
  const rows = [
    row('Kenya', 'as known'),
    row('KEN', 'in other words'),
    row('Ghana', 'new'),
    row('GHA', 'new'),
    row('Ghana', 'new in other words'),
    row('Atlantis', 'unknown'),
  ];
  await writeFile(path, [HEADER, ...rows].join('\n'));
  const before = await announced();
  const dry = await runCli(['import', path, '--url', server.url, '--actor', 'pledge.desk', '--dry-run']);
  expect(dry.out.split('\n').slice(0, 6)).toEqual([
    'row 2 unchanged',
    expect.stringMatching(/^row 3 differs from 2014-new-york\/KEN\/QRF-COY-\w{5}: description$/),
    'row 4 would be added',
    'row 5 repeats line 4',
    'row 6 differs from line 4',
    expect.stringMatching(/^row 7 would be rejected: memberState: .*Atlantis/),
  ]);
  expect(dry.out).toContain('; nothing was written\n');
  expect(await announced()).toBe(before);
  expect((await importing(path)).tally).toEqual({
    ...{ read: 6, added: 1, unchanged: 1, changed: 2, repeated: 1, rejected: 1 },
  });
});

it('a server killed under an import and started again: every row is in once, and counted as added', async () => {
  const path = join(folder, 'many.csv');
  const rows = Array.from(
    { length: 3000 },
    (_, n) => `,Ghana,GHA,UNIT,INF-BN,${n + 1},troops,Troops,,,,https://example.org`,
  );
  await writeFile(path, [HEADER, ...rows].join('\n'));
  const port = await freePort();
  const start = () =>
    runStandalone({
      dataFolder: join(folder, 'killed'),
      port,
      logFile: join(folder, 'server.log'),
      env: { ...process.env, PLEDGELINE_IDENTITY: 'headers' },
    });
  const first = await start();
  await server.close();
  server = { url: first.url, close: first.stop };
  // On a busy machine a start takes longer than people are asked to wait.
  const importDone = importing(path, '--retry-for', '600');
  while ((await total()) < 300);
  await first.stop('SIGKILL');
  server.close = (await start()).stop;
  expect(await importDone).toMatchObject({ code: 0, tally: { read: 3000, added: 3000, unchanged: 0 } });
  const again = await importing(path);
  expect(again.tally).toMatchObject({ added: 0, unchanged: 3000 });
});
