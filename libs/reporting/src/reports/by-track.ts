/** Groups by the track of a pledge or, before registration, the one that its capability leads to. */
import { nameOfCode } from '@pledgeline/contracts';
import { expectedTrack } from '../views/register/pledge-labels.ts';
import type { Grouping } from './grouped.ts';

export const UNDECIDED = 'UNDECIDED';

export const trackName = (code: string): string =>
  code === UNDECIDED ? 'not decided before registration' : nameOfCode('track', code);

export const byTrack: Grouping = {
  codesOf: ({ pledge }) => [expectedTrack(pledge) ?? UNDECIDED],
  nameOf: trackName,
};
