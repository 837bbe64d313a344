/** How that which was given for a pledge looks on its page. */
import { CONTRIBUTOR_PARTS, FUNDING_KINDS, POLITICAL_ACTS } from '@pledgeline/contracts';
import type { Delivered } from '@pledgeline/pledge';
import {
  day,
  list,
  number,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
} from '../../answers/answer-schema.ts';
import type { DeliveredOnPage, Outstanding, SecondmentOnPage } from './delivered-on-page.ts';

type Course = Delivered['courses'][number];

const funds = object<Delivered['funds'][number]>('DeliveredFunds', {
  currency: said(text, 'ISO 4217'),
  funding: orNull(oneOf(FUNDING_KINDS)),
  fund: orNull(text),
  funder: orNull(text),
  trancheYear: orNull(whole),
  pledged: orNull(number),
  committed: orNull(number),
  received: orNull(number),
});

const course = object<Course>('Course', {
  courseId: uuid,
  capabilityCode: orNull(text),
  trained: whole,
  women: orNull(whole),
  leaders: orNull(whole),
  place: text,
  centre: orNull(text),
  languages: list(text),
  contributors: list(
    object<Course['contributors'][number]>('CourseContributor', {
      party: text,
      part: oneOf(CONTRIBUTOR_PARTS),
    }),
  ),
  from: day,
  to: day,
});

const secondment = object<SecondmentOnPage>('Secondment', {
  secondmentId: uuid,
  persons: whole,
  post: text,
  mission: orNull(text),
  hostInstitution: orNull(text),
  from: day,
  to: said(day, 'as planned'),
  endedOn: orNull(day),
  months: said(whole, 'whole months of the tour, as planned or as it was'),
});

export const deliveredOnPage = object<DeliveredOnPage>('Delivered', {
  funds: said(list(funds), 'never summed over currencies, sources, funds, funders or years'),
  outstanding: said(
    list(
      object<Outstanding>('OutstandingFunds', {
        currency: text,
        funding: orNull(oneOf(FUNDING_KINDS)),
        amount: said(number, 'pledged less received, 0 when all came'),
      }),
    ),
    'where an amount was pledged or, failing that, announced; by currency and source',
  ),
  courses: list(course),
  training: object<Delivered['training']>('DeliveredTraining', {
    trained: whole,
    women: said(orNull(whole), 'as far as stated'),
    leaders: orNull(whole),
  }),
  secondments: list(secondment),
  equipment: list(
    object<Delivered['equipment'][number]>('DeliveredEquipment', {
      item: text,
      receiver: text,
      number: whole,
      inUse: said(orNull(whole), 'how many are said to be in use'),
    }),
  ),
  acts: list(
    object<Delivered['acts'][number]>('PoliticalAct', {
      act: oneOf(POLITICAL_ACTS),
      what: text,
      link: orNull(text),
      document: orNull(text),
      doneOn: day,
    }),
  ),
  measurements: list(
    object<Delivered['measurements'][number]>('Measurement', {
      indicator: text,
      low: number,
      high: said(number, 'the same as low where the value is exact'),
      unit: text,
      target: said(orNull(number), 'what was aimed at'),
      measuredOn: day,
    }),
  ),
});
