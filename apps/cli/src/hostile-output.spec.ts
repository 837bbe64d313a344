/** Whatever a server or a file says, nothing that is printed commands a terminal or looks like a line of ours. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type HostileServer, openHostileServer, withTexts } from './testing/hostile-server.ts';
import { type Heard, runInProcess } from './testing/run-in-process.ts';

const FORGED = '#99  2026-01-01  PledgeWithdrawn  an.officer (DESK)  the pledge is void';
/** Colours, titles, bells, C1, directions, invisible marks, and line breaks of every kind. */
const COMMANDS = [
  ...['\u001B[31m', '\u001B]0;title\u0007', '\u001B[2J', '\u0007', '\b', '\u007F', '\u009B31m', '\u0000'],
  ...['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'],
  ...['\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u061C', '\uFEFF', '\u00AD', '\u2060', '\u{E0041}'],
  ...['\n', '\r', '\r\n', '\u000B', '\u000C', '\u0085', '\u2028', '\u2029', '\uD83D'],
];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...COMMANDS),
      fc.constantFrom('kept', `\n${FORGED}`, `\r\n${FORGED}\n`),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

const ESCAPE = String.fromCharCode(27);
/** What a terminal may be sent: nothing invisible but the ends of our own lines. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const LOOKS = new RegExp(`${ESCAPE}\\[(1|22|2|32|31|39)m`, 'g');

const expectSafe = ({ out, err }: Heard): void => {
  for (const text of [out, err])
    expect(text.replace(LOOKS, '').replaceAll('\n', '').match(OBEYED)).toBeNull();
};

/** And no line that a value has begun. */
const expectNoneForged = (heard: Heard): void => {
  expectSafe(heard);
  const lines = (heard.out + heard.err).replace(LOOKS, '').split('\n');
  expect(lines.filter((line) => line.trimStart().startsWith('#99'))).toEqual([]);
};

const linesIn = ({ out }: Heard): number => out.split('\n').length;

let folder: string;
let server: HostileServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-hostile-'));
  process.env['XDG_CONFIG_HOME'] = folder;
  server = await openHostileServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const asking = (
  answer: HostileServer['answer'],
  args: readonly string[],
  watched: boolean,
): Promise<Heard> => {
  server.answer = answer;
  return runInProcess([...args, '--url', server.url], watched);
};

const problem = { code: 'CODE', title: 'Title', detail: 'Detail', field: 'f', fields: ['f'] };
const errors = [{ field: 'memberState', message: 'is not known' }];

/** The newest version of every event of a pledge that was ever stored. */
const stored = (): readonly Record<string, unknown>[] => {
  const at = new URL('../../../libs/contracts/stored/', import.meta.url);
  const newest = new Map(
    readdirSync(at)
      .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
      .map((file) => [file.split('.')[0], file]),
  );
  return [...newest.values()]
    .map((file) => JSON.parse(readFileSync(new URL(file, at), 'utf8')) as Record<string, unknown>)
    .filter(({ stream }) => String(stream).startsWith('pledge-'));
};

const corrections = [
  { field: 'f', old: 'o', new: { asStated: 'n', unit: 'u' }, reason: 'r', recordedAt: 'd' },
  { field: 'f', old: ['o'], new: { other: 'n' }, reason: 'r', recordedAt: 'd' },
];

const report = {
  title: 'Conferences',
  ruleSet: 'pcrs-2019.01',
  definitions: 2,
  definitionsNote: 'p',
  asOf: '2016-06-17',
  knownAt: null,
  recordedUpTo: 'x',
  question: { by: 'conference' },
  groups: [
    {
      code: 'c',
      name: 'n',
      figures: [
        { name: 'n', unit: 'u', definition: 'd', value: 1, published: [{ value: 'over 170', source: 's' }] },
      ],
    },
  ],
};

