/** What people write in their files, imported by the command line into a real server: found.md, rows B3, B4, B7 and B8. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { asker, desk, poster, type Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const HEADER =
  'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source';

let folder: ReturnType<typeof temporaryFolder>;
let server: Hosted;
let ask: Ask;
beforeAll(async () => {
  folder = temporaryFolder();
  server = await hostStandalone({
    PLEDGELINE_DATA: join(folder.path, 'data'),
    // Half past eight in the morning of the next day in Seoul.
    PLEDGELINE_FIXED_TIME: '2026-11-23T23:30:00.000Z',
  });
  ask = asker(server.url);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

let files = 0;
/** What was taken, and the code by which each other row was refused, by its description. */
const importing = async (...rows: readonly string[]) => {
  const path = join(folder.path, `rows-${(files += 1)}.csv`);
  await writeFile(path, [HEADER, ...rows].join('\n'));
  const rejects = `${path}.rejects.csv`;
  const { out } = await runCli(['import', path, '--url', server.url, '--json', '--rejects', rejects]);
  const tally = JSON.parse(out) as { readonly added: number; readonly rejected: number };
  const refused: Record<string, string>[] =
    tally.rejected === 0 ? [] : parse(await readFile(rejects), { columns: true, bom: true });
  return { added: tally.added, refused: refused.map(({ description, code }) => [description, code]) };
};

const pledgesOf = async (memberState: string) => {
  const { body } = await ask(`/pledges?memberState=${memberState}&limit=200`, { headers: desk });
  const ids = (body.items as readonly { readonly pledgeId: string }[]).map(({ pledgeId }) => pledgeId);
  return Promise.all(
    ids.map(async (id) => (await ask(`/pledges/${id}`, { headers: desk })).body.announcement as Announcement),
  );
};

interface Announcement {
  readonly description: string;
  readonly memberState: string;
  readonly memberStateAsStated: string;
  readonly quantity: unknown;
  readonly money: { readonly amountMax: number; readonly currency: string } | null;
  readonly announcedOn: string | null;
}

it('money is money however it is written, kroner and FCFA are asked, and what is neither is refused', async () => {
  const units = [
    ...['USD million', 'million EUR', 'CADm', 'A$ million', 'GBP thousand', 'chf', 'SDR'],
    ...['FCFA', 'kroner', 'BTC'],
  ];
  const row = (unit: string) => `2014-new-york,Japan,,FINANCE,FIN-TRUSTFUND,5,${unit},${unit},,,,note`;
  expect(await importing(...units.map(row))).toEqual({
    added: 7,
    refused: [
      ['FCFA', 'CURRENCY_UNCLEAR'],
      ['kroner', 'CURRENCY_UNCLEAR'],
      ['BTC', 'UNIT_UNKNOWN'],
    ],
  });
  const read = (await pledgesOf('JPN')).map(({ description, quantity, money }) => {
    expect(quantity).toBeNull();
    return [description, money?.amountMax, money?.currency];
  });
  expect(read.toSorted()).toEqual(
    [
      ['USD million', 5_000_000, 'USD'],
      ['million EUR', 5_000_000, 'EUR'],
      ['CADm', 5_000_000, 'CAD'],
      ['A$ million', 5_000_000, 'AUD'],
      ['GBP thousand', 5000, 'GBP'],
      ['chf', 5, 'CHF'],
      ['SDR', 5, 'XDR'],
    ].toSorted(),
  );
});

it('cents add up to the cent in the report of money, and amounts with more decimals are refused', async () => {
  const row = (amount: string, currency: string) =>
    `2015-new-york,Kuwait,,FINANCE,FIN-PBF,${amount},${currency},${amount} ${currency},,,,note`;
  const imported = await importing(
    row('1234567.10', 'KES'),
    row('2345678.20', 'KES'),
    row('0.10', 'UGX'),
    row('1.234', 'KES'),
    row('1.234', 'KWD'),
  );
  expect(imported).toEqual({
    added: 3,
    refused: [
      ['0.10 UGX', 'AMOUNT_INVALID'],
      ['1.234 KES', 'AMOUNT_INVALID'],
    ],
  });
  const { body } = await ask('/reports/money', { headers: desk });
  const groups = body.groups as readonly { readonly code: string; readonly figures: readonly Figure[] }[];
  const pledged = (currency: string) =>
    groups.find(({ code }) => code === currency)?.figures.find(({ figure }) => figure === 'pledgedOwn')
      ?.value;
  expect([pledged('KES'), pledged('KWD')]).toEqual([3_580_245.3, 1.234]);
});

