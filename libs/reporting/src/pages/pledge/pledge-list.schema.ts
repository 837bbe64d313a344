/** How a list of pledges looks: what people scan for, with how many pledges there are by what they may be filtered. */
import { LEVELS, PLEDGE_FACETS, SMART_PARTS, STATUSES, TRACKS } from '@pledgeline/contracts';
import {
  countedPageFields,
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Static,
} from '../../answers/answer-schema.ts';
import { counts, money, quantity } from './announcement.schema.ts';
import { matching } from './matching.schema.ts';

const level = orNull(oneOf(LEVELS));

export const summaryFields = {
  pledgeId: uuid,
  reference: text,
  memberState: said(text, 'ISO 3166 alpha-3, or X- and a listed organisation'),
  memberStateName: text,
  conference: orNull(text),
  category: text,
  capabilityCode: orNull(text),
  themes: list(text),
  track: orNull(oneOf(TRACKS)),
  description: text,
  quantity,
  counts: said(counts, 'what the state stated, each under its name: counted, or beside what is counted'),
  money,
  missing: said(list(oneOf(SMART_PARTS)), 'what the promise leaves unsaid; BY_WHEN: no timeframe'),
  announcedOn: said(orNull(day), 'null when the source gives no date'),
  status: orNull(oneOf(STATUSES)),
  statusSince: day,
  level,
  deployWithinDays: said(orNull(whole), 'null where it is not said, and for who does not read it'),
  leftToMatch: matching.leftToMatch,
  validUntil: orNull(day),
  dueOn: said(orNull(day), 'the earliest day by which something is due'),
  lastWordOn: said(orNull(day), 'the day of the last word that the reader may read'),
  lastHeardOn: said(
    day,
    'from which silence is counted: the day of the last word that the reader may read, or else of the entry',
  ),
  revision: whole,
};

const item = object('Pledge', summaryFields);
const facet = object('FacetOfPledges', {
  facet: oneOf(PLEDGE_FACETS),
  values: said(
    list(
      object('FacetValue', {
        value: said(text, 'as the filter of the same name takes it'),
        name: text,
        count: said(whole, 'how many pledges that value would find under the other filters'),
      }),
    ),
    'those that some pledge has, in the order of their list or by name',
  ),
});

export const pledgeList = object('PledgePage', {
  ...countedPageFields(item),
  facets: said(list(facet), 'as asked for with `facet`; CSV has none'),
});

export type PledgeSummary = Static<typeof item>;
export type PledgeList = Static<typeof pledgeList>;
