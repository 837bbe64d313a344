/** What became of a finding: how far it has led, as its reader may see. Decision 46. */
import type { FindingOutcome, Status } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import type { Finding } from '@pledgeline/pledge';
import { pledgesOf, withSuccessors } from './neighbours.ts';

/** A promise that was taken back, or refused, is none. What goes on as others is looked at there. */
const TAKEN_BACK: readonly (Status | null)[] = ['WITHDRAWN', 'DECLINED', 'LAPSED', 'VOID'];

export const outcomeOf = async (views: Views, finding: Finding): Promise<FindingOutcome> => {
  const pledges = await withSuccessors(views, await pledgesOf(views, finding));
  if (pledges.some(({ evaluations }) => evaluations.length > 0)) return 'EVALUATED';
  if (pledges.some(({ delivered }) => (delivered?.courses.length ?? 0) > 0)) return 'COURSE';
  if (pledges.some(({ status }) => !TAKEN_BACK.includes(status))) return 'PLEDGE';
  return finding.needId === null ? 'OPEN' : 'NEED';
};
