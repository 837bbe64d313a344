/** Accepted examples: what is delivered rests, and goes on. */
import type { SuspensionWishes } from '../../suspension/suspension.wishes.ts';
import { PLEDGE } from '../named-events.ts';
import { by } from '../wish.ts';
import type { WishesOf } from '../wish.ts';

export const suspensionWishes: WishesOf<keyof SuspensionWishes> = {
  SuspendPledge: {
    type: 'SuspendPledge',
    data: { pledgeId: PLEDGE, reason: 'The airport is closed' },
    meta: by('MISSION'),
  },
  ResumePledge: { type: 'ResumePledge', data: { pledgeId: PLEDGE }, meta: by('MISSION') },
};
