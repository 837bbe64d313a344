/** Bodies of the commands that record deliveries: courses, people, equipment, political acts and measurements. */
import { CONTRIBUTOR_PARTS, indicators, LIQUIDATION, POLITICAL_ACTS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, Figure, OccurredOn, OneOf, Parts, Text, Texts, Whole, YesNo } from '@pledgeline/request-fields';

type Contributor = DataOf<'CourseDelivered'>['contributors'][number];

export class ContributorRequest {
  @Text({ max: 500, example: 'JPN', description: 'Name or code of a state, or the name of a body.' })
  party!: string;

  @OneOf(CONTRIBUTOR_PARTS, { example: 'FUNDER' })
  part!: Contributor['part'];
}

export class DeliverCourseRequest {
  @Text({ optional: true, max: 100, example: 'TRG-ENG', description: 'What was taught, by the taxonomy.' })
  capabilityCode?: string | null;

  @Whole({ example: 40 })
  trained!: number;

  @Whole({ optional: true, min: 0, example: 12 })
  women?: number | null;

  @Whole({ optional: true, min: 0, description: 'Mission leaders among them.' })
  leaders?: number | null;

  @Text({ max: 500, example: 'Entebbe' })
  place!: string;

  @Text({ optional: true, max: 500, example: 'Regional Service Centre' })
  centre?: string | null;

  @Texts({ optional: true, max: 100, example: ['English', 'French'] })
  languages?: string[] | null;

  @Parts(ContributorRequest, { min: 0, optional: true })
  contributors?: ContributorRequest[] | null;

  @Day({ example: '2022-05-02' })
  from!: string;

  @Day({ example: '2022-05-13' })
  to!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class SecondExpertRequest {
  @Whole({ example: 2, description: 'Each fills a post of that title.' })
  persons!: number;

  @Text({ max: 500, example: 'Planner, U5' })
  post!: string;

  @Text({ optional: true, max: 500, example: 'MINUSCA', description: 'A code, or any name that means it.' })
  mission?: string | null;

  @Text({ optional: true, max: 500 })
  hostInstitution?: string | null;

  @Day({ example: '2030-01-01', description: 'The first day; it may lie ahead.' })
  from!: string;

  @Day({ example: '2031-01-01' })
  to!: string;

  @YesNo({ optional: true, description: 'True where there are more persons than posts that were promised.' })
  beyondPledge?: boolean | null;

  @OneOf([LIQUIDATION], {
    optional: true,
    description: 'For a mission that has closed, or whose host does not consent.',
  })
  exception?: DataOf<'ExpertSeconded'>['exception'];

  @Text({ optional: true, max: 500 })
  approver?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class EndSecondmentRequest {
  @OccurredOn()
  occurredOn?: string | null;
}

export class DeliverEquipmentRequest {
  @Text({ max: 500, example: 'Mine-protected vehicle' })
  item!: string;

  @Whole({ example: 4 })
  number!: number;

  @Text({ max: 500, example: 'Ghana' })
  receiver!: string;

  @YesNo({ optional: true, description: 'Left out when not known.' })
  inUse?: boolean | null;

  @Text({ optional: true, description: 'Why it is more than was pledged.' })
  note?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class RecordPoliticalActRequest {
  @OneOf(POLITICAL_ACTS, { example: 'ENDORSEMENT' })
  act!: DataOf<'PoliticalActRecorded'>['act'];

  @Text({ max: 500, example: 'Kigali Principles' })
  what!: string;

  @Text({ optional: true, max: 2000, example: 'https://example.org/kigali' })
  link?: string | null;

  @Text({ optional: true, max: 500, description: 'Reference of a document, where there is no link.' })
  document?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class MeasureTargetRequest {
  @OneOf(indicators.map(({ code }) => code), {
    example: 'WOMEN_IN_UNIT',
    description: `What was measured, and in what: ${indicators.map(({ code, unit }) => `${code} ${unit}`).join(', ')}.`,
  })
  indicator!: string;

  @Figure({ min: 0, example: 12 })
  low!: number;

  @Figure({ optional: true, min: 0, description: 'Of a range; the same as low when left out.' })
  high?: number | null;

  @Figure({ optional: true, min: 0, example: 15, description: 'What was aimed at.' })
  target?: number | null;

  @OccurredOn()
  occurredOn?: string | null;
}
