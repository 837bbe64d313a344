/**
 * What words find a pledge: its reference, the promise as it was made and as it stands, and the state, the capability and the
 * partners by name. All of it is public, so that a word tells nobody what he may not read. Accountability page, section 15.
 */
import { capability } from '@pledgeline/contracts';
import { promisedIn, type Pledge } from '@pledgeline/pledge';
import { memberStateName } from './pledge-labels.ts';

export const wordsOfPledge = (pledge: Pledge): string => {
  const { announcement, capabilityCode, memberState, partnership, reference } = pledge;
  const partners = [...(partnership?.partners ?? [])].flatMap(({ state, body }) => [
    ...(state === null ? [] : [state, memberStateName(state)]),
    ...(body === null ? [] : [body]),
  ]);
  const words = [
    reference,
    promisedIn(pledge),
    announcement?.description ?? '',
    memberState,
    memberStateName(memberState),
    announcement?.memberStateAsStated ?? '',
    ...(capabilityCode === null ? [] : [capabilityCode, capability(capabilityCode)?.name ?? '']),
    ...partners,
  ];
  return [...new Set(words)].join(' \n');
};
