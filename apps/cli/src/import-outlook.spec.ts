/** Equal rows of one file, and what would become of rows: the same in whatever order answers come, and nothing written. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, type Mood, openDesk } from './testing/desk.ts';
import { type Heard, runInProcess } from './testing/run-in-process.ts';

const HEADER =
  'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source,additional,additionalReason';
const row = (code: string, description = 'An offer', more = ','): string =>
  `2015-new-york,Kenya,,UNIT,${code},1,unit,${description},,,,note,${more}`;

let folder: string;
let path: string;
let desk: Desk;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pledgeline-outlook-'));
  path = join(folder, 'pledges.csv');
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

const importing = async (rows: readonly string[], ...args: readonly string[]): Promise<Heard> => {
  await writeFile(path, [HEADER, ...rows].join('\n'));
  return runInProcess(['import', path, '--url', desk.url, ...args]);
};
const misspelled: Mood = ({ body }) =>
  body['capabilityCode'] === 'BAD'
    ? {
        status: 422,
        problem: { code: 'INVALID', errors: [{ field: 'capabilityCode', message: 'is not known' }] },
      }
    : undefined;

describe('equal rows of one file', () => {
  it('the second repeats the line of the first, and is counted apart', async () => {
    desk = await openDesk();
    const ran = await importing([row('K9'), row('UAS'), row('K9'), row('K9')]);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('row 4 repeats line 2\nrow 5 repeats line 2\n');
    expect(ran.out).toBe('4 pledges read: 2 added, 0 unchanged, 0 changed, 2 repeated, 0 rejected\n');
    expect(desk.taken.size).toBe(2);
  });

  it('the first is the one that is added, however many are under way and whatever comes first', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => row(`C${n % 20}`, `offer ${n % 20}`));
    for (const inFlight of ['1', '16', '60']) {
      desk = await openDesk();
      const ran = await importing(rows, '--json', '--in-flight', inFlight);
      expect(JSON.parse(ran.out)).toEqual({
        read: 60,
        added: 20,
        unchanged: 0,
        changed: 0,
        repeated: 40,
        rejected: 0,
      });
      await desk.close();
    }
    desk = await openDesk();
  });

  it('the first is the one that is added although its first try is lost', async () => {
    desk = await openDesk((_asked, nth) => (nth === 1 ? 'hang up before' : undefined));
    const ran = await importing([row('K9'), row('K9'), row('K9', 'In other words')]);
    expect(ran.err).toContain(
      'row 3 repeats line 2\nrow 4 differs from reference of K9: description (not applied)\n',
    );
    expect(ran.out).toBe('3 pledges read: 1 added, 0 unchanged, 1 changed, 1 repeated, 0 rejected\n');
  });

  it('run again, the first is unchanged and the others repeat it', async () => {
    desk = await openDesk();
    await importing([row('K9'), row('K9')]);
    const ran = await importing([row('K9'), row('K9')], '--json');
    expect(JSON.parse(ran.out)).toMatchObject({ added: 0, unchanged: 1, repeated: 1 });
  });

  it('said to be additional, both are added', async () => {
    desk = await openDesk();
    const another = row('K9', 'An offer', 'yes,A second unit');
    const ran = await importing([row('K9'), another, another], '--json');
    expect(JSON.parse(ran.out)).toMatchObject({ read: 3, added: 3, repeated: 0 });
    expect(desk.asked.map(({ body }) => body['additionalNumber'])).toEqual([undefined, 1, 2]);
  });
});

describe('a dry run', () => {
  const rows = [
    row('K9'),
    row('UAS'),
    row('SIGNALS'),
    row('SIGNALS'),
    row('SIGNALS', 'In other words'),
    row('BAD'),
    'a,b',
  ];

  const prepared = async (): Promise<void> => {
    desk = await openDesk(misspelled);
    await importing([row('K9'), row('UAS', 'As it was')]);
    desk.asked.length = 0;
  };

  it('says of every row what would become of it, and writes nothing', async () => {
    await prepared();
    const before = new Map(desk.taken);
    const ran = await importing(rows, '--dry-run');
    expect(ran.out.trimEnd().split('\n')).toEqual([
      'row 2 unchanged',
      'row 3 differs from reference of UAS: description',
      'row 4 would be added',
      'row 5 repeats line 4',
      'row 6 differs from line 4',
      'row 7 would be rejected: capabilityCode: is not known',
      'row 8 would be rejected: 2 columns instead of 14',
      '7 pledges read: 1 added, 1 unchanged, 2 changed, 1 repeated, 2 rejected; nothing was written',
    ]);
    expect(ran.code).toBe(1);
    expect(desk.taken).toEqual(before);
    expect(desk.asked.map(({ path: at }) => at)).toEqual(Array(6).fill('/announcement-checks'));
    expect(existsSync(`${path}.rejects.csv`)).toBe(false);
  });

  it('is followed by an import that does what it said', async () => {
    await prepared();
    const tally = async (...args: readonly string[]): Promise<unknown> => {
      const { out } = await importing(rows, '--json', ...args);
      return JSON.parse(out.trimEnd().split('\n').at(-1)!);
    };
    const said = await tally('--dry-run');
    expect(said).toMatchObject({ dryRun: true });
    expect({ ...((await tally()) as object), dryRun: true }).toEqual(said);
  });

  it('for programs is a line of JSON for each row, and one for all', async () => {
    await prepared();
    const ran = await importing(rows, '--dry-run', '--json');
    const lines = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines.slice(1, 4)).toEqual([
      { row: 3, outcome: 'changed', differsFrom: 'reference of UAS', fields: ['description'] },
      { row: 4, outcome: 'added' },
      { row: 5, outcome: 'repeated', line: 4 },
    ]);
  });

  it('leaves the rejected rows in a file only where one is named', async () => {
    await prepared();
    await writeFile(`${path}.rejects.csv`, 'row,field,reason,code,x\n');
    const named = join(folder, 'named.csv');
    await importing(rows, '--dry-run', '--rejects', named);
    expect((await readFile(named, 'utf8')).split('\n')).toHaveLength(4);
    expect(await readFile(`${path}.rejects.csv`, 'utf8')).toBe('row,field,reason,code,x\n');
  });

  it('leaves an older reject file where it is, also when nothing would be rejected', async () => {
    desk = await openDesk();
    await writeFile(`${path}.rejects.csv`, 'row,field,reason,code,x\n');
    expect(await importing([row('K9')], '--dry-run')).toMatchObject({ code: 0 });
    expect(existsSync(`${path}.rejects.csv`)).toBe(true);
  });

  it('of conferences asks about conferences', async () => {
    desk = await openDesk();
    await writeFile(
      path,
      'code,kind,name,start,end,place,hostsCoChairs,participants,statesWithNewPledges,headlineTotals,themes,source\n' +
        '2027-nairobi,summit,Meeting,,,Nairobi,,,,,,Programme\n2027-nairobi,summit,Meeting,,,Nairobi,,,,,,Programme\n',
    );
    const ran = await runInProcess(['import', path, '--url', desk.url, '--dry-run']);
    expect(ran.out).toBe(
      'row 2 would be added\nrow 3 repeats line 2\n2 conferences read: 1 added, 0 unchanged, 0 changed, 1 repeated, 0 rejected; nothing was written\n',
    );
    expect(desk.asked.map(({ path: at }) => at)).toEqual(['/conference-checks', '/conference-checks']);
  });
});
