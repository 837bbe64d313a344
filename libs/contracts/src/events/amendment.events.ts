/** The event by which a state changes what it promised. The names are the storage format. */
import { Type } from 'typebox';
import { MoneyField } from './announcement-fields.ts';
import { eventsOf } from './event-contract.ts';
import { termChanges } from './term-changes.ts';
import { Day, Id, oneOf, orNull, QuantityField, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

/** One field with what it said and what it says now; each field has its own kind of value. */
const change = <Field extends string, Value extends Type.TSchema>(field: Field, value: Value) =>
  Type.Object({ field: oneOf([field]), old: value, new: value });

export const PledgeAmended = pledgeEvent({
  type: 'PledgeAmended',
  owner: 'intake',
  schemaVersion: 4,
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['deployWithinDays'] },
  summary: 'The state changed its promise; each changed field has its old and its new value.',
  data: Type.Object({
    pledgeId: Id,
    changes: Type.Array(
      Type.Union([
        change('description', Text),
        change('timeframe', orNull(Text)),
        change('quantity', orNull(QuantityField)),
        change('strength', orNull(QuantityField)),
        change('aircraft', orNull(QuantityField)),
        change('money', orNull(MoneyField)),
        change('deployWithinDays', orNull(Type.Integer({ minimum: 1 }))),
        ...termChanges,
      ]),
      { minItems: 1 },
    ),
    reason: Text,
    source: Text,
    /** Consent of FGS, PD or DOS, where the change touches what they planned with. */
    consentReference: orNull(Text),
    /** Of money into another currency: units of the new one for one of the old, and the day of that rate. */
    conversion: orNull(Type.Object({ rate: Type.Number({ exclusiveMinimum: 0 }), on: Day })),
  }),
  // Version 1 changed no terms, and did not know by what rate another currency came in; version 2 changed neither strength nor
  // aircraft, and version 3 no start of posts.
  upcasters: {
    1: (data) => ({ ...(data as object), conversion: null }),
    2: (data) => data,
    3: (data) => data,
  },
});

export const amendmentEvents = [PledgeAmended] as const;
