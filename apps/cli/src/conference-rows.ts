/** Rows that register conferences: the record under which pledges are counted. */
import type { RowKind, RowRequest } from './row-kind.ts';
import type { Row } from './reading/table.ts';

const REQUIRED = [
  'code',
  'kind',
  'name',
  'start',
  'end',
  'place',
  'hostsCoChairs',
  'participants',
  'statesWithNewPledges',
  'headlineTotals',
  'themes',
  'source',
] as const;

const OPTIONAL = ['mainConference', 'crossCuttingThemes'] as const;

const LISTS: readonly string[] = ['hostsCoChairs', 'themes', 'crossCuttingThemes'];

export const conferenceRows: RowKind = {
  name: 'conferences',
  columns: { required: REQUIRED, optional: OPTIONAL },
  existsCodes: ['CONFERENCE_EXISTS'],
  reader: () => (row) =>
    row.fault ?? {
      line: row.line,
      name: row.cell('code'),
      path: '/conferences',
      checkPath: '/conference-checks',
      offer: row.cell('code'),
      body: bodyOf(row),
    },
};

const bodyOf = (row: Row): RowRequest['body'] =>
  Object.fromEntries(
    [...REQUIRED, ...OPTIONAL]
      .map((name) => [name, row.cell(name)] as const)
      .filter(([, text]) => text !== '')
      .map(([name, text]) => [name, LISTS.includes(name) ? listOf(text) : text]),
  );

const listOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
