/** Rows that register conferences: the record under which pledges are counted. */
import type { RowKind, RowRequest } from './row-kind.ts';
import { isYes, unclearAnswer } from './yes-or-no.ts';
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

const OPTIONAL = ['mainConference', 'crossCuttingThemes', 'series', 'raisesFor'] as const;

const LISTS: readonly string[] = ['hostsCoChairs', 'themes', 'crossCuttingThemes'];

export const conferenceRows: RowKind = {
  name: 'conferences',
  columns: { required: REQUIRED, optional: OPTIONAL },
  existsCodes: ['CONFERENCE_EXISTS'],
  reader: () => (row) =>
    row.fault ??
    unclearAnswer(row, ['series']) ?? {
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
      .map(([name, text]) => [name, valueOf(name, text)]),
  );

const valueOf = (name: string, text: string): unknown => {
  if (name === 'series') return isYes(text);
  return LISTS.includes(name) ? listOf(text) : text;
};

const listOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
