/** The states of a pledge as columns of the register. */
import { statesOf, type Pledge } from '@pledgeline/pledge';
import type { RegisterRow } from './register-row.ts';

/** All that carry it, in one column: joint pledges are found by sets of states. */
export const statesColumn = (pledge: Pledge): string => statesOf(pledge).join(' ');

export const stateAndReference = ({ pledge }: RegisterRow): string =>
  `${pledge.memberState} ${pledge.reference}`;
