/** Long because all cases share one server of tests and its moods. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Desk, type Mood, openDesk } from './testing/desk.ts';
import { type Ran, runCli, type RunOptions } from './testing/run-cli.ts';

const HEADER =
  'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source';
const line = (code: string, quantity = '1', announcedOn = '2015-09-28'): string =>
  `2015-new-york,Pakistan,PAK,ENABLER,${code},${quantity},unit,"Offer, of ${code}",,,${announcedOn},https://example.org/a`;
const fileOf = (...lines: readonly string[]): string => `${[HEADER, ...lines].join('\r\n')}\r\n`;
const READ_AS = 'read as: commas, UTF-8, 3 rows\n';
const GOOD = fileOf(line('K9'), line('UAS'), line('SIGNALS', 'up to 3', ''));

let folder: string;
let desk: Desk;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pledgeline-import-'));
  path = join(folder, 'pledges.csv');
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

const run = async (content: string, mood?: Mood, ...args: readonly string[]): Promise<Ran> => {
  desk = await openDesk(mood);
  return again(content, ...args);
};
const again = async (content: string, ...args: readonly string[]): Promise<Ran> => {
  await writeFile(path, content);
  return importing(path, ...args);
};
const importing = (file: string, ...args: readonly string[]): Promise<Ran> =>
  runCli(['import', file, '--url', desk.url, '--json', ...args]);
const rejects = async (file = `${path}.rejects.csv`): Promise<Record<string, string>[]> =>
  parse(await readFile(file, 'utf8'), { columns: true });
const taken = (): Record<string, unknown>[] =>
  [...desk.taken.values()].map((body) => JSON.parse(body) as Record<string, unknown>);
const tally = ({ out }: Ran): unknown => JSON.parse(out);

/** As a server does that cannot read a quantity or a date. */
const illegible: Mood = ({ body }) => {
  const refused = (code: string, field: string, detail: string) => ({
    status: 422,
    problem: { code, field, detail },
  });
  if (body.quantity === 'plenty')
    return refused('QUANTITY_UNREADABLE', 'quantity', '"plenty" is no quantity');
  if (body.announcedOn === '2015-02-30') return refused('DATE_UNREADABLE', 'announcedOn', 'is no day');
  return undefined;
};

/** And that knows one state less. */
const unknownState: Mood = (asked, nth) =>
  asked.body.capabilityCode === 'UAS'
    ? {
        status: 400,
        problem: { code: 'INVALID', errors: [{ field: 'memberState', message: 'is not known' }] },
      }
    : illegible(asked, nth);

describe('good rows', () => {
  it('become announcements of the pledge desk, and nothing is left behind', async () => {
    const ran = await run(GOOD);
    expect(ran).toMatchObject({ code: 0, err: READ_AS });
    expect(tally(ran)).toEqual({ read: 3, added: 3, unchanged: 0, changed: 0, repeated: 0, rejected: 0 });
    expect(desk.asked.map(({ headers }) => headers['x-pledgeline-role'])).toEqual(['DESK', 'DESK', 'DESK']);
    expect(existsSync(`${path}.rejects.csv`)).toBe(false);
  });

  it('a row without a date is announced without one', async () => {
    await run(GOOD);
    expect(taken().find(({ capabilityCode }) => capabilityCode === 'SIGNALS')).not.toHaveProperty(
      'announcedOn',
    );
  });

  it('a second run of the same file adds nothing', async () => {
    await run(GOOD);
    const second = await again(GOOD);
    expect(second).toMatchObject({ code: 0, err: READ_AS });
    expect(tally(second)).toEqual({ read: 3, added: 0, unchanged: 3, changed: 0, repeated: 0, rejected: 0 });
  });

  it('a changed row is told with its fields, and not applied', async () => {
    await run(GOOD);
    const before = taken();
    const second = await again(GOOD.replace('Offer, of UAS', 'In other words'));
    expect(second.code).toBe(1);
    expect(tally(second)).toEqual({ read: 3, added: 0, unchanged: 2, changed: 1, repeated: 0, rejected: 0 });
    expect(second.err).toMatch(/^row 3 differs from reference of UAS: description \(not applied\)$/m);
    expect(taken()).toEqual(before);
  });

  it('a file of conferences registers them', async () => {
    const ran = await run(
      'code,kind,name,start,end,place,hostsCoChairs,participants,statesWithNewPledges,headlineTotals,themes,source\n' +
        '2015-new-york,summit,Leaders’ Summit,2015-09-28,2015-09-28,New York,Japan; Rwanda,,,,reform,https://example.org\n',
    );
    expect(tally(ran)).toMatchObject({ read: 1, added: 1 });
    expect(desk.asked[0]).toMatchObject({
      path: '/conferences',
      body: { code: '2015-new-york', hostsCoChairs: ['Japan', 'Rwanda'] },
    });
  });
});

