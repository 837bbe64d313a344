/** Pledges and the work queue on the command line, against the real server. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { asker } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PLEDGES = `conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source
2015-new-york,Rwanda,RWA,UNIT,INF-BN,2,units,Two battalions,,,2015-09-28,https://example.org
2015-new-york,Ghana,GHA,UNIT,QRF-COY,1,unit,A company,,,2015-09-29,https://example.org
2025-berlin,Ghana,GHA,TRAINING,,,,Courses,,,2025-05-14,https://example.org
`;

const folder = temporaryFolder();
let server: Hosted;

const cli = (...args: readonly string[]): ReturnType<typeof runCli> =>
  runCli([...args, '--url', server.url], { XDG_CONFIG_HOME: folder.path });

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: join(folder.path, 'data') });
  const pledges = join(folder.path, 'pledges.csv');
  writeFileSync(pledges, PLEDGES);
  for (const file of [at('../../../libs/contracts/data/conferences.csv'), pledges]) {
    expect(await cli('import', file)).toMatchObject({ code: 0 });
  }
  await eventually(async () => (await asker(server.url)('/pledges')).body.total === 3);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const lines = async (...args: readonly string[]): Promise<readonly string[]> => {
  const { code, out, err } = await cli(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '));
};
const described = (told: readonly string[]): readonly (string | undefined)[] =>
  told.map((line) => ['Two battalions', 'A company', 'Courses'].find((words) => line.endsWith(words)));

it('lists pledges in the order and by the words that were asked for', async () => {
  const told = await lines('pledges', '--sort', '-announcedOn');
  expect(told[0]).toBe('REFERENCE STATUS SINCE LEVEL DUE PLEDGE');
  expect(described(told.slice(1, 4))).toEqual(['Courses', 'A company', 'Two battalions']);
  expect(told.at(-1)).toBe('3 pledges');
  expect(described(await lines('pledges', '--q', 'ghana cour'))).toContain('Courses');
  expect(await lines('pledges', '--status', 'ready')).toEqual(['0 pledges']);
});

it('takes several values, and counts below what fits', async () => {
  const asked = ['--member-state', 'Ghana', '--member-state', 'RWA', '--category', 'unit'];
  const told = await lines('pledges', ...asked, '--facet', 'conference', '--facet', 'memberstate');
  expect(told).toContain('2 pledges');
  expect(told.slice(told.indexOf('conference'))).toEqual([
    'conference',
    expect.stringMatching(/^2 2015-new-york /),
    '',
    'memberState',
    '1 GHA Ghana',
    '1 RWA Rwanda',
  ]);
});

it('goes on where the page before ended', async () => {
  const [, first, below] = await lines('pledges', '--limit', '1');
  const cursor = /^1 of 3 pledges; go on with --cursor (\S+)$/.exec(below ?? '')?.[1] ?? '';
  const [, second] = await lines('pledges', '--limit', '1', '--cursor', cursor);
  expect(described([first ?? '', second ?? ''])).not.toContain(undefined);
  expect(second).not.toBe(first);
});

it('lists what waits for whom, and how many of each kind', async () => {
  const told = await lines('queue', '--kind', 'ACKNOWLEDGEMENT', '--waits-for', 'DESK');
  expect(told[0]).toBe('DUE KIND FOR REFERENCE TO DO');
  expect(told[1]).toMatch(
    /^no date ACKNOWLEDGEMENT DESK SFGC \S+ Tell the state that the pledge was received\.$/,
  );
  expect(told).toContain('3 tasks');
  expect(told).toContain('3 ACKNOWLEDGEMENT');
  const late = await lines('queue', '--overdue', '--member-state', 'RWA');
  expect(late[1]).toMatch(/^\S+ overdue SILENT /);
  expect(await lines('queue', '--no-overdue', '--kind', 'SILENT')).toContain('0 tasks');
});

it('as JSON and CSV it is what the server answers', async () => {
  const json = JSON.parse((await lines('pledges', '--json', '--facet', 'status')).join()) as object;
  expect(json).toMatchObject({ total: 3, facets: [{ facet: 'status' }] });
  const { out } = await cli('queue', '--csv', '--kind', 'SILENT');
  const rows = parse<Record<string, string>>(out, { columns: true });
  expect(rows.map(({ kind }) => kind)).toEqual(['SILENT', 'SILENT', 'SILENT']);
  expect(rows[0]?.says).toContain('"code":"BREAK_SILENCE"');
});

it.each([
  [2, 'Known are', ['pledges', '--facet', 'colour']],
  [2, 'No state is known', ['queue', '--member-state', 'Atlantis']],
  [2, 'cannot be used with', ['pledges', '--csv', '--json']],
  [4, 'sort must be one of', ['pledges', '--sort', 'colour']],
  [4, 'FORBIDDEN', ['pledges', '--facet', 'level', '--role', 'PUBLIC']],
  [4, 'FORBIDDEN', ['queue', '--role', 'PUBLIC']],
])('ends with %d: %s', async (code, problem, args) => {
  const { err, ...ended } = await cli(...args);
  expect(ended).toEqual({ code, out: '' });
  if (problem !== 'FORBIDDEN') expect(err).toContain(problem);
  expect(err).toMatch(/^(pledgeline: |error: ).+\n$/);
});
