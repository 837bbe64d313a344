/** Accepted examples: a pledge is put under another code. */
import type { ReclassificationWishes } from '../../reclassification/reclassification.wishes.ts';
import { PLEDGE } from '../named-events.ts';
import { by } from '../wish.ts';
import type { WishesOf } from '../wish.ts';

export const reclassificationWishes: WishesOf<keyof ReclassificationWishes> = {
  ProposeReclassification: {
    type: 'ProposeReclassification',
    data: { pledgeId: PLEDGE, capabilityCode: 'FPU', reason: 'They are police' },
    meta: by('DESK'),
  },
  ReclassifyPledge: {
    type: 'ReclassifyPledge',
    data: { pledgeId: PLEDGE, capabilityCode: 'FPU' },
    meta: { ...by('SFGC'), actor: 'second person' },
  },
};
