/** What stands in a form before anybody has typed. Pure. */
import type { Typed } from '../../forms/body.ts';

/** An address may say anything; only what can be an id is filled in. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param about what the address names. @returns undefined where the form begins empty. */
export const beginsWith = (command: string, reference: string, about: string | null): Typed | undefined => {
  if (command === 'ScheduleVisit') return { units: [reference] };
  if (command === 'MatchPledge' && about !== null && ID.test(about)) return { gapId: about };
  return undefined;
};
