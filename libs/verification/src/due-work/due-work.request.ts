/** Body of the operator's order to run the due work now. */
import { Day } from '@pledgeline/request-fields';

export class RunDueWorkRequest {
  @Day({
    optional: true,
    description: 'The day at whose end it is done: now when left out, or for today; never later.',
  })
  today?: string | null;
}