describe('bad rows', () => {
  const MIXED = fileOf(
    line('K9', 'plenty'),
    line('UAS'),
    line('SIGNALS'),
    line('HOSP-L2', '1', '2015-02-30'),
    'a,b',
  );

  it('go to a file with line, field, reason and their own columns, in the order of the file', async () => {
    const ran = await run(MIXED, unknownState);
    expect(ran.code).toBe(1);
    expect(tally(ran)).toEqual({ read: 5, added: 1, unchanged: 0, changed: 0, repeated: 0, rejected: 4 });
    const rows = await rejects();
    expect(rows.map(({ row, field, code }) => [row, field, code])).toEqual([
      ['2', 'quantity', 'QUANTITY_UNREADABLE'],
      ['3', 'memberState', 'INVALID'],
      ['5', 'announcedOn', 'DATE_UNREADABLE'],
      ['6', '', 'COLUMN_COUNT'],
    ]);
    expect(rows[1]).toMatchObject({ reason: 'is not known', description: 'Offer, of UAS', isoAlpha3: 'PAK' });
    expect(ran.err).toContain('row 2 rejected: quantity: "plenty" is no quantity');
  });

  it('fixed in the file and imported again, they come in and the rest stays', async () => {
    await run(MIXED, illegible);
    const second = await again(fileOf(line('K9'), line('UAS'), line('SIGNALS'), line('HOSP-L2')));
    expect(tally(second)).toEqual({ read: 4, added: 2, unchanged: 2, changed: 0, repeated: 0, rejected: 0 });
    expect(existsSync(`${path}.rejects.csv`)).toBe(false);
  });

  it('leave a file of that name alone that is not theirs', async () => {
    await writeFile(`${path}.rejects.csv`, 'row,note\n1,mine\n');
    expect(await run(GOOD)).toMatchObject({ code: 0, err: READ_AS });
    expect(await readFile(`${path}.rejects.csv`, 'utf8')).toBe('row,note\n1,mine\n');
  });

  it('can be sent elsewhere', async () => {
    const elsewhere = join(folder, 'elsewhere.csv');
    await run(MIXED, illegible, '--rejects', elsewhere);
    expect(await rejects(elsewhere)).toHaveLength(3);
  });

  it('never overwrite the file itself', async () => {
    const ran = await run(MIXED, undefined, '--rejects', path);
    expect(ran.code).toBe(2);
    expect(await readFile(path, 'utf8')).toBe(MIXED);
  });
});

describe('in a pipe', () => {
  it('reads stdin and keeps stdout for the result', async () => {
    desk = await openDesk();
    const ran = await runCli(['import', '-', '--url', desk.url, '--json'], { stdin: GOOD, cwd: folder });
    expect(ran).toMatchObject({ code: 0, err: 'read as: commas, UTF-8\n' });
    expect(tally(ran)).toMatchObject({ added: 3 });
  });

  it('without --json one line says it all', async () => {
    desk = await openDesk();
    await writeFile(path, GOOD);
    const { out } = await runCli(['import', path], { env: { PLEDGELINE_URL: desk.url } });
    expect(out).toBe('3 pledges read: 3 added, 0 unchanged, 0 changed, 0 repeated, 0 rejected\n');
  });
});

