/** How path parameters are shown in the API document. */
import { announcedPledgeId, ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS } from '@pledgeline/contracts';

/** The pledge is one of the sample data, so that the example works after an import. */
export const examples = {
  pledgeId: {
    name: 'pledgeId',
    format: 'uuid',
    example: announcedPledgeId({
      ...ANNOUNCEMENT_DEFAULTS,
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
