/** What may be done about an idea: contacts about it are noted, a pledge comes of it, or it is dropped. */
import { mustActFor, ownerNamed } from '@pledgeline/contracts';
import type { DataOf, Role } from '@pledgeline/contracts';
import { conflict } from '../refusal.ts';
import type { Acts, Sender } from './act.ts';

/** The roles that keep ideas and the contacts about them. */
export const SECRETARIAT: readonly Role[] = ['DESK', 'SFGC', 'FGS', 'PD'];
export const RAISING: readonly Role[] = ['MS', 'PARTNER', ...SECRETARIAT];
/** SYSTEM: the policy that reads which idea an announcement names. */
export const SETTLING: readonly Role[] = ['MS', 'SYSTEM', ...SECRETARIAT];

export interface IdeaNow extends Pick<DataOf<'PledgeIdeaRaised'>, 'memberState'> {
  /** That came of it. */
  readonly pledges: readonly string[];
  readonly isDropped: boolean;
}

/** An idea that belongs to nobody yet is open to all. @throws {Rejected} FORBIDDEN */
export const mustActForWhose = ({ memberState }: Pick<IdeaNow, 'memberState'>, sender: Sender): void => {
  if (memberState !== null) mustActFor(sender, ownerNamed(memberState, null), { field: 'memberState' });
};

/** @throws {Rejected} IDEA_TAKEN_UP */
export const mustNotBeTakenUp = ({ pledges }: Pick<IdeaNow, 'pledges'>): void => {
  if (pledges.length === 0) return;
  throw conflict('IDEA_TAKEN_UP', 'A pledge came of this idea. It cannot be dropped any more.', { pledges });
};

export const ideaActs: Acts<IdeaNow> = {
  LogContact: { roles: SECRETARIAT },
  /** Also one that was dropped, because the pledge was made after all; one idea may move several states. */
  TakeUpIdea: { roles: SETTLING },
  DropIdea: {
    roles: SETTLING,
    mustBeTheirs: mustActForWhose,
    isNoop: ({ isDropped }) => isDropped,
    mustStand: mustNotBeTakenUp,
  },
};
