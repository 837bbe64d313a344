/** What pledges wait for besides their own rows, read once for all of them. */
import type { Views } from '@pledgeline/event-sourcing';
import { answersEndedIn } from '../answers-ended.ts';
import { missionsKnown } from '../missions-known.ts';
import { openMergers } from '../open-mergers.ts';
import { openVisits } from '../open-visits.ts';
import { everyRepeatUnseen } from '../repeats-unseen.ts';
import { missionsInDoubt } from './missions-in-doubt.ts';
import type { Around } from './task-rules.ts';

export const everythingAround = async (views: Views): Promise<Around> => ({
  visits: await openVisits(views),
  missions: missionsInDoubt(await missionsKnown(views)),
  mergers: await openMergers(views),
  repeats: await everyRepeatUnseen(views),
  answers: await answersEndedIn(views),
});
