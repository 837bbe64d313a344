/** What follows when something was recorded on a pledge: the page waits until it knows it, says so, and goes on to the next task. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { withoutAct } from '../../addresses/act-address.ts';
import { pastIn, pledgeAddress } from '../../addresses/addresses.ts';
import { sayNext, takeSaid } from '../../parts/said-next.ts';
import type { Said } from '../../parts/said-next.ts';
import { ask } from '../../server/api.ts';
import type { Answer, Answered } from '../../server/api.ts';
import type { Recorded } from '../../server/commands.ts';
import { Refused } from '../../server/problem.ts';
import { commandName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { historyKey } from './history.tsx';
import type { Neighbours } from './in-queue.tsx';

type Details = Answer<'/pledges/{pledgeId}'>;

interface OfPledge {
  readonly pledge: Details;
  /** As the address calls it. */
  readonly named: string;
  readonly neighbours: Neighbours;
  readonly onRead: (answered: Answered<Details>) => void;
}

export interface Acting {
  readonly notice: Said | null;
  /** @param after what the answer has to know, as a command answered it. */
  readonly readAnew: (after?: string) => Promise<void>;
  readonly onRecorded: (recorded: Recorded) => void;
  /** The form is closed, and nothing was sent. */
  readonly onClose: () => void;
}

export const useActing = ({ pledge, named, neighbours: { place, next }, onRead }: OfPledge): Acting => {
  const search = useSearch();
  const past = pastIn(search);
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [notice, setNotice] = useState<Said | null>(takeSaid);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const readAnew = async (after?: string): Promise<void> => {
    const params = { path: { pledgeId: named }, query: past };
    const known = after === undefined ? past : { ...past, after };
    const answered = await ask('/pledges/{pledgeId}', { ...params, query: known });
    queries.setQueryData(['/pledges/{pledgeId}', params], answered);
    onRead(answered);
    await queries.invalidateQueries({ queryKey: historyKey(pledge.pledgeId) });
    void queries.invalidateQueries({
      predicate: ({ queryKey: [path] }) => path === '/work-queue' || path === '/pledges',
    });
  };
  const onRecorded = ({ after, repeated }: Recorded): void => {
    const command = new URLSearchParams(search).get('do') ?? '';
    const name = commandName(command);
    // The next task as it stood when this one was done: who goes on meets no list that has moved meanwhile.
    const onward = place?.waitsFor.includes(command) ? next : null;
    setNotice({ text: say().form.waits });
    navigate(withoutAct(pledge.reference, search));
    const readUntilThere = async (): Promise<void> => {
      try {
        await readAnew(after);
        const text = repeated ? say().form.repeated(name) : say().form.recorded(name);
        setNotice({ text });
        if (onward === null || !isOpen.current) return;
        if (!onward.startsWith(`${pledgeAddress(pledge.reference)}?`))
          sayNext({ text, about: pledge.reference });
        navigate(onward);
      } catch (error) {
        setNotice({ text: say().form.notYet });
        if (!isBehind(error)) return;
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
        if (isOpen.current) await readUntilThere();
      }
    };
    void readUntilThere();
  };
  return { notice, readAnew, onRecorded, onClose: () => navigate(withoutAct(pledge.reference, search)) };
};

/** The server waits some seconds for what it does not know yet, before it says so. */
const isBehind = (error: unknown): boolean =>
  error instanceof Refused && error.problem.code === 'NOT_YET_VISIBLE';
const ASK_AGAIN_MS = 1000;