describe('a server on a bad day', () => {
  const many = fileOf(...Array.from({ length: 40 }, (_, n) => line(`CODE-${n}`)));

  it('busy for a moment is asked again', async () => {
    const ran = await run(GOOD, (_asked, nth) =>
      nth <= 3 ? { status: 503, problem: { code: 'STORE_UNAVAILABLE' } } : undefined,
    );
    expect(ran.code).toBe(0);
    expect(tally(ran)).toMatchObject({ added: 3 });
  });

  it('an answer that was lost is not counted as there before', async () => {
    const ran = await run(GOOD, (_asked, nth) => (nth <= 3 ? 'hang up after' : undefined));
    expect(tally(ran)).toEqual({ read: 3, added: 3, unchanged: 0, changed: 0, repeated: 0, rejected: 0 });
  });

  it('gone for good ends the import with what was done; run again, it goes on', async () => {
    let gone = true;
    const ran = await run(
      many,
      (_asked, nth) => (gone && nth > 10 ? 'hang up before' : undefined),
      '--retry-for',
      '1',
    );
    expect(ran.code).toBe(3);
    expect(ran.err).toContain(`no server at ${desk.url}`);
    expect(tally(ran)).toMatchObject({ added: 10 });
    gone = false;
    expect(tally(await again(many))).toEqual({
      read: 40,
      added: 30,
      unchanged: 10,
      changed: 0,
      repeated: 0,
      rejected: 0,
    });
  });

  it('refusing who asks ends the import instead of rejecting every row', async () => {
    const ran = await run(many, () => ({ status: 403, problem: { code: 'FORBIDDEN', detail: 'Not you.' } }));
    expect(ran.code).toBe(4);
    expect(ran.err).toContain('refused the import: Not you. (FORBIDDEN)');
    expect(existsSync(`${path}.rejects.csv`)).toBe(false);
  });

  it('not there at all is one line that says what to do', async () => {
    desk = await openDesk();
    await writeFile(path, GOOD);
    const closed = desk.url;
    await desk.close();
    const ran = await runCli(['import', path, '--url', closed]);
    desk = await openDesk();
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(
      /^read as: .*\npledgeline: no server at http:\/\/127.0.0.1:\d+ \(connection refused\): .*--url\n$/,
    );
  });

  it.each([1, 4])('%d requests are under way at a time', async (inFlight) => {
    desk = await openDesk(undefined, inFlight);
    expect(tally(await again(many, '--in-flight', String(inFlight)))).toMatchObject({ added: 40 });
    expect(desk.mostAtOnce()).toBe(inFlight);
  });
});

describe('stopped by hand', () => {
  it('finishes what is under way, sums up, and the next run goes on', async () => {
    const endless = fileOf(
      ...Array.from({ length: 20_000 }, (_, n) => line(`CODE-${n}`)),
      line('K9', 'plenty'),
    );
    const early = endless.replace(line('CODE-500'), line('CODE-500', 'plenty'));
    desk = await openDesk(illegible);
    await writeFile(path, early);
    let interrupted = false;
    const options: RunOptions = {
      onErr: (said, interrupt) => {
        if (interrupted || !said.includes('row 502')) return;
        // Once: a second signal ends the command at once, as it should.
        interrupted = true;
        interrupt();
      },
    };
    const ran = await runCli(['import', path, '--url', desk.url, '--json'], options);
    expect(ran.code).toBe(130);
    const { added, rejected } = tally(ran) as { added: number; rejected: number };
    expect(rejected).toBe(1);
    expect(added).toBe(desk.taken.size);
    expect(added).toBeLessThan(20_000);
  });
});

it('every request of a run has a key of its own', async () => {
  await run(GOOD);
  const keys = desk.asked.map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(3);
});

it('of rows that nobody could look at for repeats it says how many they are', async () => {
  const unchecked: Mood = ({ body }) =>
    body.capabilityCode === 'K9'
      ? {
          status: 201,
          problem: { location: '/pledges/1', repeated: false, notChecked: ['DUPLICATE_ANNOUNCEMENT'] },
        }
      : undefined;
  const ran = await run(GOOD, unchecked);
  expect(tally(ran)).toMatchObject({ added: 3, notChecked: 1 });
  expect(tally(await run(GOOD))).not.toHaveProperty('notChecked');
});
