/** By what a list of pledges is counted: the column of the register, its values as the filter takes them, and what they are called. */
import {
  capabilities,
  capability,
  categories,
  CAVEAT_KINDS,
  LEVELS,
  LISTED_STATUSES,
  nameOfCode,
  SMART_PARTS,
  tags,
  TAGS,
  TRACKS,
  type Caller,
  type PledgeFacet,
} from '@pledgeline/contracts';
import type { ColumnValue } from '@pledgeline/event-sourcing';
import { NO_CAVEAT } from '../../views/register/caveats.ts';
import { NO_CONFERENCE } from '../../views/register/pledge-filters.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { mustReadAll, mustReadAmongStates, type AskedBy } from '../../visibility/audience.ts';

export interface FacetRule {
  readonly column: string;
  /** The values of the filter under which pledges with this value of the column are found; none, one or several. */
  readonly valuesOf: (value: ColumnValue) => readonly string[];
  readonly nameOf: (value: string) => string;
  /** All values in the order in which they are listed; by their names where there is no other. */
  readonly order?: readonly string[];
  /** Whose question it is; everybody's when absent. @throws {Rejected} FORBIDDEN */
  readonly mustBeFor?: (caller: Caller, by: AskedBy) => void;
}

const words = (value: ColumnValue): readonly string[] =>
  value === null ? [] : String(value).split(' ').filter(Boolean);

const itself = (value: ColumnValue): readonly string[] => (value === null ? [] : [String(value)]);

/** The column of the kind holds a capability or, where none is named, a category. */
const categoryOfKind = (kind: ColumnValue): readonly string[] =>
  itself(kind).map((code) => capability(code)?.category ?? code);

/** Of the column that holds the status and the level. */
const partOfStanding =
  (at: 0 | 1) =>
  (standing: ColumnValue): readonly string[] =>
    [String(standing).split('/')[at] ?? ''].filter(Boolean);

const tagNames = new Map(tags.map(({ code, name }) => [code, name]));

export const facetRules: Readonly<Record<PledgeFacet, FacetRule>> = {
  conference: {
    column: 'conference',
    valuesOf: (code) => [code === null ? NO_CONFERENCE : String(code)],
    // Those on record are named where the views can be asked.
    nameOf: (code) => code,
  },
  /** A joint pledge is found for each of its states. */
  memberState: { column: 'states', valuesOf: words, nameOf: memberStateName },
  category: {
    column: 'kind',
    valuesOf: categoryOfKind,
    nameOf: (code) => nameOfCode('category', code),
    order: categories,
  },
  capabilityCode: {
    column: 'kind',
    valuesOf: (kind) => itself(kind).filter((code) => capability(code) !== undefined),
    nameOf: (code) => capability(code)?.name ?? code,
    order: capabilities.map(({ code }) => code),
  },
  theme: {
    column: 'themes',
    valuesOf: (themes) => words(themes).filter((code) => tagNames.has(code)),
    nameOf: (code) => tagNames.get(code) ?? code,
    order: TAGS,
  },
  track: {
    column: 'track',
    valuesOf: itself,
    nameOf: (code) => nameOfCode('track', code),
    order: TRACKS,
  },
  status: {
    column: 'standing',
    valuesOf: partOfStanding(0),
    nameOf: (code) => nameOfCode('status', code),
    order: LISTED_STATUSES,
  },
  level: {
    column: 'standing',
    valuesOf: partOfStanding(1),
    nameOf: (code) => nameOfCode('level', code),
    order: LEVELS,
    mustBeFor: mustReadAmongStates,
  },
  missing: {
    column: 'missing',
    valuesOf: words,
    nameOf: (code) => nameOfCode('smartPart', code),
    order: SMART_PARTS,
  },
  /** Of several pledges at once: what a state reads of its own alone would be counted among others. */
  caveat: {
    column: 'caveats',
    valuesOf: (kinds) => (kinds === '' ? [NO_CAVEAT] : words(kinds)),
    nameOf: (code) => (code === NO_CAVEAT ? 'No open caveat' : nameOfCode('caveatKind', code)),
    order: [NO_CAVEAT, ...CAVEAT_KINDS],
    mustBeFor: mustReadAll,
  },
};
