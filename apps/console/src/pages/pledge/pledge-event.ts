/** One event of a pledge, as its history answers it. */
import type { Answer } from '../../server/api.ts';

export type PledgeEvent = Answer<'/pledges/{pledgeId}/history'>['items'][number];
