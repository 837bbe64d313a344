/** Where a person goes who has signed in by a link: to what the link was to lead to, or to the page that his role begins with. */
import type { Role } from '@pledgeline/contracts';
import { ownPath } from './own-path.ts';

const OVERVIEW = '/console/';
const WORK_QUEUE = '/console/work-queue';

/** Whom nothing waits for begins elsewhere: who reads, and who takes events. */
const FIRST_PAGES: Readonly<Partial<Record<Role, string>>> = {
  AUDITOR: OVERVIEW,
  SUBSCRIBER: '/console/help',
  PUBLIC: OVERVIEW,
};

/**
 * @param next an address of ours that was asked for; another one, or the root, is left out.
 * @param hasPages false where no pages for people are served: then the root says where the API is.
 */
export const pageAfterSignIn = (next: string | undefined, role: Role, hasPages: boolean): string => {
  const wanted = ownPath(next);
  if (wanted !== '/' || !hasPages) return wanted;
  return FIRST_PAGES[role] ?? WORK_QUEUE;
};
