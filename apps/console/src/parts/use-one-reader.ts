/**
 * A browser has one session. When it is ended in another tab, or becomes that of another person or role, what its reader was shown
 * goes from this page, too. A session that has only run out leaves the page as it is: somebody may be writing.
 */
import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { listenToOtherTabs, tellOtherTabs } from '../server/other-tabs.ts';
import type { CurrentSession } from '../server/session.ts';

export const useOneReader = ({ session }: CurrentSession): void => {
  const queries = useQueryClient();
  const reader = session && JSON.stringify(session.caller);
  useEffect(() => {
    if (reader === null) return;
    tellOtherTabs(reader);
    return listenToOtherTabs((other) => {
      if (other !== reader) void queries.resetQueries();
    });
  }, [reader, queries]);
};
