/** Events by which one pledge becomes several, and by which a pledge comes from others. The names are the storage format. */
import { Type } from 'typebox';
import { TAGS } from '../reference/tag.ts';
import {
  CAVEAT_FINDERS,
  CAVEAT_KINDS,
  DERIVATIONS,
  DOCUMENT_KINDS,
  LEVELS,
  STANDINGS,
  TRACKS,
  VISIT_OUTCOMES,
} from '../vocabulary.data.ts';
import { besideUnits, MoneyField, SpeakerField, TermsField } from './announcement-fields.ts';
import { withStartUnsaid, withNothingBeside } from './announcement-upcasters.ts';
import { eventsOf } from './event-contract.ts';
import { Count, Day, Id, oneOf, orNull, QuantityField, StateCode, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

/** Nothing was said beside the units of a child. */
const withPlainChildren = (data: unknown): unknown => {
  const split = data as { readonly children: readonly object[] };
  return { ...split, children: split.children.map(withNothingBeside) };
};

export const PledgeSplit = pledgeEvent({
  type: 'PledgeSplit',
  owner: 'intake',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['children.level', 'endedMatches'] },
  summary: 'The pledge goes on as its children, which are opened right after; it is not counted beside them.',
  data: Type.Object({
    pledgeId: Id,
    /** Whatever is left is a child too: `isRest`. */
    children: Type.Array(
      Type.Object({
        pledgeId: Id,
        capabilityCode: orNull(Text),
        quantity: orNull(QuantityField),
        ...besideUnits,
        /** Its share of the money, in the currency of the whole. */
        money: orNull(MoneyField),
        description: Text,
        level: orNull(oneOf(LEVELS)),
        isRest: Type.Boolean(),
      }),
      { minItems: 2 },
    ),
    /** Where the Secretariat split it: how the state agreed. */
    consentReference: orNull(Text),
    endedMatches: Type.Array(Type.Object({ gapId: Id, reservationId: Id })),
  }),
  upcasters: { 1: withPlainChildren },
});

export const PledgeDerived = pledgeEvent({
  type: 'PledgeDerived',
  owner: 'intake',
  schemaVersion: 4,
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['level', 'levelValidUntil', 'deployWithinDays'] },
  summary:
    'A registered pledge that comes from others; it is no new announcement, and stands for what it took over.',
  data: Type.Object({
    pledgeId: Id,
    parents: Type.Array(Id, { minItems: 1 }),
    kind: oneOf(DERIVATIONS),
    /** Readable, derived from the id, for people. */
    reference: Text,
    conference: orNull(Text),
    memberState: StateCode,
    memberStateAsStated: Text,
    category: Text,
    capabilityCode: orNull(Text),
    quantity: orNull(QuantityField),
    ...besideUnits,
    money: orNull(MoneyField),
    description: Text,
    timeframe: orNull(Text),
    deployWithinDays: orNull(Type.Integer({ minimum: 1 })),
    partners: Type.Array(Text),
    announcedOn: orNull(Day),
    source: Text,
    /** Of the announcement it carries on, with the tags that hold by now. */
    duplicateChecked: orNull(Type.Boolean()),
    speaker: orNull(SpeakerField),
    standing: oneOf(STANDINGS),
    renews: orNull(Id),
    themes: Type.Array(oneOf(TAGS)),
    mainTheme: orNull(oneOf(TAGS)),
    terms: orNull(TermsField),
    track: oneOf(TRACKS),
    level: orNull(oneOf(LEVELS)),
    levelValidUntil: orNull(Day),
    validUntil: orNull(Day),
    standsSince: orNull(Day),
    /** The way up to here, as far as it has dates. */
    acknowledgedOn: orNull(Day),
    registeredOn: orNull(Day),
    /** What has to be kept of it, where the whole had been lowered without a reference: more than it promises. */
    base: orNull(Type.Object({ quantity: orNull(QuantityField), money: orNull(MoneyField) })),
  }),
  upcasters: { 1: (data) => ({ ...(data as object), base: null }), 2: withNothingBeside, 3: withStartUnsaid },
});

const outcome = Type.Object({
  visitId: Id,
  outcome: oneOf(VISIT_OUTCOMES),
  conductedOn: Day,
  validUntil: orNull(Day),
  agreementReference: orNull(Text),
  eventId: Id,
});

const caveat = Type.Object({
  caveatId: Id,
  text: Text,
  kind: oneOf(CAVEAT_KINDS),
  blocking: Type.Boolean(),
  undeclared: Type.Boolean(),
  /** Who found it, and in which mission, where that is known: they confirm that it is lifted. */
  foundBy: orNull(oneOf(CAVEAT_FINDERS)),
  foundIn: orNull(Text),
  since: orNull(Day),
  liftedOn: orNull(Day),
  visibility: oneOf(['PUBLIC', 'MEMBER_STATES', 'INTERNAL']),
});

const condition = Type.Object({
  conditionId: Id,
  text: Text,
  declaredOn: orNull(Day),
});

/** Who found a caveat was not carried over before. */
const withFinders = (data: unknown): unknown => {
  const records = data as { readonly caveats: readonly object[] };
  return {
    ...records,
    caveats: records.caveats.map((held) => ({ ...held, foundBy: null, foundIn: null })),
  };
};

export const RecordsCarriedOver = pledgeEvent({
  type: 'RecordsCarriedOver',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  schemaVersion: 2,
  summary: 'Documents, visits, caveats and conditions of the pledge it comes from count for this one.',
  data: Type.Object({
    pledgeId: Id,
    documents: Type.Array(Type.Object({ kind: oneOf(DOCUMENT_KINDS), version: Count, eventId: Id })),
    documentHashes: Type.Array(Text),
    /** Only where the visit named this part of the unit. */
    lastAav: orNull(outcome),
    /** Open ones, each as narrow as it was: a split does not wash them off. */
    caveats: Type.Array(caveat),
    /** Open ones: what the whole depended on, its parts depend on. */
    conditions: Type.Array(condition),
  }),
  upcasters: { 1: withFinders },
});

export const splitEvents = [PledgeSplit, PledgeDerived, RecordsCarriedOver] as const;
