/** For each command one example that is accepted where the table of transitions allows it. Tests say what differs. */
import type { PledgeCommandType } from '../state.ts';
import type { WishesOf } from './wish.ts';
import { amendmentWishes } from './wishes/amendment-wishes.ts';
import { announcementWishes } from './wishes/announcement-wishes.ts';
import { caveatWishes } from './wishes/caveat-wishes.ts';
import { conditionWishes } from './wishes/condition-wishes.ts';
import { correctionWishes } from './wishes/correction-wishes.ts';
import { countingWishes } from './wishes/counting-wishes.ts';
import { deliveryWishes } from './wishes/delivery-wishes.ts';
import { deploymentWishes } from './wishes/deployment-wishes.ts';
import { implementationWishes } from './wishes/implementation-wishes.ts';
import { mergeWishes } from './wishes/merge-wishes.ts';
import { partnershipWishes } from './wishes/partnership-wishes.ts';
import { performanceWishes } from './wishes/performance-wishes.ts';
import { progressWishes } from './wishes/progress-wishes.ts';
import { readinessWishes } from './wishes/readiness-wishes.ts';
import { reclassificationWishes } from './wishes/reclassification-wishes.ts';
import { registrationWishes } from './wishes/registration-wishes.ts';
import { selectionWishes } from './wishes/selection-wishes.ts';
import { splitWishes } from './wishes/split-wishes.ts';
import { suspensionWishes } from './wishes/suspension-wishes.ts';
import { validityWishes } from './wishes/validity-wishes.ts';

export const wishes: WishesOf<PledgeCommandType> = {
  ...announcementWishes,
  ...amendmentWishes,
  ...countingWishes,
  ...conditionWishes,
  ...progressWishes,
  ...reclassificationWishes,
  ...suspensionWishes,
  ...partnershipWishes,
  ...mergeWishes,
  ...splitWishes,
  ...registrationWishes,
  ...validityWishes,
  ...readinessWishes,
  ...selectionWishes,
  ...caveatWishes,
  ...deploymentWishes,
  ...performanceWishes,
  ...correctionWishes,
  ...implementationWishes,
  ...deliveryWishes,
};
