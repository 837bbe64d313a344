/** Which events of a history are asked for, and in which order. */
import { pledgeEventTypes } from '@pledgeline/contracts';
import { AnyOfFilter, OneOfFilter } from '../../answers/filters.request.ts';
import type { OneOrMore } from '../../answers/one-or-more.ts';
import { PageRequest } from '../../answers/page.request.ts';
import { HISTORY_ORDERS } from './pledge-history.ts';

export class PledgeHistoryRequest extends PageRequest {
  @OneOfFilter([...HISTORY_ORDERS], {
    description: 'By revision: `asc` begins with the oldest event, `desc` with the newest.',
    default: 'asc',
  })
  order?: (typeof HISTORY_ORDERS)[number];

  @AnyOfFilter(pledgeEventTypes, { description: 'Events of this type; `total` counts them.' })
  type?: OneOrMore;
}
