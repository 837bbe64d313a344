/** How deliveries look on the page of a pledge. */
import { CONTRIBUTOR_PARTS, FUNDING_KINDS, POLITICAL_ACTS } from '@pledgeline/contracts';
import type { Delivered, Secondment } from '@pledgeline/pledge';
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
  type Including,
  type Static,
} from '../../answers/answer-schema.ts';

type Course = Omit<Delivered['courses'][number], 'recordedBy'>;

const funds = object('DeliveredFunds', {
  currency: said(text, 'ISO 4217'),
  funding: orNull(oneOf(FUNDING_KINDS)),
  fund: orNull(text),
  funder: orNull(text),
  trancheYear: orNull(whole),
  pledged: orNull(number),
  committed: orNull(number),
  received: orNull(number),
} satisfies Properties<Delivered['funds'][number]>);

/** One course, wherever it is shown. */
export const courseFields = {
  courseId: uuid,
  capabilityCode: orNull(text),
  trained: whole,
  women: orNull(whole),
  leaders: orNull(whole),
  place: text,
  centre: orNull(text),
  languages: list(text),
  contributors: list(
    object('CourseContributor', {
      party: text,
      part: oneOf(CONTRIBUTOR_PARTS),
    } satisfies Properties<Course['contributors'][number]>),
  ),
  from: day,
  to: day,
} satisfies Properties<Course>;

const course = object('Course', courseFields);

const secondment = object('Secondment', {
  secondmentId: uuid,
  persons: whole,
  post: text,
  mission: orNull(text),
  hostInstitution: orNull(text),
  from: day,
  to: said(day, 'as planned'),
  endedOn: orNull(day),
  beyondPledge: said(flag, 'more than the posts that were promised'),
  months: said(whole, 'whole months of the tour, as planned or as it was'),
} satisfies Including<Secondment>);

export const deliveredOnPage = object('Delivered', {
  funds: said(list(funds), 'never summed over currencies, sources, funds, funders or years'),
  payments: said(
    list(
      object('Payment', {
        currency: text,
        funding: orNull(oneOf(FUNDING_KINDS)),
        fund: orNull(text),
        funder: orNull(text),
        trancheYear: orNull(whole),
        amount: number,
        receivedOn: day,
      } satisfies Properties<Delivered['payments'][number]>),
    ),
    'each amount that arrived, with its day',
  ),
  outstanding: said(
    list(
      object('OutstandingFunds', {
        giver: text,
        currency: text,
        funding: orNull(oneOf(FUNDING_KINDS)),
        amount: said(number, 'pledged less received, 0 when all came'),
      }),
    ),
    'where an exact amount was announced or, failing that, confirmed; by currency, giver and source',
  ),
  courses: list(course),
  training: object('DeliveredTraining', {
    trained: whole,
    women: said(orNull(whole), 'as far as stated'),
    leaders: orNull(whole),
  } satisfies Properties<Delivered['training']>),
  secondments: list(secondment),
  equipment: list(
    object('DeliveredEquipment', {
      item: text,
      receiver: text,
      number: whole,
      inUse: said(orNull(whole), 'how many are said to be in use'),
    } satisfies Properties<Delivered['equipment'][number]>),
  ),
  acts: list(
    object('PoliticalAct', {
      act: oneOf(POLITICAL_ACTS),
      what: text,
      link: orNull(text),
      document: orNull(text),
      doneOn: day,
    } satisfies Properties<Delivered['acts'][number]>),
  ),
  measurements: list(
    object('Measurement', {
      indicator: text,
      low: number,
      high: said(number, 'the same as low where the value is exact'),
      unit: text,
      target: said(orNull(number), 'what was aimed at'),
      measuredOn: day,
      by: said(oneOf(['EVALUATOR', 'STATE'], 'MeasuringSide'), 'whose measurement it is'),
    } satisfies Properties<Delivered['measurements'][number]>),
  ),
});

export type DeliveredOnPage = Static<typeof deliveredOnPage>;
