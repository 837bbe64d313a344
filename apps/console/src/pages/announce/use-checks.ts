/** What the server says of an announcement while it is typed: what it would become, and whether it would be taken. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { checkAnnouncement, tryOut } from '../../server/commands.ts';
import type { AnnouncementCheck, Sending } from '../../server/commands.ts';
import { ANNOUNCES } from '../../server/who-announces.data.ts';
import { useSession } from '../../server/session.ts';

type Body = Sending['body'];

/** Who types is left in peace until he rests. */
const REST_MS = 500;
const NEEDED = ['memberState', 'category', 'description', 'source'];

export interface Checks {
  /** Enough is said for the server to say anything. */
  readonly isAsked: boolean;
  readonly isChecking: boolean;
  /** Null until it is known, and while who records what others did has named no paper. */
  readonly check: AnnouncementCheck | null;
  /** Why it would be refused as it is now. */
  readonly refusal: Error | null;
}

export const useChecks = (body: Body): Checks => {
  const session = useSession()?.session ?? null;
  const rested = useRested(body);
  const isAsked = session !== null && NEEDED.every((name) => rested[name] !== undefined);
  const role = session?.caller.role ?? '';
  // Officers who record what a state did say by which paper, before anything is said of it.
  const mayCheck = hasPaper(rested['onBehalfOf']) || ANNOUNCES.includes(role);
  const checked = useQuery({
    queryKey: ['/announcement-checks', rested],
    queryFn: () => checkAnnouncement(rested, session),
    enabled: isAsked && mayCheck,
    placeholderData: keepPreviousData,
  });
  const tried = useQuery({
    queryKey: ['/pledges?dryRun=true', rested],
    queryFn: async () => {
      await tryOut({ href: '/pledges', body: rested, session });
      return true;
    },
    enabled: isAsked,
  });
  return {
    isAsked,
    isChecking: isAsked && (checked.isFetching || tried.isFetching),
    check: (isAsked && checked.data) || null,
    refusal: isAsked ? tried.error : null,
  };
};

const hasPaper = (onBehalfOf: unknown): boolean => {
  const { paper } = (onBehalfOf ?? {}) as {
    readonly paper?: { readonly reference?: string; readonly date?: string };
  };
  return paper?.reference !== undefined && paper.date !== undefined;
};

const useRested = (body: Body): Body => {
  const said = JSON.stringify(body);
  const [rested, setRested] = useState(said);
  useEffect(() => {
    const timer = setTimeout(() => setRested(said), REST_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return JSON.parse(rested) as Body;
};
