/** What has to be kept of a promise and what became of it, as its page shows it. */
import { classOf, deliveryOf, rules, type Pledge } from '@pledgeline/pledge';
import type { Accountability } from './accountability.schema.ts';

export const accountabilityOnPage = (pledge: Pledge, today: string): Accountability => ({
  pledgeClass: classOf(pledge),
  ...deliveryOf(pledge, today, rules.inForce(today).fulfilledFromShare),
  lowerings: pledge.promise?.lowerings ?? [],
  closing: pledge.closing,
});
