/** What later events say of an event: that it was corrected, struck, or objected to. */
import { audienceOf, dayOf, redactedFor, type Caller, type DataOf } from '@pledgeline/contracts';
import type { RecordedEvent, Visibility } from '@pledgeline/event-sourcing';
import { isKnown, type AsOf } from '../../answers/as-of.ts';
import type { Life } from './life.ts';
import type { EventNamed, EventStruck, FieldCorrected, PastEvent } from './pledge-history.schema.ts';

export type Marks = Pick<PastEvent, 'corrections' | 'correctedBy' | 'struck' | 'annulledBy' | 'objection'>;

/** @param known the events that are known, and for the reader. */
export const marksIn = (
  known: readonly RecordedEvent[],
  { events, concerned }: Life,
  times: AsOf,
  caller: Caller,
): ((event: RecordedEvent) => Marks) => {
  const corrections = correctionsIn(known, audienceOf(caller, concerned));
  const struck = annulmentsIn(events.filter((event) => isKnown(event, times)));
  const objections = objectionsIn(known);
  const by = changedBy(known);
  return ({ id }) => ({
    corrections: corrections.get(id) ?? [],
    correctedBy: by.EventCorrected.get(id) ?? [],
    struck: struck.get(id) ?? null,
    annulledBy: by.EventAnnulled.get(id)?.[0] ?? null,
    objection: objections.get(id) ?? null,
  });
};

/** The events that change others, by the event that each changes. */
const changedBy = (known: readonly RecordedEvent[]) => {
  const found = {
    EventCorrected: new Map<string, readonly EventNamed[]>(),
    EventAnnulled: new Map<string, readonly EventNamed[]>(),
  };
  for (const { id, type, stream, revision, data } of known) {
    if (type !== 'EventCorrected' && type !== 'EventAnnulled') continue;
    const changed =
      type === 'EventCorrected'
        ? [(data as DataOf<'EventCorrected'>).corrects]
        : (data as DataOf<'EventAnnulled'>).annuls;
    for (const one of changed)
      found[type].set(one, [...(found[type].get(one) ?? []), { id, stream, revision }]);
  }
  return found;
};

/** Corrections by the event that they correct. A correction is for the same readers as that event. */
const correctionsIn = (
  known: readonly RecordedEvent[],
  audience: Visibility,
): ReadonlyMap<string, readonly FieldCorrected[]> => {
  const found = new Map<string, readonly FieldCorrected[]>();
  for (const event of known.filter(({ type }) => type === 'EventCorrected')) {
    const { correctionId, corrects, changes, reason } = redactedFor(
      event,
      audience,
    ) as DataOf<'EventCorrected'>;
    const fields = changes.map((change) => ({
      ...{ correctionId, recordedAt: event.recordedAt, reason },
      ...{ field: change.field, old: change.old, new: change.new },
    }));
    found.set(corrects, [...(found.get(corrects) ?? []), ...fields]);
  }
  return found;
};

/**
 * By the event that each strikes, for whoever may read that event: also for a state that reads it only because it was recorded for
 * that state.
 */
const annulmentsIn = (known: readonly RecordedEvent[]): ReadonlyMap<string, EventStruck> =>
  new Map(
    known
      .filter(({ type }) => type === 'EventAnnulled')
      .flatMap(({ data, recordedAt }) => {
        const { annulmentId, annuls, reason } = data as DataOf<'EventAnnulled'>;
        return annuls.map((id) => [id, { annulmentId, recordedAt, reason }] as const);
      }),
  );

/** By the event to which those object for whom it was recorded. An objection is for the same readers as the event. */
const objectionsIn = (known: readonly RecordedEvent[]): ReadonlyMap<string, PastEvent['objection']> =>
  new Map(
    known.flatMap(({ type, data, recordedAt }) => {
      if (type !== 'ActObjected') return [];
      const { events, reason, wholeAct } = data as DataOf<'ActObjected'>;
      return events.map((id) => [id, { objectedOn: dayOf(recordedAt), reason, wholeAct }] as const);
    }),
  );
