/** What happens to a need: offers to it are made, chosen, taken back, and it is closed. */
import type { DataOf } from '@pledgeline/contracts';
import { id, type Log, type When } from './a-log.ts';

export const publishNeed = (log: Log, need: string, over: Partial<DataOf<'NeedPublished'>> = {}): void => {
  log.add(need, 'NeedPublished', {
    ...{ needId: id(need), kind: 'TRAINING', capabilityCode: null, text: 'Nurses for a hospital' },
    ...{ memberState: 'VNM', body: null, number: 70, neededBy: null, languages: [] },
    ...{ conference: null, followsPledge: null, source: null, ...over },
  });
};

/** @param pledge the name of the pledge that promised it; null for none. */
export const offerTo = (
  log: Log,
  need: string,
  offer: string,
  pledge: string | null,
  over: Partial<DataOf<'OfferMade'>> = {},
): void => {
  log.add(need, 'OfferMade', {
    ...{ needId: id(need), offerId: id(offer), memberState: 'BGD', body: null, text: offer, number: 40 },
    ...{ pledgeId: pledge === null ? null : id(pledge), ...over },
  });
};

export const chooseOffer = (
  log: Log,
  need: string,
  offer: string,
  number: number | null = null,
  when: When = {},
) => log.add(need, 'OfferChosen', { needId: id(need), offerId: id(offer), number, reason: null }, when);

export const withdrawOffer = (log: Log, need: string, offer: string) =>
  log.add(need, 'OfferWithdrawn', { needId: id(need), offerId: id(offer), reason: 'It ended' });

export const closeNeed = (log: Log, need: string) =>
  log.add(need, 'NeedClosed', { needId: id(need), reason: 'Met' });
