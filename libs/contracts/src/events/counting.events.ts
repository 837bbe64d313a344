/** Events that say how a promise is to be counted: beside others, and over time. The names are the storage format. */
import { Type } from 'typebox';
import { TOTAL_KINDS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, QuantityField, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const PledgeCountedAgainst = pledgeEvent({
  type: 'PledgeCountedAgainst',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'This pledge is part of an earlier total of the same state: the two are not added up.',
  data: Type.Object({
    pledgeId: Id,
    /** Of a CEILING ("up to 600") what the parts leave still counts; a PACKAGE counts by its parts alone. */
    kind: oneOf(TOTAL_KINDS),
    totalId: Id,
    /** How much of the total it takes; null: as much as it promises. */
    quantity: orNull(QuantityField),
  }),
});

export const PhasesDeclared = pledgeEvent({
  type: 'PhasesDeclared',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'What is promised comes in phases; the total is what they come to, never more.',
  data: Type.Object({
    pledgeId: Id,
    phases: Type.Array(
      Type.Object({
        /** As the state calls it: "year 1". */
        name: Text,
        quantity: QuantityField,
        from: orNull(Day),
        to: orNull(Day),
        condition: orNull(Text),
      }),
      { minItems: 1 },
    ),
    /** Each phase includes those before it: the highest is the total, not the sum. */
    cumulative: Type.Boolean(),
    total: QuantityField,
  }),
});

export const countingEvents = [PledgeCountedAgainst, PhasesDeclared] as const;
