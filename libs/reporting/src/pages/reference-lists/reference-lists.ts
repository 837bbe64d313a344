/** What can be pledged, and who can announce? Both are part of the code; read models are asked for names that the desk has entered. */
import {
  capabilities,
  memberStates,
  namesOfStates,
  resolveMemberState,
  type Theme,
} from '@pledgeline/contracts';
import type { Static } from '../../answers/answer-schema.ts';
import { asList } from '../../read-models/as-list.ts';
import type { ListStatesRequest, ListTaxonomyRequest } from './reference-list.request.ts';
import { stateList, taxonomyList } from './reference-list.schema.ts';

export const taxonomy = ({ category, track, theme }: ListTaxonomyRequest): Static<typeof taxonomyList> =>
  counted(
    capabilities.filter(
      (one) =>
        fits(category, one.category) &&
        fits(track, one.track) &&
        (theme === undefined || one.themes.includes(theme as Theme)),
    ),
  );

export const states = ({ memberState, kind, region }: ListStatesRequest): Static<typeof stateList> => {
  const code = memberState === undefined ? undefined : resolveMemberState(memberState);
  return counted(
    memberStates
      .filter((one) => fits(code, one.code) && fits(kind, one.kind) && fits(region, one.region))
      .map((one) => ({
        code: one.code,
        name: one.name,
        kind: one.kind,
        region: one.region,
        otherNames: otherNames.get(one.code) ?? [],
      })),
  );
};

const fits = (wanted: string | undefined, value: string): boolean => wanted === undefined || wanted === value;

const counted = <Item>(items: readonly Item[]) => ({ items, total: items.length });

const otherNames = new Map(
  memberStates.map(({ code, name }) => {
    const borne = namesOfStates().filter((one) => one.code === code && one.name !== name);
    return [code, [...new Set(borne.map((one) => one.name))]];
  }),
);

export const listTaxonomy = asList<ListTaxonomyRequest>(
  {
    name: 'listTaxonomy',
    cost: 'ROW',
    answer: (filters) => Promise.resolve({ content: taxonomy(filters) }),
  },
  { name: 'taxonomy', schema: taxonomyList },
);

export const listStates = asList<ListStatesRequest>(
  {
    name: 'listStates',
    cost: 'ROW',
    answer: (filters, caller, { contexts, inCodes }) =>
      contexts.ask({}, caller, async ({ views }) => ({ content: states(await inCodes(views, filters)) })),
  },
  { name: 'states', schema: stateList },
);
