/**
 * What became of promises, by the classes of accountability page, section 1: every pledge that counts is in one of them, so
 * that they add up. Beside them stand the promises that were made, which count announcements.
 */
import { classOf, type PledgeClass } from '@pledgeline/pledge';
import type { QueryContext } from '../answers/query-context.ts';
import { isSilentRow } from '../views/register/due-dates.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { countPledges } from './counting-rules.ts';
import type { Measure } from './figure.ts';
import { silentPledges, whatBecame as figures } from './figures.data.ts';
import { isOwnPromise } from './standing.ts';

/** Not what was split or merged: its parts count, or the joint pledge. */
export const isCounted = ({ pledge }: RegisterRow): boolean => classOf(pledge) !== null;

const isOf =
  (wanted: PledgeClass) =>
  ({ pledge }: RegisterRow): boolean =>
    classOf(pledge) === wanted;

const isJudged = ({ pledge }: RegisterRow): boolean => pledge.closing?.judged === true;

/** Silent is a mark beside the classes. */
export const whatBecameOf = ({ earliestToday }: QueryContext): readonly Measure<RegisterRow>[] => [
  countPledges(figures.promisesMade, isOwnPromise),
  countPledges(figures.pledgesCounted, isCounted),
  countPledges(figures.keptComputed, (row) => isOf('KEPT')(row) && !isJudged(row)),
  countPledges(figures.keptJudged, (row) => isOf('KEPT')(row) && isJudged(row)),
  countPledges(figures.keptPartly, isOf('KEPT_IN_PART')),
  countPledges(figures.underWay, isOf('UNDER_WAY')),
  countPledges(figures.registered, isOf('REGISTERED')),
  countPledges(figures.announcedOnly, isOf('ANNOUNCED_ONLY')),
  countPledges(figures.takenBack, isOf('TAKEN_BACK')),
  countPledges(silentPledges.withoutWord, (row) => isSilentRow(row, earliestToday)),
];
