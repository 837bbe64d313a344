/**
 * Rows that announce pledges, cell by cell as they stand: what a quantity, a date or a name means is the server's to judge,
 * so that the rules stand in one place.
 */
import { readFigure, resolveMemberState } from '@pledgeline/contracts';
import type { Figure } from '@pledgeline/contracts';
import type { Row } from './reading/table.ts';
import type { RowKind, RowRequest } from './row-kind.ts';
import { isYes, unclearAnswer } from './yes-or-no.ts';

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

/**
 * Persons and aircraft beside the units; which pledge a row is, by its id or reference; and a desk officer's word that it is a new offer like another, or one that
 * was over already before it was entered.
 */
const OPTIONAL = ['strength', 'aircraft', 'pledge', 'additional', 'additionalReason', 'lateEntry'] as const;
/** Of them, those that say yes or no. */
const YES_OR_NO = ['additional', 'lateEntry'] as const;

export const pledgeRows: RowKind = {
  name: 'pledges',
  columns: {
    required: REQUIRED,
    optional: OPTIONAL,
    replaced: { duplicateChecked: 'additional, with additionalReason' },
  },
  existsCodes: ['DUPLICATE_ANNOUNCEMENT', 'PLEDGE_EXISTS'],
  reader: () => {
    const seen = new Map<string, number>();
    return (row) => {
      const fault = row.fault ?? unclearAnswer(row, YES_OR_NO);
      if (fault !== undefined) return fault;
      return {
        line: row.line,
        name: row.cell('pledge') || 'what is known',
        path: '/pledges',
        checkPath: '/announcement-checks',
        offer: offerOf(row),
        body: { ...bodyOf(row), ...additionalOf(row, seen) },
      };
    };
  },
};

/** Equal for rows that say the same, and for those that may make the same offer in other words. */
const offerOf = (row: Row): string => {
  const stated = row.cell('isoAlpha3') || row.cell('memberState');
  return JSON.stringify([
    row.cell('conference').toLowerCase(),
    resolveMemberState(stated) ?? stated.toLowerCase(),
    row.cell('capabilityCode').toUpperCase(),
    boundsOf(
      readFigure(row.cell('quantity'), row.cell('unit'), { asMoney: row.cell('category') === 'FINANCE' }),
    ),
  ]);
};

/** What is counted, or how much money; whatever cannot be read is alike. */
const boundsOf = (figure: Figure): readonly (number | null)[] => {
  if (figure.kind === 'COUNT') return [figure.quantity.min, figure.quantity.max];
  return figure.kind === 'MONEY' ? [figure.money.amountMin, figure.money.amountMax] : [];
};

/** Blank cells are left out: nothing was stated. */
const bodyOf = (row: Row): RowRequest['body'] => {
  const stated = [...REQUIRED, 'strength', 'aircraft', 'pledge', 'additionalReason'].map(
    (name) => [name, row.cell(name)] as const,
  );
  return {
    ...Object.fromEntries(stated.filter(([, text]) => text)),
    ...(isYes(row.cell('lateEntry')) && { lateEntry: true }),
  };
};

/** Additional rows in the same words are counted, so that a file that is read again names the same ones. */
const additionalOf = (row: Row, seen: Map<string, number>): RowRequest['body'] => {
  if (!isYes(row.cell('additional'))) return {};
  const words = JSON.stringify(bodyOf(row));
  const additionalNumber = (seen.get(words) ?? 0) + 1;
  seen.set(words, additionalNumber);
  return { additional: true, additionalNumber };
};
