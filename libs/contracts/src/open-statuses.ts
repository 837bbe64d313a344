/** Statuses in which something can still happen, and is waited for. */
import { END_STATUSES, REST_STATUSES, STATUSES, type Status } from './vocabulary.data.ts';

/** Neither at an end nor at rest: lifecycle page, section 4. */
export const OPEN_STATUSES: readonly Status[] = STATUSES.filter(
  (status) => !END_STATUSES.includes(status) && !REST_STATUSES.includes(status),
);
