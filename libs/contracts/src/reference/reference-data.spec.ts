/** The CSV files, the constants made from them and the real pledges must agree. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { capability } from './capability.ts';
import { readFigure } from './figure.ts';
import { conference } from './conference.ts';
import { memberState } from './member-state.ts';
import { resolveMemberState } from './state-name.ts';

const generator = fileURLToPath(new URL('../../../../infra/reference-data/generate.mjs', import.meta.url));

const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../data/${name}.csv`, import.meta.url)), { columns: true });

const pledges = rowsOf('pledges-real').map((row, index) => ({ row, line: index + 2 }));

/** Lines of the file for which the claim does not hold, so that a failure says where to look. */
const linesWhereNot = (holds: (row: Record<string, string>) => boolean): number[] =>
  pledges.filter(({ row }) => !holds(row)).map(({ line }) => line);

it('the generated constants are not stale', () => {
  execFileSync(process.execPath, [generator, '--check'], { stdio: 'pipe' });
});

it('every row of every file names its source', () => {
  for (const file of [
    'taxonomy',
    'conferences',
    'missions',
    'state-names',
    'currencies',
    'earlier-contributors',
    'texts',
    'bodies',
    'centres',
    'ministries',
    'measures',
    'priorities',
    'tools',
    'pledges-real',
  ]) {
    expect(rowsOf(file).filter((row) => !row.source)).toEqual([]);
  }
});

describe('the 197 real pledges', () => {
  it('are all there', () => expect(pledges).toHaveLength(197));

  it('each name a state by its own spelling and its code', () =>
    expect(
      linesWhereNot(
        ({ memberState: name = '', isoAlpha3 = '' }) =>
          memberState(isoAlpha3)?.name === name && resolveMemberState(name) === isoAlpha3,
      ),
    ).toEqual([]));

  it('each have a code of the taxonomy in its own category', () =>
    expect(
      linesWhereNot(({ capabilityCode = '', category }) => capability(capabilityCode)?.category === category),
    ).toEqual([]));

  it('each were announced at a known conference or at none', () =>
    expect(
      linesWhereNot(({ conference: code = '' }) => code === '' || conference(code) !== undefined),
    ).toEqual([]));

  it('each state a quantity that can be read, or none', () =>
    expect(
      linesWhereNot(({ quantity = '', unit = '' }) => {
        const figure = readFigure(quantity, unit);
        if (figure.kind === 'MONEY') return (figure.money.amountMin === null) === (quantity === '');
        return (
          figure.kind === 'COUNT' &&
          (figure.quantity.min === null) === (quantity === '') &&
          (figure.quantity.unit === null) === (unit === '')
        );
      }),
    ).toEqual([]));
});
