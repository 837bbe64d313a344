/**
 * How many of the pledges that fit have which status, conference or the like. Each facet leaves out the filter that it is made for, so
 * that its numbers say what another value would find. It is counted by columns that its reader may ask by, as a filter is.
 */
import { PLEDGE_FACETS, type Caller, type PledgeFacet } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import { caveatsWhere } from '../../views/register/caveats.ts';
import { pledgesWhere, type PledgeFilters } from '../../views/register/pledge-filters.ts';
import { PLEDGE_REGISTER } from '../../views/register/register-row.ts';
import { conferenceNames } from '../../reports/progress/conference-names.ts';
import { facetRules, type FacetRule } from './pledge-facets.data.ts';
import type { PledgeList } from './pledge-list.schema.ts';

type Facet = PledgeList['facets'][number];

/** @throws {Rejected} FORBIDDEN for one by what the caller does not read. */
export const pledgeFacets = async (
  views: Views,
  asked: readonly PledgeFacet[],
  filters: PledgeFilters,
  caller: Caller,
): Promise<readonly Facet[]> => {
  for (const facet of asked) facetRules[facet].mustBeFor?.(caller, { field: 'facet', value: facet });
  return Promise.all(
    PLEDGE_FACETS.filter((facet) => asked.includes(facet)).map(async (facet) => {
      const counts = await countsOf(views, facet, { ...filters, [facet]: undefined }, caller);
      const { nameOf } = facetRules[facet];
      const names = facet === 'conference' ? await conferenceNames(views) : undefined;
      const values = [...counts].map(([value, count]) => {
        return { value, name: names?.get(value) ?? nameOf(value), count };
      });
      return { facet, values: inOrder(values, facetRules[facet]) };
    }),
  );
};

const countsOf = async (
  views: Views,
  facet: PledgeFacet,
  others: PledgeFilters,
  caller: Caller,
): Promise<ReadonlyMap<string, number>> => {
  const { column, valuesOf } = facetRules[facet];
  const where = { ...(await pledgesWhere(views, others)), ...caveatsWhere(others, caller) };
  const counts = new Map<string, number>();
  for (const { values, count } of await views.tally(PLEDGE_REGISTER, [column], where)) {
    for (const value of valuesOf(values[0] ?? null)) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return counts;
};

/** A value outside the order, such as a code of an older taxonomy, comes last. */
const inOrder = (values: Facet['values'], { order }: FacetRule): Facet['values'] => {
  const place = (value: string): number => order?.indexOf(value) ?? 0;
  return values.toSorted(
    (one, other) => (place(one.value) >>> 0) - (place(other.value) >>> 0) || (one.name < other.name ? -1 : 1),
  );
};
