/** Which of two promises is the newer one. */
import type { Pledge } from '../state.ts';

/** Offers of one meeting stand beside each other, whatever their days; so do those of which nobody knows the day. */
export const announcedLater = (
  { announcement: one }: Pick<Pledge, 'announcement'>,
  { announcement: other }: Pick<Pledge, 'announcement'>,
): boolean => {
  const [day, before] = [one?.announcedOn ?? null, other?.announcedOn ?? null];
  const conference = one?.conference ?? null;
  if (conference !== null && conference === other?.conference) return false;
  return day !== null && before !== null && day > before;
};
