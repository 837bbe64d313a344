/** Optional parts of an announcement: its speaker, its money and its terms. */
import { FUNDING_KINDS, LANGUAGES, SPEAKER_RANKS } from '@pledgeline/contracts';
import type { DataOf, Money } from '@pledgeline/contracts';
import { Day, OneOf, PledgeId, SomeOf, Stated, StatedShare, Text, Whole } from '@pledgeline/request-fields';

export class SpeakerRequest {
  @Text({ optional: true, max: 200, example: 'Suh Wook' })
  name?: string | null;

  @OneOf(SPEAKER_RANKS, { example: 'DEFENCE_MINISTER' })
  rank!: NonNullable<DataOf<'PledgeAnnounced'>['speaker']>['rank'];

  @Text({ optional: true, max: 200, example: 'Ministry of National Defence' })
  ministry?: string | null;
}

export class MoneyRequest {
  @Stated({ optional: true, example: 'up to 5000000', description: 'As a quantity is said.' })
  amount?: string | number | null;

  @Text({
    optional: true,
    max: 100,
    example: 'USD',
    description: 'ISO 4217, or in words; assumed to be USD where it is left out or says only "dollars".',
  })
  currency?: string | null;

  @OneOf(FUNDING_KINDS, { optional: true, example: 'VOLUNTARY' })
  funding?: Money['funding'];
}

export class TermsRequest {
  @Text({ optional: true, max: 100, example: 'UNMISS' })
  mission?: string | null;

  @Text({ optional: true, max: 200, example: 'Liberia', description: 'Name or ISO 3166 alpha-3 code.' })
  hostState?: string | null;

  @Text({ optional: true, max: 200, example: 'Chief U2' })
  post?: string | null;

  @Day({
    optional: true,
    example: '2027-01-01',
    description: 'The first day on which they are to be filled.',
  })
  postsFrom?: string | null;

  @Whole({ optional: true, max: 600, example: 24 })
  tourMonths?: number | null;

  @SomeOf(LANGUAGES, { optional: true, example: ['fr'] })
  languages?: string[] | null;

  @Text({ optional: true, max: 200, example: 'heads of military components' })
  targetGroup?: string | null;

  @Text({
    optional: true,
    max: 200,
    example: 'PBF',
    description: 'Code or name of an implementing body; another body by its name.',
  })
  implementingBody?: string | null;

  @Text({ optional: true, max: 500, example: 'programmatic activities of the mission' })
  use?: string | null;

  @Day({ optional: true, example: '2030-06-30', description: 'Until when money or posts are there.' })
  validUntil?: string | null;

  @Text({ optional: true, max: 200, example: 'engagement platoon' })
  unitType?: string | null;

  @PledgeId({ optional: true, description: 'The pledge of the unit that this is a part of.' })
  partOfUnit?: string | null;

  @StatedShare({
    optional: true,
    example: 50,
    description:
      'In per cent, or in words such as "double by 2027": a multiple becomes a target (StateTarget), and the state is asked for its baseline.',
  })
  womenShareTarget?: number | string | null;

  @Whole({ optional: true, max: 3, example: 2 })
  hospitalLevel?: number | null;

  @Day({ optional: true, example: '2021-03-01' })
  accreditedOn?: string | null;

  @Stated({ optional: true, example: 1_000_000_000, description: 'Owed in all, where arrears are paid.' })
  arrearsOwed?: string | number | null;
}
