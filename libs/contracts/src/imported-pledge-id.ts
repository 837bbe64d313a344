/**
 * The id of a pledge that came from a file: the same for the same row on every import, so that a second import adds
 * nothing and a corrected row is seen as a change. `nth` tells apart rows of one file that share the other three.
 */
import { derivedId } from '@pledgeline/event-sourcing';

export interface ImportedRow {
  /** Blank for a pledge made outside any conference. */
  readonly conference: string;
  /** ISO 3166 alpha-3, or the code of a listed organisation. */
  readonly memberState: string;
  /** Blank where the source names no capability. */
  readonly capabilityCode: string;
  /** Counted from 1, in the order of the file. */
  readonly nth: number;
}

/** Never changes: pledges already imported depend on it. */
export const importedPledgeId = ({ conference, memberState, capabilityCode, nth }: ImportedRow): string =>
  derivedId('imported-pledge', conference, memberState, capabilityCode, nth);