interface Figure {
  readonly figure: string;
  readonly value: number | null;
}

it('names stand beside their code as they are stated; the name of another state is refused', async () => {
  const row = (name: string, code: string, n: number) =>
    `2014-new-york,"${name}",${code},UNIT,INF-BN,${n},unit,"${name}",,,,note`;
  const names = [
    ['Korea, Rep.', 'KOR'],
    ['Congo, Dem. Rep.', 'COD'],
    ['Egypt, Arab Rep.', 'EGY'],
    ['Gambia, The', 'GMB'],
    ['Palestine, State of', 'PSE'],
    ['Congo, The Democratic Republic of the', 'COD'],
    ['Czech Rep.', 'CZE'],
    ['Guinée-Bissau', 'GNB'],
    ['Tchad', 'TCD'],
    ['Permanent Mission of Togo', 'TGO'],
  ] as const;
  const rows = names.map(([name, code], n) => row(name, code, n + 1));
  expect(await importing(...rows, row('Tchad', 'TGO', 99), row('Malwi', '', 99))).toEqual({
    added: 10,
    refused: [
      ['Tchad', 'STATE_CODE_MISMATCH'],
      ['Malwi', 'UNKNOWN_STATE'],
    ],
  });
  expect((await pledgesOf('TGO')).map((one) => [one.memberState, one.memberStateAsStated])).toEqual([
    ['TGO', 'Permanent Mission of Togo'],
  ]);
});

it('days are read as people write them, and refused by rule', async () => {
  const row = (day: string, n: number) =>
    `2021-seoul,Malawi,,UNIT,INF-BN,${n + 1},unit,"dated ${day}",,,"${day}",note`;
  const days = [
    ...['7 Dec 2021', '2021/12/07', 'December 7, 2021', '25/12/2021', '1970-01-01', '2026-11-24'],
    ...['07/12/2021', '1899-12-30', '1900-01-01', '0999-12-31', '2026-11-25', '2021-02-30'],
  ];
  expect(await importing(...days.map(row))).toEqual({
    added: 6,
    refused: [
      ['dated 07/12/2021', 'DATE_UNREADABLE'],
      ['dated 1899-12-30', 'DATE_TOO_EARLY'],
      ['dated 1900-01-01', 'DATE_TOO_EARLY'],
      ['dated 0999-12-31', 'DATE_TOO_EARLY'],
      ['dated 2026-11-25', 'DATE_IN_FUTURE'],
      ['dated 2021-02-30', 'DATE_UNREADABLE'],
    ],
  });
  expect((await pledgesOf('MWI')).map(({ announcedOn }) => announcedOn).toSorted()).toEqual([
    '1970-01-01',
    '2021-12-07',
    '2021-12-07',
    '2021-12-07',
    '2021-12-25',
    '2026-11-24',
  ]);
});

it('an act without a day follows an announcement of the next morning in Seoul', async () => {
  const announced = await poster(ask)('/pledges', {
    memberState: 'Republic of Korea',
    category: 'UNIT',
    description: 'Announced this morning',
    announcedOn: '2026-11-24',
    source: 'note',
  });
  const pledge = String(announced.body.location);
  const acknowledged = await poster(ask)(`${pledge}/acknowledgement`, { acknowledgementReference: 'ACK-1' });
  expect(acknowledged.status).toBe(200);
  const { body } = await ask(`${pledge}?asOf=2026-11-24`, { headers: desk });
  expect(body).toMatchObject({ status: 'ACKNOWLEDGED', reachedOn: { ACKNOWLEDGED: '2026-11-24' } });
});

it('an escape is refused in whichever cell it stands, in queries and in paths', async () => {
  const row = (name: string, description: string) =>
    `2014-new-york,${name},,UNIT,INF-BN,1,unit,${description},,,,note`;
  const { added, refused } = await importing(
    row('\u001b]0;title\u0007Kenya', 'one'),
    row('Ghana', 'kept\u001b[2J'),
    row('Ghana', 'kept\u202efdp.exe'),
    row('Ghana', '\u200b\u2060'),
  );
  expect([added, refused.map(([, code]) => code)]).toEqual([
    0,
    ['BODY_NOT_USABLE', 'BODY_NOT_USABLE', 'BODY_NOT_USABLE', 'VALIDATION_FAILED'],
  ]);
  for (const path of ['/pledges?memberState=K%1B', '/gaps/%C2%9B2J']) {
    const { status, body } = await ask(path, { headers: desk });
    expect([status, body.code]).toEqual([400, expect.stringMatching(/^(QUERY|PATH)_NOT_USABLE$/)]);
  }
});
