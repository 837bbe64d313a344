/** Judges by the event alone whether a correction is possible. */
import {
  correctedBy,
  daysIn,
  dayTooEarly,
  eventContract,
  fieldsOf,
  FIRST_OPERATION,
  isDay,
  struckEvent,
  valueInShape,
} from '@pledgeline/contracts';
import type { PledgeEvent } from '@pledgeline/contracts';
import type { Rejected, RecordedEvent } from '@pledgeline/event-sourcing';
import { ABOUT_THE_HISTORY } from '../annulment/annulment.state.ts';
import { conflict, forbidden, invalid } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import { BUSINESS_DATE, inChange, invalidAfter } from './correction-faults.ts';
import type { Change } from './correction.state.ts';

/** Fields that other streams took over from the event and use: a gap its reservation, a child its share. */
const HELD_ELSEWHERE: ReadonlyMap<string, readonly string[]> = new Map<
  PledgeEvent['type'],
  readonly string[]
>([
  [
    'PledgeMatched',
    [
      'mission',
      'quantity',
      'unit',
      'takes',
      'units',
      'persons',
      'aircraft',
      'personsPerUnit',
      'personsPerUnitFrom',
    ],
  ],
  ['PledgeSplit', ['children']],
  [
    'PledgesMerged',
    ['lead', 'shares', 'capabilityCode', 'quantity', 'strength', 'aircraft', 'money', 'description'],
  ],
  ['PledgeDerived', ['parents', 'kind']],
]);

/**
 * The refusal of these changes to this event; undefined when they are possible. A correction is not corrected: the event is
 * corrected once more. Events that the state may not read are not corrected, because the correction would disclose them. Ids and
 * the state of the pledge stay. The old value must be the present one, and the contract of the event must allow the new one.
 */
export const uncorrectable = (
  original: RecordedEvent,
  changes: readonly Change[],
  latest: string,
): Rejected | undefined => {
  const { type } = original;
  if (struckEvent(original) !== undefined) {
    return conflict('EVENT_ANNULLED', 'This event was annulled: there is nothing left to put right.', {
      field: 'corrects',
    });
  }
  const { visibility, ownStateMayRead } = eventContract(type);
  if (ABOUT_THE_HISTORY.has(type)) {
    return conflict(
      'EVENT_NOT_CORRECTABLE',
      'What puts a history right cannot be corrected. Correct its event once more.',
      {
        field: 'corrects',
      },
    );
  }
  if (visibility === 'INTERNAL' && !ownStateMayRead) {
    return forbidden(
      'EVENT_NOT_CORRECTABLE',
      `The state may not read ${type}, and it would read the correction.`,
      {
        field: 'corrects',
      },
    );
  }
  if (changes.length === 0) return nothingToChange();
  const fields = changes.map(({ field }) => field);
  const again = fields.findIndex((field, n) => fields.indexOf(field) !== n);
  if (again >= 0) {
    const message = `${fields[again] ?? ''} is changed twice.`;
    return invalid('FIELD_REPEATED', message, { field: inChange(again, 'field') });
  }
  for (const [n, change] of changes.entries()) {
    const refused = wrongChange(original, change, n) ?? tooEarly(type, change, n);
    if (refused) return refused;
  }
  const earliest = fields.includes(BUSINESS_DATE) ? FIRST_OPERATION : '';
  return invalidAfter(correctedBy(original, { changes: [...changes] }), changes, { latest, earliest });
};

/** What the correction changes only: what was stored before stays as it is. */
const tooEarly = (type: string, { field, new: value }: Change, n: number): Rejected | undefined => {
  const day = daysIn(type, field, value).find((one) => isDay(one) && one < FIRST_OPERATION);
  return day === undefined ? undefined : dayTooEarly(inChange(n, 'new'), day);
};

const wrongChange = (
  original: RecordedEvent,
  { field, old, new: value }: Change,
  n: number,
): Rejected | undefined => {
  const fixed = HELD_ELSEWHERE.get(original.type) ?? [];
  const free = fieldsOf(original.type).filter((name) => isFree(name) && !fixed.includes(name));
  const allowed = [...free, BUSINESS_DATE];
  if (!allowed.includes(field)) {
    return invalid('FIELD_NOT_CORRECTABLE', `${field} of ${original.type} cannot be corrected.`, {
      field: inChange(n, 'field'),
      allowed,
    });
  }
  const current = valueOf(original, field);
  if (!sameContent(valueInShape(field, old), current)) {
    return conflict('STALE_VALUE', `${field} has another value now.`, {
      field: inChange(n, 'old'),
      current,
    });
  }
  if (sameContent(value, current)) return nothingToChange();
  return sameContent(idsIn(value), idsIn(current))
    ? undefined
    : invalid('FIELD_NOT_CORRECTABLE', `Ids within ${field} cannot be corrected.`, {
        field: inChange(n, 'new'),
      });
};

const nothingToChange = () =>
  invalid('NOTHING_TO_CHANGE', 'A correction names what it changes.', { field: 'changes' });

const isFree = (field: string): boolean => !isId(field) && field !== 'memberState' && field !== 'reference';

const isId = (field: string): boolean => field.endsWith('Id');

const valueOf = ({ data, metadata }: RecordedEvent, field: string): unknown =>
  field === BUSINESS_DATE ? metadata.occurredOn : (data as Readonly<Record<string, unknown>>)[field];

/** All ids within the value, in their order. */
const idsIn = (value: unknown): readonly unknown[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([field, part]) => (isId(field) ? [part] : idsIn(part)));
