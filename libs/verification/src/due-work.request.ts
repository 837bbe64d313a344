/** Body of the operator's order to do now what is due. */
import { Day } from './field.request.ts';

export class RunDueWorkRequest {
  @Day({ optional: true, description: 'The day for which it is done: today when left out, never later.' })
  today?: string | null;
}
