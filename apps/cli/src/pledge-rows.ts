/**
 * Rows that announce pledges, cell by cell as they stand: what a quantity, a date or a name means is the server's to judge,
 * so that the rules stand in one place.
 */
import { importedPledgeId, resolveMemberState } from '@pledgeline/contracts';
import type { Row } from './reading/table.ts';
import type { Fault } from './problem.ts';
import type { RowKind, RowRequest } from './row-kind.ts';

const REQUIRED = [
  'conference',
  'memberState',
  'isoAlpha3',
  'category',
  'capabilityCode',
  'quantity',
  'unit',
  'description',
  'timeframe',
  'partners',
  'announcedOn',
  'source',
] as const;

/** A desk officer's word that the row is no repeat of another: yes or blank. */
const DUPLICATE_CHECKED = 'duplicateChecked';

export const pledgeRows: RowKind = {
  name: 'pledges',
  columns: { required: REQUIRED, optional: [DUPLICATE_CHECKED] },
  existsCode: 'PLEDGE_EXISTS',
  reader: () => {
    const seen = new Map<string, number>();
    return (row) => {
      const id = idOf(row, seen);
      return row.fault ?? faultOf(row) ?? { id, path: '/pledges', body: bodyOf(row, id) };
    };
  },
};

/** Rows at fault count too, so that mending one does not move the others. */
const idOf = (row: Row, seen: Map<string, number>): string => {
  const conference = row.cell('conference');
  const memberState =
    row.cell('isoAlpha3') || (resolveMemberState(row.cell('memberState')) ?? row.cell('memberState'));
  const capabilityCode = row.cell('capabilityCode');
  const kind = [conference, memberState, capabilityCode].join('\u0000');
  const nth = (seen.get(kind) ?? 0) + 1;
  seen.set(kind, nth);
  return importedPledgeId({ conference, memberState, capabilityCode, nth });
};

const faultOf = (row: Row): Fault | undefined => {
  const checked = row.cell(DUPLICATE_CHECKED);
  if (!/^(yes|true|no|false)?$/i.test(checked)) {
    return { field: DUPLICATE_CHECKED, reason: `"${checked}" is neither yes nor no`, code: 'YES_OR_NO' };
  }
  return undefined;
};

/** Blank cells are left out: nothing was stated. */
const bodyOf = (row: Row, pledgeId: string): RowRequest['body'] => ({
  pledgeId,
  ...Object.fromEntries(REQUIRED.map((name) => [name, row.cell(name)] as const).filter(([, text]) => text)),
  ...(/^(yes|true)$/i.test(row.cell(DUPLICATE_CHECKED)) && { duplicateChecked: true }),
});
