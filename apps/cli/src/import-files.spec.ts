/** Files as people have them, sent to a server: the right rows arrive, and what was left out can be fixed and sent again. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { rowsXml, sheetXml, workbookOf } from './reading/testing/workbooks.ts';
import { type Desk, type Mood, openDesk } from './testing/desk.ts';
import { type Heard, runInProcess } from './testing/run-in-process.ts';

const COLUMNS =
  'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source'.split(
    ',',
  );
const row = (of: Readonly<Record<string, string>> = {}): readonly string[] => {
  const cells: Readonly<Record<string, string>> = {
    memberState: 'Kenya',
    category: 'UNIT',
    capabilityCode: 'K9',
    description: 'Dogs',
    source: 'note',
    ...of,
  };
  return COLUMNS.map((name) => cells[name] ?? '');
};
const csv = (...rows: readonly (readonly string[])[]): string =>
  [COLUMNS, ...rows]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');

let folder: string;
let path: string;
let desk: Desk;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pledgeline-import-'));
  path = join(folder, 'pledges.csv');
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

const run = async (content: string | Buffer, mood?: Mood, ...args: readonly string[]): Promise<Heard> => {
  desk = await openDesk(mood);
  await writeFile(path, content);
  return importing(path, ...args);
};
const importing = (file: string, ...args: readonly string[]): Promise<Heard> =>
  runInProcess(['import', file, '--url', desk.url, '--json', ...args]);
const bodies = (): readonly Readonly<Record<string, unknown>>[] => desk.asked.map(({ body }) => body);
const invalid = (field: string) => ({
  status: 422,
  problem: { code: 'INVALID', errors: [{ field, message: 'is not known' }] },
});

describe('whatever saved it', () => {
  it('a workbook named .csv is read, and said to be one', async () => {
    const ran = await run(workbookOf(sheetXml(rowsXml([COLUMNS, row({ quantity: '3' })]))));
    expect(ran).toMatchObject({ code: 0, err: 'read as: first sheet of an Excel workbook, 1 row\n' });
    expect(bodies()).toMatchObject([{ memberState: 'Kenya', quantity: '3' }]);
  });

  it('semicolons, another case and blank columns are read', async () => {
    const names = COLUMNS.map((name) => name.toUpperCase()).join(';');
    const ran = await run(`sep=;\n${names};;\n${row().join(';')};;\n`);
    expect(ran).toMatchObject({ code: 0, err: 'read as: semicolons, UTF-8, 1 row\n' });
    expect(bodies()).toMatchObject([{ memberState: 'Kenya', description: 'Dogs' }]);
  });

  it('binary bytes never reach the terminal', async () => {
    const ran = await run(Buffer.from([0, 1, 2, 27, 91, 50, 74, 7, 200, 0]));
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/^pledgeline: the file is no text and nothing that is known: [\x20-\x7E]+\n$/);
  });
});

describe('a reject file, fixed', () => {
  const misspelled: Mood = ({ body }) =>
    body['memberState'] === 'Kenia' ? invalid('memberState') : undefined;

  it('is sent again as it is: its reasons are no columns of the row', async () => {
    await run(csv(row({ memberState: 'Kenia' }), row({ capabilityCode: 'UAS' })), misspelled);
    const rejects = `${path}.rejects.csv`;
    await writeFile(rejects, (await readFile(rejects, 'utf8')).replace('Kenia', 'Kenya'));
    const ran = await importing(rejects);
    expect(ran).toMatchObject({ code: 0 });
    expect(JSON.parse(ran.out)).toMatchObject({ read: 1, added: 1 });
    expect(bodies().at(-1)).toMatchObject({ memberState: 'Kenya', description: 'Dogs' });
  });

  it('says the same as the row that was left out, whatever its cells are, and no cell of it begins a formula', async () => {
    desk = await openDesk(() => invalid('source'));
    const text = fc
      .oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('=1+1', '-2+3', "'=x", '-5', '@A1', '+41 22', 'a\r\n=b'),
      )
      .filter((cell) => !/[\0\uFFFD\uFEFF]|\p{Cs}/u.test(cell));
    await fc.assert(
      fc.asyncProperty(text, text, async (description, source) => {
        const said = { description: `x${description}`, source: `${source}x`, partners: source };
        await writeFile(path, csv(row(said)));
        await importing(path);
        const sent = bodies().at(-1);
        await importing(`${path}.rejects.csv`);
        expect(bodies().at(-1)).toEqual(sent);
        const cells = parse(await readFile(`${path}.rejects.csv`)).flat();
        expect(cells.filter((cell) => /^\s*[=@]|^[+-](?![\d,.]+$)/.test(cell))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('who may not ask', () => {
  const forbidden = {
    code: 'FORBIDDEN',
    detail: 'MISSION may not send AnnouncePledge.',
    allowed: ['MS', 'DESK'],
  };
  const notTheirs = {
    code: 'FORBIDDEN',
    detail: 'KEN may not act for UGA.',
    allowed: ['MS'],
    memberState: 'UGA',
  };
  const rows = Array.from({ length: 30 }, (_, n) => row({ capabilityCode: `C${n}` }));

  it.each([
    ['401', { status: 401, problem: { code: 'SIGN_IN_NEEDED', detail: 'Sign in.' } }, 'SIGN_IN_NEEDED'],
    ['403 for the role', { status: 403, problem: forbidden }, 'MISSION may not send AnnouncePledge.'],
    ['403 for the state of every row', { status: 403, problem: notTheirs }, 'KEN may not act for UGA.'],
    [
      '400 for who asks',
      { status: 400, problem: { code: 'IDENTITY_HEADER', detail: 'x-role' } },
      'IDENTITY_HEADER',
    ],
  ])('%s for all rows is one error, and no reject file', async (_what, deed, said) => {
    const ran = await run(csv(...rows), () => deed);
    expect(ran.code).toBe(4);
    expect(ran.err.trim().split('\n')).toEqual([
      'read as: commas, UTF-8, 30 rows',
      expect.stringContaining(said),
    ]);
    expect(existsSync(`${path}.rejects.csv`)).toBe(false);
  });

  it('rows of other states among theirs are left out like any other row', async () => {
    const ran = await run(csv(...rows), ({ body }) =>
      body['capabilityCode'] === 'C7' ? undefined : { status: 403, problem: notTheirs },
    );
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ read: 30, added: 1, rejected: 29 });
    expect(await readFile(`${path}.rejects.csv`, 'utf8')).toContain('KEN may not act for UGA.');
  });
});
