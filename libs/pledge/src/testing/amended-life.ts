/** A pledge whose state changed its mind, told by name. */
import { exampleEvent, PLEDGE } from './named-events.ts';

export const amended = exampleEvent('PledgeAmended', '2025-08-01', {
  pledgeId: PLEDGE,
  changes: [
    {
      field: 'quantity',
      old: { min: 2, max: 3, unit: 'units', asStated: '2-3' },
      new: { min: 4, max: 4, unit: 'units', asStated: '4' },
    },
  ],
  reason: 'More can be spared',
  source: 'https://example.org/second',
  consentReference: null,
  conversion: null,
});
