/** How announcements look in answers: the words, and what was said beside them. */
import {
  FUNDING_KINDS,
  SMART_PARTS,
  SPEAKER_RANKS,
  STANDINGS,
  TAGS,
  type Money,
  type Quantity,
} from '@pledgeline/contracts';
import type { Pledge } from '@pledgeline/pledge';
import {
  day,
  flag,
  list,
  number,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Properties,
} from '../../answers/answer-schema.ts';

type Announcement = NonNullable<Pledge['announcement']>;
type Link = Pledge['links'][number];

export const quantity = orNull(
  object('Quantity', {
    min: orNull(number),
    max: orNull(number),
    unit: orNull(text),
    asStated: orNull(text),
  } satisfies Properties<Quantity>),
);

/** Units, persons and aircraft. */
export const counts = object('SideBySide', { units: quantity, persons: quantity, aircraft: quantity });

export const money = orNull(
  object('Money', {
    amountMin: orNull(number),
    amountMax: orNull(number),
    currency: text,
    currencyAssumed: flag,
    per: orNull(oneOf(['YEAR'], 'MoneyPeriod')),
    funding: orNull(oneOf(FUNDING_KINDS)),
    asStated: orNull(text),
  } satisfies Properties<Money>),
);

const speaker = orNull(
  object('Speaker', {
    name: orNull(text),
    rank: oneOf(SPEAKER_RANKS),
    ministry: orNull(text),
  } satisfies Properties<NonNullable<Announcement['speaker']>>),
);

export const terms = orNull(
  object('Terms', {
    mission: orNull(text),
    hostState: orNull(text),
    post: orNull(text),
    postsFrom: said(orNull(day), 'from which the posts are to be filled'),
    tourMonths: orNull(whole),
    languages: list(text),
    targetGroup: orNull(text),
    implementingBody: orNull(text),
    use: orNull(text),
    validUntil: orNull(day),
    unitType: orNull(text),
    partOfUnit: orNull(uuid),
    womenShareTarget: orNull(number),
    hospitalLevel: orNull(whole),
    accreditedOn: orNull(day),
    arrearsOwed: orNull(number),
  } satisfies Properties<NonNullable<Announcement['terms']>>),
);

export const announcement = object('Announcement', {
  pledgeId: uuid,
  reference: text,
  conference: orNull(text),
  memberState: text,
  memberStateAsStated: text,
  category: text,
  capabilityCode: orNull(text),
  quantity,
  strength: said(quantity, 'persons in all units together, where the state said so'),
  aircraft: said(quantity, 'in all units together'),
  money,
  description: text,
  timeframe: orNull(text),
  partners: list(text),
  announcedOn: orNull(day),
  source: text,
  duplicateChecked: {
    ...orNull(flag),
    description:
      'Null where nobody could look for a pledge like it when it was entered; true only of old announcements that are flagged as a repeat.',
  },
  additional: flag,
  additionalReason: orNull(text),
  lateEntry: flag,
  speaker,
  standing: oneOf(STANDINGS),
  renews: orNull(uuid),
  themes: list(oneOf(TAGS)),
  mainTheme: orNull(oneOf(TAGS)),
  terms,
  idea: orNull(uuid),
  need: orNull(uuid),
  missing: orNull(list(oneOf(SMART_PARTS))),
} satisfies Properties<Announcement>);

export const link = object('LinkedAnnouncement', {
  pledgeId: uuid,
  announcementId: uuid,
  memberState: text,
  conference: orNull(text),
  wording: text,
  quantity,
  strength: said(quantity, 'persons in all units together, where it said so'),
  aircraft: said(quantity, 'in all units together'),
  money,
  announcedOn: orNull(day),
  source: text,
  speaker,
} satisfies Properties<Link>);
