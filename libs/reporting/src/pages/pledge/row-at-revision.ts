/** How did this pledge stand after one of its events, as it was recorded then? Decision 58. */
import { mayReadEvent, type Caller } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import type { AsOfQuery } from '../../answers/as-of.ts';
import type { Sources } from '../../read-models/question.ts';
import { lifeOf, shownTo, type Life, type Shown } from './life.ts';

export interface AtRevision {
  readonly atRevision?: number | undefined;
}

/**
 * @throws {Rejected} PLEDGE_NOT_FOUND; AT_REVISION_AND_DAY together with another past; UNKNOWN_EVENT for a revision that is not there,
 * and in the same words for one that the caller may not read.
 */
export const rowAtRevision = async (
  { pledgeId, atRevision, asOf, knownAt }: { pledgeId: string; atRevision: number } & AsOfQuery,
  caller: Caller,
  { streams, signal }: Pick<Sources, 'streams' | 'signal'>,
): Promise<Shown> => {
  if (asOf !== undefined || knownAt !== undefined) throw twoPasts();
  const life = await lifeOf(streams, pledgeId, signal);
  return (await stoodAfter(life, 'atRevision', atRevision, caller)).shown;
};

export interface StoodAfter {
  readonly event: RecordedEvent;
  /** Read on the day on which the event was recorded. */
  readonly shown: Shown;
}

/** @param field in which the revision was given. @throws {Rejected} UNKNOWN_EVENT */
export const stoodAfter = async (
  life: Life,
  field: string,
  revision: number,
  caller: Caller,
): Promise<StoodAfter> => {
  const event = life.events[revision];
  if (event === undefined || !mayReadEvent(caller, event, life.concerned))
    throw unknownEvent(field, revision);
  const row = (await life.after([revision])).get(revision);
  // Nothing had announced it by then.
  if (row === undefined) throw unknownEvent(field, revision);
  return { event, shown: shownTo(caller, row, life, event.recordedAt) };
};

const twoPasts = (): Rejected =>
  new Rejected(
    'invalid',
    'AT_REVISION_AND_DAY',
    'atRevision shows what stood after one event, as it was recorded: leave asOf and knownAt out, or ask by them alone.',
    { field: 'atRevision' },
  );

const unknownEvent = (field: string, revision: number): Rejected =>
  new Rejected(
    'invalid',
    'UNKNOWN_EVENT',
    `There is no event #${revision} of this pledge that you may read: name one that its history shows.`,
    { field },
  );
