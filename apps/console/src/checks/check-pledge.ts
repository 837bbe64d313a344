/** Every event of a pledge that its reader may read, checked against one signed head after the other as the server hands them out. */
import { hashOfBase64, hexOf } from '@pledgeline/transparency/checks';
import { ask } from '../server/api.ts';
import type { Answer } from '../server/api.ts';
import { checkEvent } from './check-event.ts';
import type { EventChecked, ShownEvent } from './check-event.ts';
import { checkHead } from './check-head.ts';
import type { HeadChecked } from './check-head.ts';
import { DoesNotFit } from './misfit.ts';
import type { Misfit } from './misfit.ts';

export interface PledgeChecked {
  /** The newest head; null where it does not fit, so that nothing below it was checked. */
  readonly head: HeadChecked | null;
  readonly headMisfit: Misfit | null;
  readonly events: readonly EventChecked[];
  readonly misfits: readonly (Misfit & { readonly revision: number })[];
  /** Revisions that no head covers yet. */
  readonly waiting: readonly number[];
}

const AT_ONCE = 100;

/**
 * @param shown by the page, as far as it has loaded them.
 * @throws {Refused | Unanswered} where the server does not answer.
 */
export const checkPledge = async (pledgeId: string, shown: readonly ShownEvent[]): Promise<PledgeChecked> => {
  const onPage = new Map(shown.map((event) => [event.revision, event]));
  const proved = new Set<number>();
  const [events, misfits, waiting]: [EventChecked[], PledgeChecked['misfits'][number][], number[]] = [
    [],
    [],
    [],
  ];
  let head: HeadChecked | null = null;
  for (let from: number | null = 0; from !== null;) {
    const body = await pageFrom(pledgeId, from);
    const checked = await caught(headIn(body));
    if ('misfit' in checked) return { head: null, headMisfit: checked.misfit, events, misfits, waiting };
    head = checked.answer;
    for (const item of body.items) {
      proved.add(item.revision);
      const event = await caught(
        checkEvent(item, head.head, `pledge-${pledgeId}`, onPage.get(item.revision)),
      );
      if ('misfit' in event) misfits.push({ ...event.misfit, revision: item.revision });
      else events.push(event.answer);
    }
    waiting.push(...body.waiting);
    from = body.next;
  }
  for (const revision of onPage.keys())
    if (!proved.has(revision) && !waiting.includes(revision))
      misfits.push({ kind: 'unproved', about: '', revision });
  return { head, headMisfit: null, events, misfits, waiting };
};

const pageFrom = async (pledgeId: string, from: number): Promise<Answer<'/pledges/{pledgeId}/proof'>> =>
  (await ask('/pledges/{pledgeId}/proof', { path: { pledgeId }, query: { from, limit: AT_ONCE } })).body;

interface Claims {
  readonly checkpoint: string;
  readonly size: number;
  readonly rootHash: string;
}

const headIn = async ({ checkpoint, size, rootHash }: Claims): Promise<HeadChecked> => {
  const checked = await checkHead(checkpoint);
  const claimed = hashOfBase64(rootHash);
  if (size !== checked.head.size || claimed === undefined || hexOf(claimed) !== hexOf(checked.head.root))
    throw new DoesNotFit('claimed');
  return checked;
};

const caught = async <A>(
  check: Promise<A>,
): Promise<{ readonly answer: A } | { readonly misfit: Misfit }> => {
  try {
    return { answer: await check };
  } catch (error) {
    if (error instanceof DoesNotFit) return { misfit: error.misfit };
    throw error;
  }
};
