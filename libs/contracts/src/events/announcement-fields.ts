/** What an announcement says beside its words: who spoke, how much money, on which terms. All of it may be left unsaid. */
import { Type } from 'typebox';
import { FUNDING_KINDS, SPEAKER_RANKS } from '../vocabulary.data.ts';
import { Day, Id, oneOf, orNull, QuantityField, Text } from './field.ts';

/** Level of representation: seed-systems page, section A. */
export const SpeakerField = Type.Object({
  name: orNull(Text),
  rank: oneOf(SPEAKER_RANKS),
  ministry: orNull(Text),
});

/** What the units come to, all together: accountability page, section 11. Null where the state did not say. */
export const besideUnits = {
  /** Persons. */
  strength: orNull(QuantityField),
  aircraft: orNull(QuantityField),
};

const Amount = orNull(Type.Number({ minimum: 0 }));

/** A figure is money or a quantity, never both. */
export const MoneyField = Type.Object(
  {
    amountMin: Amount,
    amountMax: Amount,
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
    /** The currency was not named beyond doubt ("dollars"): not added to other amounts by default. */
    currencyAssumed: Type.Boolean(),
    per: orNull(oneOf(['YEAR'])),
    funding: orNull(oneOf(FUNDING_KINDS)),
    asStated: orNull(Type.String()),
  },
  { description: 'an amount as it was stated' },
);

/** Null as a whole where none of it was said. */
export const TermsField = Type.Object({
  mission: orNull(Text),
  /** The state that takes in an expert, a course or a facility. */
  hostState: orNull(Text),
  /** The post an expert or a planner fills. */
  post: orNull(Text),
  /** From when the posts are to be filled. */
  postsFrom: orNull(Day),
  tourMonths: orNull(Type.Integer({ minimum: 1 })),
  /** Of training, translation or staff: ISO 639-1. */
  languages: Type.Array(Type.String({ pattern: '^[a-z]{2}$' })),
  /** Whom a training is for. */
  targetGroup: orNull(Text),
  /** A code of the implementing bodies, or the name of another body. */
  implementingBody: orNull(Text),
  /** What money may be used for, such as programmatic activities of a mission. */
  use: orNull(Text),
  /** Until when money may be used, or posts are kept. */
  validUntil: orNull(Day),
  unitType: orNull(Text),
  /** The pledge of the battalion that an engagement platoon or another part belongs to. */
  partOfUnit: orNull(Id),
  womenShareTarget: orNull(Type.Number({ minimum: 0, maximum: 100 })),
  hospitalLevel: orNull(Type.Integer({ minimum: 1, maximum: 3 })),
  accreditedOn: orNull(Day),
  /** Money owed of which the pledge pays a part, in the currency of the pledge. */
  arrearsOwed: orNull(Type.Number({ minimum: 0 })),
});
