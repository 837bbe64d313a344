/** What each of the chosen pledges offers the reader now, as its own answer says: who it will be sent for, and who not and why. */
import { useQueries } from '@tanstack/react-query';
import { ask } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { MANY } from './many.data.ts';

export interface Chosen {
  readonly pledgeId: string;
  readonly reference: string;
  readonly description: string;
}

type Details = Pick<Answer<'/pledges/{pledgeId}'>, 'commands' | 'notNow'>;

export interface Offer {
  readonly command: string;
  /** Where it is sent for each. */
  readonly targets: readonly (Chosen & { readonly href: string })[];
  readonly leftOut: readonly (Chosen & { readonly why: string })[];
}

/** @returns undefined while some have not been asked yet; acts that none of them offers are not among them. */
export const useOffers = (chosen: readonly Chosen[]): readonly Offer[] | undefined => {
  const asked = useQueries({
    queries: chosen.map(({ pledgeId }) => ({
      queryKey: ['/pledges/{pledgeId}', 'offered', pledgeId],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<Details> => {
        const { body } = await ask('/pledges/{pledgeId}', { path: { pledgeId } }, signal);
        return { commands: body.commands, notNow: body.notNow };
      },
    })),
  });
  if (asked.some(({ isPending }) => isPending)) return undefined;
  return offersOf(
    chosen,
    asked.map(({ data }) => data ?? { commands: [], notNow: [] }),
  );
};

/** Pure. @param answers in the order of the chosen. */
export const offersOf = (chosen: readonly Chosen[], answers: readonly Details[]): readonly Offer[] =>
  MANY.map((command) => {
    const each = chosen.map((one, n) => ({
      one,
      href: answers[n]?.commands.find((link) => link.command === command)?.href,
      why: answers[n]?.notNow.find((not) => not.command === command)?.detail ?? '',
    }));
    return {
      command,
      targets: each.flatMap(({ one, href }) => (href === undefined ? [] : [{ ...one, href }])),
      leftOut: each.flatMap(({ one, href, why }) => (href === undefined ? [{ ...one, why }] : [])),
    };
  }).filter(({ targets }) => targets.length > 0);
