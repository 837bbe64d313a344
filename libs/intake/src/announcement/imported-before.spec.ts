/**
 * Pledges that were imported when a row had its id by its place in the file: 197 real rows and some that strangers tried,
 * as the command line and the server of that time stored them (`stored/imported-by-place.jsonl`). They keep their ids, and
 * their rows find them.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Money } from '@pledgeline/contracts';
import type { EventToAppend } from '@pledgeline/event-sourcing';
import { announce, pledgesIn } from '../testing/announcing.ts';
import { openLog } from '../testing/log-and-views.ts';
import { startIntake } from '../testing/start-intake.module.ts';
import type { Intake } from '../testing/start-intake.module.ts';

const at = (path: string): URL => new URL(path, import.meta.url);

type Stored = EventToAppend<
  'PledgeAnnounced',
  { readonly pledgeId: string; readonly description: string }
> & {
  readonly stream: string;
};
const stored = readFileSync(at('../../stored/imported-by-place.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Stored);

const real = parse<Record<string, string>>(
  readFileSync(at('../../../contracts/data/pledges-real.csv'), 'utf8'),
  {
    columns: true,
  },
);

/** A row as the command line sends it: blank cells are left out. */
const bodyOf = (row: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));

const asStored = async (events: readonly Stored[] = stored): Promise<Intake> => {
  const log = openLog();
  for (const { stream, ...event } of events) await log.append(stream, 'no-stream', [event]);
  const intake = await startIntake(log);
  await intake.catchUp();
  return intake;
};

const outcomesOf = async (intake: Intake, rows: readonly object[]) => {
  const outcomes = [];
  for (const row of rows) outcomes.push(await announce(intake, row));
  return outcomes;
};

it('197 real rows are unchanged, each the pledge that it made then', async () => {
  const intake = await asStored();
  const outcomes = await outcomesOf(intake, real.map(bodyOf));
  expect(outcomes.filter(({ is }) => is !== 'UNCHANGED')).toEqual([]);
  const words = new Map(stored.map(({ stream, data }) => [stream, data.description]));
  const found = outcomes.map((outcome) => 'location' in outcome && outcome.location);
  expect(new Set(found).size).toBe(real.length);
  expect(found.map((place) => words.get(`pledge-${String(place).slice('/pledges/'.length)}`))).toEqual(
    real.map(({ description }) => description),
  );
  expect(await pledgesIn(intake)).toBe(stored.length);
});

it('so are those of a file in which rows were moved, left out and fixed, and the fixed one is added', async () => {
  const without = stored.filter((_, n) => n !== 3);
  const intake = await asStored(without);
  const outcomes = await outcomesOf(intake, real.map(bodyOf).toReversed());
  expect(outcomes.filter(({ is }) => is === 'ADDED')).toHaveLength(1);
  expect(outcomes.filter(({ is }) => is === 'UNCHANGED')).toHaveLength(real.length - 1);
});

it('events of version 1 are found too', async () => {
  const asVersion1 = stored.map((event): Stored => ({
    ...event,
    schemaVersion: 1,
    data: asVersion1Said(event.data),
  }));
  const intake = await asStored(asVersion1);
  const outcomes = await outcomesOf(intake, real.map(bodyOf));
  expect(outcomes.filter(({ is }) => is !== 'UNCHANGED')).toEqual([]);
});

it('a row whose partners were kept as one name is the pledge that it made', async () => {
  const [first] = stored;
  const row = { ...bodyOf(real[0] ?? {}), partners: 'Norge, Croatia; Serbia' };
  const data = { ...first!.data, partners: ['Norge, Croatia', 'Serbia'] };
  const intake = await asStored([{ ...first!, data }]);
  const [outcome] = await outcomesOf(intake, [row]);
  expect(outcome).toMatchObject({ is: 'UNCHANGED', location: `/pledges/${data.pledgeId}` });
  expect(await pledgesIn(intake)).toBe(1);
});

/** Version 1 had none of these fields, and kept money as a quantity whose unit is a currency. */
const LATER = [
  'money',
  'speaker',
  'standing',
  'renews',
  'themes',
  'mainTheme',
  'terms',
  'idea',
  'need',
  'missing',
];

const asVersion1Said = (data: Stored['data']): Stored['data'] => {
  const { money, ...said } = data as Stored['data'] & { readonly money: Money | null };
  const kept = Object.fromEntries(Object.entries(said).filter(([field]) => !LATER.includes(field)));
  if (money === null) return kept as unknown as Stored['data'];
  const { amountMin: min, amountMax: max, currency, per, asStated } = money;
  const unit = per === null ? currency : `${currency} per year`;
  return { ...kept, quantity: { min, max, unit, asStated } } as unknown as Stored['data'];
};

describe('what strangers tried', () => {
  const uruguay = {
    memberState: 'Uruguay',
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    quantity: '1',
    unit: 'unit',
    description: 'one battalion',
    announcedOn: '2021-12-07',
    source: 'Note verbale 5',
  };
  const ghana = {
    ...uruguay,
    conference: '2015-new-york',
    memberState: 'Ghana',
    description: 'An infantry battalion',
    announcedOn: '2015-09-28',
    source: 'Press',
  };
  const japan = {
    conference: '2014-new-york',
    memberState: 'Japan',
    category: 'FINANCE',
    capabilityCode: 'FIN-TRUSTFUND',
    quantity: '5',
    source: 'note',
  };

  it.each([
    ['a row that was entered three times', uruguay],
    ['a row and its repeat that was checked', ghana],
    [
      'money that was kept as a count',
      { ...japan, unit: 'USD million', description: 'money in USD million' },
    ],
    ['money in small letters', { ...japan, unit: 'usd', description: 'money in usd' }],
  ])('%s is unchanged', async (_what, row) => {
    const intake = await asStored();
    expect(await announce(intake, row)).toMatchObject({ is: 'UNCHANGED' });
    expect(await announce(intake, row)).toMatchObject({ is: 'UNCHANGED' });
    expect(await pledgesIn(intake)).toBe(stored.length);
  });

  it('an old id may still be sent with the row that has it, and with nothing else', async () => {
    const intake = await asStored();
    const [first] = stored as [Stored];
    const { pledgeId } = first.data;
    const row = bodyOf(real[0]!);
    expect(await announce(intake, { ...row, pledgeId })).toMatchObject({
      is: 'UNCHANGED',
      location: `/pledges/${pledgeId}`,
    });
    expect(await announce(intake, { ...row, pledgeId, description: 'Other words' })).toMatchObject({
      is: 'PLEDGE_EXISTS',
      details: { fields: ['description'] },
    });
  });
});
