/**
 * When something is due from a pledge, by its state alone. The register keeps it as a column, so that "what is due by
 * then" is a look-up. The work queue shows the same dates in detail.
 */
import { dayOf, earliestDay, OPEN_STATUSES } from '@pledgeline/contracts';
import { type Milestone, type Pledge, holesIn, isSilent, silentFrom, suspendedNow } from '@pledgeline/pledge';

/** What the dates of a row of the register follow from. */
interface Dated {
  readonly pledge: Pledge;
  readonly firstRecordedAt: string;
}

export const isOpen = ({ status }: Pledge): boolean => status !== null && OPEN_STATUSES.includes(status);

/** Only an offer that no mission has taken up yet is asked to be renewed: PCRS page, section 5.6. */
export const renewalDue = ({ status, validUntil }: Pledge): string | null =>
  status === 'REGISTERED' || status === 'MATCHED' ? validUntil : null;

/** The end of the promised time. */
export const promiseEnds = ({ status, mou }: Pledge): string | null =>
  status === 'DEPLOYED' ? (mou?.to ?? null) : null;

/** Of a plan that is agreed or under way, the earliest due first. */
export const openMilestones = ({ status, implementation }: Pledge): readonly Milestone[] =>
  status === 'PLANNED' || status === 'IN_PROGRESS'
    ? (implementation?.milestones ?? []).filter(({ metOn }) => metOn === null)
    : [];

/** Open milestones that somebody waits for: none while the pledge is suspended. Their dates stand until they are revised. */
export const awaitedMilestones = (pledge: Pledge): readonly Milestone[] =>
  suspendedNow(pledge) === undefined ? openMilestones(pledge) : [];

/** The first day that no state has the turn, from the one in place on. */
export const turnMissing = (pledge: Pledge): string | null => holesIn(pledge)[0]?.from ?? null;

/** Day of the last word that the reader may read; where he may read none, the day the pledge was recorded. */
export const heardOn = ({ pledge, firstRecordedAt }: Dated): string =>
  pledge.lastWord?.on ?? dayOf(firstRecordedAt);

/** Peers asked for it (seed 000): a word at least once a year. Without one the pledge is called silent from this day on. */
export const wordDue = (row: Dated): string | null => silentFrom(row.pledge, heardOn(row));

export const isSilentRow = (row: Dated, earliestToday: string): boolean =>
  isSilent(wordDue(row), earliestToday);

/** Of the open questions, which may be thousands; null where none is. */
const questionDue = ({ clarifications }: Pledge): string | null =>
  clarifications.reduce<string | null>(
    (first, { answered, dueOn }) => (answered || (first !== null && first <= dueOn) ? first : dueOn),
    null,
  );

/** Null where nothing is due by a day. */
export const earliestDue = (row: Dated): string | null => {
  const { pledge } = row;
  if (!isOpen(pledge)) return null;
  const milestone = awaitedMilestones(pledge)[0]?.dueOn ?? null;
  return earliestDay([
    questionDue(pledge),
    renewalDue(pledge),
    promiseEnds(pledge),
    milestone,
    turnMissing(pledge),
    wordDue(row),
  ]);
};
