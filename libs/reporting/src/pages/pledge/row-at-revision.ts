/** How did this pledge stand after one of its events, as it was recorded then? Decision 58. */
import { mayReadEvent, type Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { AsOfQuery } from '../../answers/as-of.ts';
import type { Sources } from '../../read-models/question.ts';
import { lifeOf, shownTo, type Shown } from './life.ts';

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
  const event = life.events[atRevision];
  if (event === undefined || !mayReadEvent(caller, event, life.concerned)) throw unknownEvent(atRevision);
  const row = (await life.after([atRevision])).get(atRevision);
  // Nothing had announced it by then.
  if (row === undefined) throw unknownEvent(atRevision);
  return shownTo(caller, row, life, event.recordedAt);
};

const twoPasts = (): Rejected =>
  new Rejected(
    'invalid',
    'AT_REVISION_AND_DAY',
    'atRevision shows what stood after one event, as it was recorded: leave asOf and knownAt out, or ask by them alone.',
    { field: 'atRevision' },
  );

const unknownEvent = (atRevision: number): Rejected =>
  new Rejected(
    'invalid',
    'UNKNOWN_EVENT',
    `There is no event #${atRevision} of this pledge that you may read: name one that its history shows.`,
    { field: 'atRevision' },
  );
