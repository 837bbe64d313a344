/** Judges by the events alone whether they may be struck: not what is about the history, nor what other streams took over. */
import { struckEvent, type DataOf, type PledgeEvent } from '@pledgeline/contracts';
import type { RecordedEvent, Rejected } from '@pledgeline/event-sourcing';
import { conflict } from '../refusal.ts';
import { ABOUT_THE_HISTORY } from './annulment.state.ts';

/** By whom; each ends the sentence of the refusal. */
const TAKEN_OVER: ReadonlyMap<string, string> = new Map<PledgeEvent['type'], string>([
  ['PledgeMatched', 'the gap that it filled'],
  ['MatchRefused', 'the gap that it refused'],
  ['MatchReleased', 'the gap that it released'],
  ['SelectionDeclined', 'the gap that got its place back'],
  ['VisitOutcomeNoted', 'the visit that it comes from'],
  ['PledgeSplit', 'the parts that were opened'],
  ['PledgeDerived', 'the pledges that it comes from'],
  ['RecordsCarriedOver', 'the pledge that they come from'],
  ['MergeConsented', 'the merger that it is for'],
  ['PledgesMerged', 'the joint pledge'],
  ['PledgeMergedInto', 'the joint pledge'],
]);

/** @param events that one command wrote, as they read now. @returns undefined when they may be struck. */
export const unannullable = (events: readonly RecordedEvent[]): Rejected | undefined => {
  for (const event of events) {
    const { type } = event;
    if (struckEvent(event) !== undefined) {
      return conflict('EVENT_ANNULLED', 'This event was annulled already.', { field: 'annuls' });
    }
    if (ABOUT_THE_HISTORY.has(type)) {
      return notAnnullable('What puts a history right stays on record: it is not annulled itself.');
    }
    const holder = TAKEN_OVER.get(type) ?? heldBy(event);
    if (holder !== undefined) return notAnnullable(`${type} was taken over by ${holder}.`);
  }
  return undefined;
};

const notAnnullable = (message: string): Rejected =>
  conflict('EVENT_NOT_ANNULLABLE', message, { field: 'annuls' });

/** Where the type alone does not say it. */
const heldBy = ({ type, data }: RecordedEvent): string | undefined => {
  const { endedMatches = [] } = data as Partial<DataOf<'PledgeWithdrawn'>>;
  if (endedMatches.length > 0) return 'the gaps whose places it gave back';
  if (type !== 'PledgeAnnounced') return undefined;
  const { idea, standing, renews } = data as DataOf<'PledgeAnnounced'>;
  if (idea !== null) return 'the idea that it took up';
  return standing === 'UPDATED' && renews !== null ? 'the pledge that it updated' : undefined;
};
