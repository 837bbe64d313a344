/** Bodies of the acts by which a promise is made, spoken of again, received and taken back. */
import { categories, STANDINGS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Id, Names, OccurredOn, OneOf, Part, PledgeId } from '@pledgeline/request-fields';
import { ReplacedBy, Stated, Text, Texts, Whole, WrittenDay, YesNo } from '@pledgeline/request-fields';
import { MoneyRequest, SpeakerRequest, TermsRequest } from './announced-parts.request.ts';

/** Named as the columns of the pledge file, so that a row is a body. */
export class AnnouncePledgeRequest {
  @Id({
    optional: true,
    description: 'An id of your own, not of version 5. Left out, it derives from what is announced.',
  })
  pledgeId?: string | null;

  @PledgeId({
    optional: true,
    description: 'The pledge that this is: it is unchanged, or differs, and never another one.',
  })
  pledge?: string | null;

  @Text({
    optional: true,
    max: 100,
    example: '2021-seoul',
    description: 'Left out for a pledge made at none.',
  })
  conference?: string | null;

  @Text({
    max: 200,
    example: 'Republic of Korea',
    description: 'Name or ISO 3166 alpha-3 code; kept as stated.',
  })
  memberState!: string;

  @Text({
    optional: true,
    max: 20,
    example: 'KOR',
    description:
      'Beside it a name that no list knows is kept as stated; the name of another state is refused.',
  })
  isoAlpha3?: string | null;

  @OneOf(categories, { example: 'UNIT' })
  category!: string;

  @Text({ optional: true, max: 100, example: 'INF-BN' })
  capabilityCode?: string | null;

  @Stated({ optional: true, example: '1' })
  quantity?: string | number | null;

  @Text({ optional: true, max: 100, example: 'unit' })
  unit?: string | null;

  @Stated({
    optional: true,
    example: '850',
    description: 'Persons in all units together, beside a quantity that counts units.',
  })
  strength?: string | number | null;

  @Stated({
    optional: true,
    example: '3',
    description: 'Aircraft in all units together, beside a quantity that counts units.',
  })
  aircraft?: string | number | null;

  @Text({ example: 'One infantry battalion for a mission to be agreed' })
  description!: string;

  @Text({ optional: true, max: 500, example: 'within 60 days of a request' })
  timeframe?: string | null;

  @Names({
    optional: true,
    example: 'United States; Kenya',
    description: 'With semicolons between them. Commas and "and" also part names that are known.',
  })
  partners?: string | string[] | null;

  @WrittenDay({
    optional: true,
    example: '2021-12-07',
    description: 'Also as "7 Dec 2021", if it can mean one day only. Left out where no source gives a date.',
  })
  announcedOn?: string | null;

  @Text({ max: 2000, example: 'Note verbale 2021/118' })
  source!: string;

  @YesNo({
    optional: true,
    example: true,
    description: 'A new offer although another is like it: somebody checked. It counts as new.',
  })
  additional?: boolean | null;

  @Text({
    optional: true,
    max: 2000,
    example: 'A second battalion: note verbale 2021/131',
    description: 'What was found. Required with additional, and as public as the announcement.',
  })
  additionalReason?: string | null;

  @Whole({
    optional: true,
    max: 1000,
    example: 1,
    description: 'Of additional offers that are equal and give the same reason: which one this is, from 1.',
  })
  additionalNumber?: number | null;

  @YesNo({
    optional: true,
    example: false,
    description: 'What was promised is over already: its history is entered only now, on its true dates.',
  })
  lateEntry?: boolean | null;

  @ReplacedBy('additional, with additionalReason')
  duplicateChecked?: null;

  @Part(MoneyRequest, {
    optional: true,
    description: 'Beside what is counted; a quantity whose unit is a currency is money by itself.',
  })
  money?: MoneyRequest | null;

  @Part(SpeakerRequest, { optional: true, description: 'Who spoke for the state.' })
  speaker?: SpeakerRequest | null;

  @OneOf(STANDINGS, { optional: true, example: 'NEW', description: 'NEW when left out.' })
  standing?: DataOf<'PledgeAnnounced'>['standing'] | null;

  @PledgeId({ optional: true, description: 'The older pledge of the same state that is renewed or updated.' })
  renews?: string | null;

  @Texts({
    optional: true,
    max: 200,
    example: ['a4p-women', 'C-IED'],
    description: 'Beside those of the capability: by their codes or by any name that a register knows.',
  })
  themes?: string[] | null;

  @Text({
    optional: true,
    max: 200,
    example: 'a4p-women',
    description: 'One of the themes, its own or of the capability.',
  })
  mainTheme?: string | null;

  @Part(TermsRequest, { optional: true, description: 'Where, who for, how long, through whom.' })
  terms?: TermsRequest | null;

  @Id({ optional: true, description: 'The idea that became this pledge.' })
  idea?: string | null;

  @Id({ optional: true, description: 'The need that it answers.' })
  need?: string | null;
}

export class LinkAnnouncementRequest {
  @Id({ optional: true })
  announcementId?: string | null;

  @Text({ max: 200, example: 'Republic of Korea', description: 'Must be the state of the pledge.' })
  memberState!: string;

  @Text({ optional: true, max: 100, example: '2021-seoul' })
  conference?: string | null;

  @Text({ example: 'The Minister confirmed one infantry battalion' })
  wording!: string;

  @Stated({ optional: true, example: '1' })
  quantity?: string | number | null;

  @Text({ optional: true, max: 100, example: 'unit' })
  unit?: string | null;

  @Stated({ optional: true, example: '850', description: 'Persons in all units together.' })
  strength?: string | number | null;

  @Stated({ optional: true, example: '3', description: 'Aircraft in all units together.' })
  aircraft?: string | number | null;

  @WrittenDay({
    optional: true,
    example: '2021-12-08',
    description: 'Also as "8 Dec 2021", if it can mean one day only. Left out where no source gives a date.',
  })
  announcedOn?: string | null;

  @Text({ max: 2000, example: 'Press release of the Ministry of Defence' })
  source!: string;

  @Part(SpeakerRequest, { optional: true, description: 'Who spoke for the state.' })
  speaker?: SpeakerRequest | null;
}

export class AcknowledgePledgeRequest {
  @Text({ max: 500, example: 'DPO/2021/4471' })
  acknowledgementReference!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