describe('no value commands a terminal or forges a line', () => {
  const everyEvent = stored();

  it('there are events of every kind to try', () => {
    expect(everyEvent.length).toBeGreaterThan(50);
  });

  it('in a history, for every type of event', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (text, watched) => {
        const items = everyEvent.map((event) => withTexts({ ...event, corrections }, text, ['type']));
        const page = { items, asOf: text, knownAt: text, next: null };
        expectNoneForged(await asking(() => ({ status: 200, body: page }), ['history', 'x'], watched));
        const unknown = { ...page, items: withTexts(items, text) };
        expectNoneForged(await asking(() => ({ status: 200, body: unknown }), ['history', 'x'], watched));
      }),
      { numRuns: 40 },
    );
  });

  it('in a report, its list and its definitions', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (text, watched) => {
        const asked = ['report', 'conference-figures', '--definitions'];
        const printed = (put: string): Promise<Heard> =>
          asking(() => ({ status: 200, body: withTexts(report, put) }), asked, watched);
        expectSafe(await printed(text));
        expect(linesIn(await printed(text))).toBe(linesIn(await printed('harmless')));
        const items = [{ report: text, answers: text, by: [text, text] }];
        expectSafe(await asking(() => ({ status: 200, body: { items } }), ['report'], watched));
      }),
    );
  });

  it('in CSV that somebody watches; a pipe gets it as it came', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const csv = `report,name\r\nx,"${text.replaceAll('"', '""')}"\r\n`;
        const answer = () => ({ status: 200, body: csv });
        const watched = await asking(answer, ['report', 'money', '--csv'], true);
        expect(watched.out.replaceAll('\n', '').match(OBEYED)).toBeNull();
        const piped = await asking(answer, ['report', 'money', '--csv'], false);
        expect(piped.out).toBe(Buffer.from(csv).toString());
      }),
    );
  });

  it('in a rebuild, a sign-in, and refusals of every command', async () => {
    const refused = { ...problem, errors };
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (text, watched) => {
        const rebuilt = { events: text, rows: text, corrected: text };
        expectSafe(await asking(() => ({ status: 200, body: rebuilt }), ['rebuild'], watched));
        const caller = { subject: text, role: text, state: text };
        const signedIn = { token: 'abc', until: text, caller };
        server.answer = () => ({ status: 200, body: signedIn });
        expectSafe(await runInProcess(['sign-in', `${server.url}/sign-in#account=desk&secret=s`], watched));
        const refusal = () => ({ status: 422, body: withTexts(refused, text) });
        const name = text.replace(/\p{Cs}/gu, '') || 'x';
        for (const command of [['history', name], ['report', name], ['report'], ['rebuild'], [name]])
          expectNoneForged(await asking(refusal, command, watched));
      }),
    );
  });

  it('in an import: cells, refusals, differences, the name of the file', async () => {
    const path = join(folder, 'pledges.csv');
    const header =
      'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source';
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(400, 409, 401, 403, 500), async (text, status) => {
        const cell = `"${text.replaceAll('"', '""')}"`;
        const row = ['', cell, '', 'UNIT', cell, '1', cell, cell, '', '', '', 'note'].join(',');
        const unreadable = ['', cell, '', 'UNIT', cell, cell, cell, cell, '', '', cell, 'note'].join(',');
        writeFileSync(path, [header, row, unreadable, `${cell},${cell}`].join('\n'));
        const refused = { ...(withTexts({ ...problem, errors }, text) as object), code: 'PLEDGE_EXISTS' };
        expectNoneForged(
          await asking(
            (method) => (method === 'POST' ? { status, body: refused } : { status: 200, body: {} }),
            ['import', path, '--retry-for', '1'],
            false,
          ),
        );
        const missing = join(folder, 'none', text.replaceAll('\0', ''));
        expectNoneForged(await runInProcess(['import', missing, '--url', server.url]));
      }),
    );
  });
});

it('JSON says the same value, with what a terminal would obey escaped', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const event = { id: 'x', type: 'ThemeTagged', data: { themes: [text], [text]: text } };
      const page = { items: [event], asOf: null, knownAt: null, next: null };
      const history = await asking(() => ({ status: 200, body: page }), ['history', 'x', '--json'], true);
      expectSafe(history);
      expect(JSON.parse(history.out)).toEqual(JSON.parse(JSON.stringify(event)));
      const listed = await asking(
        () => ({ status: 200, body: { items: [text] } }),
        ['report', '--json'],
        true,
      );
      expectSafe(listed);
      expect(JSON.parse(listed.out)).toEqual(JSON.parse(JSON.stringify({ items: [text] })));
    }),
  );
});
