/** The states that carry a pledge, in one column: joint pledges are found by sets of states. */
import { statesOf, type Pledge } from '@pledgeline/pledge';

export const statesColumn = (pledge: Pledge): string => statesOf(pledge).join(' ');
