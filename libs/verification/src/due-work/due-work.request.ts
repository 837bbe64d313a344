/** Body of the operator's order to do now what is due. */
import { Day } from '@pledgeline/request-fields';

export class RunDueWorkRequest {
  @Day({ optional: true, description: 'The day for which it is done: today when left out, never later.' })
  today?: string | null;
}
