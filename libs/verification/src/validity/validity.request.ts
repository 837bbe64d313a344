/** Body of the act by which an offer stays open. */
import { Day, OccurredOn } from '@pledgeline/request-fields';

export class RenewPledgeRequest {
  @Day({ optional: true, description: 'New end of validity; the longest allowed when left out.' })
  validUntil?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
