/** Path parameters that name a row: well formed, or a refusal that names the parameter. */
import { announcedPledgeId, ORDINARY_ENTRY, UNSAID } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';

/** A Nest pipe by shape, so that no Nest has to be imported here. */
const parameter = (pattern: RegExp, words: string) => ({
  transform: (value: unknown, { data: field = 'id' }: { readonly data?: string | undefined }): string => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new Rejected('invalid', 'ID_INVALID', `${field} must be ${words}.`, { field });
  },
});

export const uuid = parameter(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a UUID in lower case');
export const conferenceCode = parameter(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/, 'a code such as 2021-seoul');

/** How they are shown: the pledge is one of the sample data, so that the example works after an import. */
export const examples = {
  pledgeId: {
    name: 'pledgeId',
    format: 'uuid',
    example: announcedPledgeId({
      ...UNSAID,
      ...ORDINARY_ENTRY,
      conference: '2014-new-york',
      memberState: 'BGD',
      category: 'UNIT',
      capabilityCode: 'INF-BN',
      quantity: null,
      description: 'Self-sustained infantry units at the shortest possible notice',
      timeframe: 'shortest notice',
      partners: [],
      announcedOn: '2014-09-26',
      source: 'https://en.prothomalo.com/amp/story/bangladesh/PM-reaffirms-Bangladesh-s-support-to-UN',
    }),
  },
  gapId: { name: 'gapId', format: 'uuid' },
  visitId: { name: 'visitId', format: 'uuid' },
  code: { name: 'code', example: '2021-seoul' },
} as const;
