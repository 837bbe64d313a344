/**
 * Rows that announce pledges. What only the file can show is checked here: whether a quantity and a date can be read.
 * Everything else is the server's to judge, so that the rules stand in one place.
 */
import { importedPledgeId, parseQuantity, resolveMemberState } from '@pledgeline/contracts';
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
  const quantity = row.cell('quantity');
  if (!parseQuantity(quantity, row.cell('unit'))) {
    return { field: 'quantity', reason: `"${quantity}" is no quantity`, code: 'QUANTITY_UNREADABLE' };
  }
  const announcedOn = row.cell('announcedOn');
  if (announcedOn !== '' && !isDay(announcedOn)) {
    const reason = `"${announcedOn}" is no date: YYYY-MM-DD, or blank where no source gives one`;
    return { field: 'announcedOn', reason, code: 'DATE_UNREADABLE' };
  }
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

const isDay = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
