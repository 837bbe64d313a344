/** The statuses in which something can still happen, and is waited for, and those of pledges that are listed. */
import { END_STATUSES, REST_STATUSES, STATUSES, type Status } from './vocabulary.data.ts';

/** Neither at an end nor at rest: lifecycle page, section 4. */
export const OPEN_STATUSES: readonly Status[] = STATUSES.filter(
  (status) => !END_STATUSES.includes(status) && !REST_STATUSES.includes(status),
);

/** Of a pledge that is void there is nothing to do, and it is in no list: accountability page, section 9. */
export const LISTED_STATUSES: readonly Exclude<Status, 'VOID'>[] = STATUSES.filter(
  (status) => status !== 'VOID',
);
