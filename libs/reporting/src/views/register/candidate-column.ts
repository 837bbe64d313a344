/**
 * Pledges that could fill gaps, as a column of the register: by code, and by state and reference within it. So the candidates of a code
 * are one range, which is read in its order a page at a time however many pledges there are.
 */
import { CANDIDATES } from '@pledgeline/pledge';
import type { RegisterRow } from './register-row.ts';
import { stateAndReference } from './states-column.ts';

/** Null for what is no unit, is chosen for something already, or has ended. */
export const candidateColumn = (row: RegisterRow): string | null => {
  const { capabilityCode, status, track } = row.pledge;
  if (capabilityCode === null || track === 'IMPLEMENTATION') return null;
  return CANDIDATES.some((one) => one === status) ? `${capabilityCode} ${stateAndReference(row)}` : null;
};

/** The range of the column in which the candidates of this code are. */
export const candidatesOf = (code: string): { readonly from: string; readonly to: string } => ({
  from: `${code} `,
  to: `${code} \u{10FFFF}`,
});

/** Whether a value of the column is of this code. */
export const isCandidateOf = (value: string, code: string): boolean => value.startsWith(`${code} `);
