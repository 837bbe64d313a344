/** What an event of another changed, for who was about to write to the same pledge. */
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../server/api.ts';
import { Changes } from './changes.tsx';
import { historyKey } from './history.tsx';

/** Whoever writes at the same time has written little. */
const LATEST = 20;

interface WhatChangedProps {
  readonly pledgeId: string;
  readonly eventId: string;
}

export const WhatChanged = ({ pledgeId, eventId }: WhatChangedProps) => {
  const latest = useQuery({
    queryKey: [...historyKey(pledgeId), 'latest'],
    queryFn: ({ signal }) =>
      ask(
        '/pledges/{pledgeId}/history',
        { path: { pledgeId }, query: { order: 'desc', limit: LATEST } },
        signal,
      ),
  });
  const event = latest.data?.body.items.find(({ id }) => id === eventId);
  return event === undefined ? null : <Changes event={event} sayNothing />;
};
