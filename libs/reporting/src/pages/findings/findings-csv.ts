/** Findings as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front. */
import { guardedCell } from '@pledgeline/contracts';
import { stringify } from 'csv-stringify/sync';
import type { FindingAnswer } from './finding.schema.ts';

const COLUMNS = [
  'findingId',
  'assessedOn',
  'tool',
  'toolName',
  'result',
  'outcome',
  'text',
  'memberState',
  'memberStateName',
  'mission',
  'capabilityCode',
  'pledgeId',
  'reference',
  'assessmentId',
  'reportReference',
  'needId',
  'ledToPledgeId',
] as const satisfies readonly (keyof FindingAnswer)[];

export const findingsCsv = (findings: readonly FindingAnswer[]): string =>
  stringify(
    findings.map((finding) => ({ ...finding })),
    {
      header: true,
      columns: [...COLUMNS],
      record_delimiter: 'windows',
      cast: { string: guardedCell },
    },
  );
