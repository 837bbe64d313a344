/** The event by which a promise says what it aims at. The names are the storage format. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { Id, orNull, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

const Value = orNull(Type.Number({ minimum: 0 }));
const Year = orNull(Type.Integer({ minimum: 1948, maximum: 2100 }));

const target = {
  /** The number aimed at, where it was stated as one. */
  value: Value,
  /** Of a relative promise, such as 2 for "double", and what it starts from: null until the state says it. */
  factor: Value,
  baseline: Value,
  baselineYear: Year,
  /** By when. */
  year: Year,
};

export const TargetStated = pledgeEvent({
  type: 'TargetStated',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'What is aimed at was stated for a known indicator: a number, or a multiple of a baseline.',
  data: Type.Object({
    pledgeId: Id,
    indicator: Text,
    ...target,
    source: Text,
    /** What was aimed at before, and why no more; null where nothing that was stated changed. */
    before: orNull(Type.Object(target)),
    reason: orNull(Text),
  }),
});

export const targetEvents = [TargetStated] as const;
