/** Events by which pledges of several states become one. The names are the storage format. */
import { Type } from 'typebox';
import { PARTNER_ROLES } from '../vocabulary.data.ts';
import { besideUnits, MoneyField } from './announcement-fields.ts';
import { withNothingBeside } from './announcement-upcasters.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, QuantityField, StateCode, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

const part = {
  role: oneOf(PARTNER_ROLES),
  /** Per cent of the whole. */
  share: orNull(Type.Number({ minimum: 0, maximum: 100 })),
  consentReference: Text,
};

export const MergeConsented = pledgeEvent({
  type: 'MergeConsented',
  owner: 'intake',
  visibility: 'PUBLIC',
  schemaVersion: 2,
  summary: 'The state agrees that this pledge goes into a joint one; nothing is merged yet.',
  data: Type.Object({
    pledgeId: Id,
    mergeId: Id,
    leadState: StateCode,
    ...part,
    consentedOn: Day,
    /** Pledges of the other states, as far as this one names them. */
    others: Type.Array(Id),
  }),
  upcasters: { 1: (data) => ({ ...(data as object), others: [] }) },
});

export const PledgesMerged = pledgeEvent({
  type: 'PledgesMerged',
  owner: 'intake',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  summary:
    'The pledge of the lead, and those of the others, go on as one joint pledge, which is opened right after.',
  data: Type.Object({
    pledgeId: Id,
    mergeId: Id,
    jointPledgeId: Id,
    lead: StateCode,
    /** One for each source. */
    shares: Type.Array(Type.Object({ pledgeId: Id, state: StateCode, ...part }), { minItems: 2 }),
    capabilityCode: Text,
    quantity: orNull(QuantityField),
    /** As stated for the joint pledge, or of all sources together. */
    ...besideUnits,
    /** Of all sources together; null where none promised an amount. */
    money: orNull(MoneyField),
    description: Text,
  }),
  upcasters: { 1: withNothingBeside },
});

export const PledgeMergedInto = pledgeEvent({
  type: 'PledgeMergedInto',
  owner: 'intake',
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['endedMatches'] },
  summary: 'The pledge goes on in a joint one; it is not counted beside it.',
  data: Type.Object({
    pledgeId: Id,
    mergeId: Id,
    jointPledgeId: Id,
    endedMatches: Type.Array(Type.Object({ gapId: Id, reservationId: Id })),
  }),
});

export const mergeEvents = [MergeConsented, PledgesMerged, PledgeMergedInto] as const;
