/** Who decides that two announcements are one pledge, and of which pledges; nobody else is offered it. */
import { OPEN_STATUSES } from '@pledgeline/contracts';
import type { Role, Status } from '@pledgeline/contracts';

export const LINKERS: readonly Role[] = ['DESK'];

/** @param status of the pledge that the announcement would be linked to. */
export const mayLink = (role: string, status: Status | null): boolean =>
  LINKERS.some((one) => one === role) && status !== null && OPEN_STATUSES.includes(status);
