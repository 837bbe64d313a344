/** Reports and pasts on the command line, against the real server. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { asker } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PLEDGES = `conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source
2015-new-york,Rwanda,RWA,UNIT,INF-BN,2,units,Two battalions,,,2015-09-28,https://example.org
2015-new-york,Ghana,GHA,UNIT,QRF-COY,1,unit,A company,,,2015-09-28,https://example.org
2025-berlin,Ghana,GHA,TRAINING,,,,Courses,,,2025-05-14,https://example.org
`;

const folder = temporaryFolder();
let server: Hosted;
let url: string;

const cli = (...args: readonly string[]): ReturnType<typeof runCli> =>
  runCli([...args, '--url', url], { XDG_CONFIG_HOME: folder.path });

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: join(folder.path, 'data') });
  url = server.url;
  const pledges = join(folder.path, 'pledges.csv');
  writeFileSync(pledges, PLEDGES);
  for (const file of [at('../../../libs/contracts/data/conferences.csv'), pledges]) {
    expect(await cli('import', file)).toMatchObject({ code: 0 });
  }
  await eventually(async () => {
    const { body } = await asker(url)('/reports/progress');
    return (body.overall as { pledges: number }).pledges === 3;
  });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const lines = async (...args: readonly string[]): Promise<readonly string[]> => {
  const { code, out, err } = await cli(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.trimEnd().split('\n');
};
const squeezed = (told: readonly string[]): readonly string[] =>
  told.map((line) => line.trim().replace(/ +/g, ' '));

it('without a name it lists what the server offers', async () => {
  const { items, total } = (await asker(url)('/reports')).body as {
    items: { report: string }[];
    total: number;
  };
  const told = await lines('report');
  const names = told.filter((line) => !line.startsWith(' ')).map((line) => line.split(' ')[0]);
  expect(names).toEqual(items.map(({ report }) => report));
  expect(total).toBe(items.length);
  expect(JSON.parse((await lines('report', '--json')).join())).toEqual({ items, total });
});

it('a report says its rules and times before its figures', async () => {
  const told = squeezed(await lines('report', 'pledges-and-states', '--by', 'memberState', '--definitions'));
  expect(told.slice(0, 5)).toEqual([
    'Pledges and states',
    expect.stringMatching(/^rule set pcrs-/),
    'definitions 2',
    'as of no limit',
    'known at no limit',
  ]);
  expect(told).toContain('asked by memberState');
  expect(told.slice(told.indexOf('Ghana (GHA)')).slice(1, 3)).toEqual([
    'Promises made 2 pledges',
    'States 1 states',
  ]);
  expect(told).toContain(
    'States: states and organisations that made them, lead them or are partners in them, each once',
  );
});

it('filters and times reach the server', async () => {
  const asked = ['--conference', '2015-new-york', '--member-state', 'Ghana', '--category', 'UNIT'];
  expect(squeezed(await lines('report', 'pledges-and-states', ...asked))).toContain(
    'Promises made 1 pledges',
  );
  const past = squeezed(await lines('report', 'pledges-and-states', '--as-of', '2016-06-17'));
  expect(past).toEqual(expect.arrayContaining(['as of 2016-06-17', 'Promises made 2 pledges']));
  const early = await lines('report', 'pledges-and-states', '--known-at', '2020-01-01T00:00:00Z');
  expect(squeezed(early)).toEqual(
    expect.arrayContaining(['known at 2020-01-01T00:00:00.000Z', 'Promises made 0 pledges']),
  );
  expect(squeezed(await lines('report', 'rapid-deployment', '--within', '30'))[6]).toBe('asked within 30');
  const theme = ['--since', '2016-01-01', '--theme', 'wps'];
  const { code, out, err } = await cli('report', 'events-per-month', ...theme, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({ question: { since: '2016-01-01', theme: 'wps' } });
});

it('what was published stands beside ours, with its source below', async () => {
  const told = await lines('report', 'conference-figures', '--conference', '2015-new-york');
  expect(squeezed(told)).toContainEqual(
    expect.stringMatching(/^States 2 states more than 50 states \[\d\]$/),
  );
  expect(told).toContainEqual(expect.stringMatching(/^\[1\] .*https:/));
});

it('as CSV and JSON it is what the server answers', async () => {
  const { out } = await cli('report', 'pledges-and-states', '--csv');
  const csv = await (await fetch(`${url}/reports/pledges-and-states?format=csv`)).text();
  const untimed = (text: string): string => text.replace(/,[^,\r]*\r\n/g, '\r\n');
  expect(untimed(out)).toBe(untimed(csv));
  const json = JSON.parse((await lines('report', 'progress', '--json')).join()) as object;
  expect(json).toMatchObject({ overall: { pledges: 3 } });
});

it('progress is a table and a spreadsheet, too', async () => {
  expect(squeezed(await lines('report', 'progress', '--by', 'category'))).toContain(
    'Announced, ever 3 pledges',
  );
  const { out } = await cli('report', 'progress', '--csv');
  expect(out).toMatch(/^report,group,groupName,figure,/);
  expect(out).toContain('progress,all,in all,reached_ANNOUNCED,"Announced, ever",3,pledges,');
});

it.each([
  [4, 'There is no report nope', ['report', 'nope']],
  [4, 'money has one grouping', ['report', 'money', '--by', 'x']],
  [4, 'within must be a whole number of days', ['report', 'rapid-deployment', '--within', 'soon']],
  [4, 'is later than today', ['report', 'money', '--as-of', '2999-01-01']],
  [4, 'knownAt must be a moment', ['report', 'money', '--known-at', 'x']],
  [2, 'which report?', ['report', '--by', 'x']],
  [2, 'cannot be used with', ['report', 'money', '--csv', '--json']],
])('ends with %d: %s', async (code, problem, args) => {
  expect(await cli(...args)).toEqual({
    code,
    out: '',
    err: expect.stringContaining(problem) as string,
  });
});

it('what is not for a reader is refused in words', async () => {
  const refused = await cli('report', 'gaps', '--role', 'PUBLIC');
  expect(refused).toMatchObject({ code: 4, out: '' });
  expect(refused.err).toMatch(/^pledgeline: .+\n$/);
});

it('the history of a pledge is told as of a day, and as it was known', async () => {
  const { items } = (await asker(url)('/pledges?memberState=RWA')).body as { items: { pledgeId: string }[] };
  const id = items[0]?.pledgeId ?? '';
  expect(await lines('history', id)).toEqual([expect.stringContaining('PledgeAnnounced')]);
  expect(squeezed(await lines('history', id, '--as-of', '2016-01-01'))).toEqual([
    'as of 2016-01-01',
    'known at no limit',
    '',
    expect.stringContaining('PledgeAnnounced'),
  ]);
  expect(await lines('history', id, '--as-of', '2015-01-01', '--json')).toEqual(['']);
  expect(await lines('history', id, '--known-at', '2020-01-01T00:00:00Z', '--json')).toEqual(['']);
  expect(await cli('history', id, '--as-of', '2016-02-30')).toMatchObject({ code: 2, out: '' });
});

it('a history names its pledge by the reference, and marks what was corrected later, with both values', async () => {
  const ask = asker(url);
  const { items } = (await ask('/pledges?memberState=RWA')).body as {
    items: { pledgeId: string; reference: string }[];
  };
  const { pledgeId = '', reference = '' } = items[0] ?? {};
  const [announced = ''] = await lines('history', pledgeId, '--json');
  const as = (actor: string) => ({ 'x-pledgeline-actor': actor, 'x-pledgeline-role': 'ADMIN' });
  const change = { field: 'description', old: 'Two battalions', new: 'Two infantry battalions' };
  const corrects = (JSON.parse(announced) as { id: string }).id;
  const proposed = { corrects, changes: [change], reason: 'Misread' };
  const corrections = `/pledges/${pledgeId}/corrections`;
  expect(await ask(corrections, { method: 'POST', headers: as('one'), body: proposed })).toMatchObject({
    status: 200,
  });
  const proposal = (await lines('history', pledgeId, '--json')).at(-1) ?? '';
  const { correctionId } = (JSON.parse(proposal) as { data: { correctionId: string } }).data;
  const approval = `${corrections}/${correctionId}/approval`;
  expect(await ask(approval, { method: 'POST', headers: as('two'), body: {} })).toMatchObject({
    status: 200,
  });

  const marked =
    /corrected on [\d-]+: description was "Two battalions", is "Two infantry battalions" \(Misread\)/;
  const told = await lines('history', reference.toLowerCase(), '--as-of', '2016-01-01');
  expect(told.slice(3)).toEqual([expect.stringContaining('PledgeAnnounced'), expect.stringMatching(marked)]);
  const all = await lines('history', reference);
  expect(all.filter((line) => line.startsWith('#'))).toEqual([
    expect.stringContaining('PledgeAnnounced'),
    expect.stringContaining('CorrectionProposed'),
    expect.stringContaining('EventCorrected'),
  ]);
});
