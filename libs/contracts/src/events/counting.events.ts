/** Events that say how a promise is to be counted: beside others, and over time. The names are the storage format. */
import { Type } from 'typebox';
import { TOTAL_KINDS } from '../vocabulary.data.ts';
import { NOTHING_BESIDE } from './announcement-defaults.ts';
import { besideUnits, MoneyField } from './announcement-fields.ts';
import { withNothingBeside } from './announcement-upcasters.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, QuantityField, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const PledgeCountedAgainst = pledgeEvent({
  type: 'PledgeCountedAgainst',
  owner: 'intake',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  summary: 'This pledge is part of an earlier total of the same state: the two are not added up.',
  data: Type.Object({
    pledgeId: Id,
    /** A CEILING ("up to 600") need not be used up; a PACKAGE is to be itemised. Of both counts what the parts leave. */
    kind: oneOf(TOTAL_KINDS),
    totalId: Id,
    /** How much of the total it takes; null: as much as it promises. */
    quantity: orNull(QuantityField),
    /** How much money of the total it takes; null: as much as it promises in the currency of the total. */
    money: orNull(MoneyField),
  }),
  // Version 1 took a share of a quantity alone.
  upcasters: { 1: (data) => ({ ...(data as object), money: null }) },
});

export const PhasesDeclared = pledgeEvent({
  type: 'PhasesDeclared',
  owner: 'intake',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  summary: 'What is promised comes in phases; the total is what they come to, never more.',
  data: Type.Object({
    pledgeId: Id,
    phases: Type.Array(
      Type.Object({
        /** As the state calls it: "year 1". */
        name: Text,
        quantity: QuantityField,
        ...besideUnits,
        from: orNull(Day),
        to: orNull(Day),
        condition: orNull(Text),
      }),
      { minItems: 1 },
    ),
    /** Each phase includes those before it: the highest is the total, not the sum. */
    cumulative: Type.Boolean(),
    total: QuantityField,
    /** Beside the total; null where a phase that makes it up states none. */
    ...besideUnits,
  }),
  upcasters: {
    1: (data) => {
      const { phases, ...said } = data as { readonly phases: readonly object[] };
      return { ...said, phases: phases.map(withNothingBeside), ...NOTHING_BESIDE };
    },
  },
});

export const countingEvents = [PledgeCountedAgainst, PhasesDeclared] as const;
