/** An event as its corrections leave it, and what it said before. The server answers it as it was recorded, with them beside. Pure. */
import type { PledgeEvent } from './pledge-event.ts';

/** A business day that was put right is put right as well where the data repeats it, as the server does. */
export const putRight = (event: PledgeEvent): PledgeEvent =>
  corrections(event).reduce((sofar, changes) => {
    const named = new Map(changes.map(({ field, new: better }) => [field, better]));
    const before = sofar.metadata.occurredOn;
    const occurredOn = named.has(DAY) ? ((named.get(DAY) ?? null) as string | null) : before;
    const data = Object.fromEntries(
      Object.entries({ ...sofar.data, ...Object.fromEntries(named) })
        .filter(([field]) => field !== DAY || DAY in sofar.data)
        .map(([field, value]) => [
          field,
          !named.has(field) && field.endsWith('On') && value === before ? occurredOn : value,
        ]),
    );
    return { ...sofar, data, metadata: { ...sofar.metadata, occurredOn } };
  }, event);

/** What a field said before, the first value first; empty where it was never put right. `occurredOn` is the business day. */
export const wasBefore = (event: PledgeEvent, field: string): readonly unknown[] => {
  const now = putRight(event);
  const own = event.corrections.filter((one) => one.field === field).map(({ old }) => old);
  const followsDay =
    own.length === 0 && field !== DAY && field.endsWith('On') && now.data[field] !== event.data[field];
  return followsDay ? wasBefore(event, DAY) : own;
};

const DAY = 'occurredOn';

type Corrected = PledgeEvent['corrections'][number];

/** A correction may change several fields at once. */
const corrections = ({ corrections: fields }: PledgeEvent): readonly (readonly Corrected[])[] =>
  [...new Set(fields.map(({ correctionId }) => correctionId))].map((id) =>
    fields.filter(({ correctionId }) => correctionId === id),
  );
