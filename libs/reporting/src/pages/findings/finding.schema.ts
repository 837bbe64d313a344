/** How answers about findings look. */
import { FINDING_OUTCOMES, PERFORMANCE_RESULTS, PERFORMANCE_TOOLS } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPageFields,
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Static,
} from '../../answers/answer-schema.ts';
import { outcome, pledges, courses, evaluations, relatedNeed } from '../loop/neighbours.schema.ts';
import { relative } from '../pledge/promise-shape.schema.ts';

const finding = {
  findingId: uuid,
  pledgeId: said(uuid, 'the pledge of the unit about which it was found'),
  reference: text,
  memberState: text,
  memberStateName: text,
  capabilityCode: orNull(text),
  mission: said(orNull(text), 'where the unit was'),
  assessmentId: uuid,
  assessedOn: day,
  tool: oneOf(PERFORMANCE_TOOLS),
  toolName: text,
  result: said(
    orNull(oneOf(PERFORMANCE_RESULTS)),
    'of the whole assessment; null for trainers, who read findings alone',
  ),
  reportReference: said(orNull(text), 'null for trainers'),
  text,
  needId: said(orNull(uuid), 'the need it led to'),
  ledToPledgeId: said(orNull(uuid), 'the pledge it led to'),
  outcome,
};

const item = object('FindingFound', finding);

const counted = <const Words extends readonly string[]>(title: string, words: Words, listName: string) =>
  list(object(title, { code: oneOf(words, listName), findings: whole }));

export const findingList = object('FindingPage', {
  ...countedPageFields(item),
  byTool: said(
    counted('FindingsByTool', PERFORMANCE_TOOLS, 'PerformanceTool'),
    'of all that were found, also on other pages',
  ),
  byOutcome: counted('FindingsByOutcome', FINDING_OUTCOMES, 'FindingOutcome'),
  byResult: said(
    counted('FindingsByResult', PERFORMANCE_RESULTS, 'PerformanceResult'),
    'where the reader may read it',
  ),
});

export const findingPage = object('FindingDetails', {
  ...finding,
  unit: said(relative, 'what comes before it: the pledge of the unit'),
  need: said(orNull(relatedNeed), 'what comes after it'),
  pledges: said(pledges, 'to which it led, straight or by its need'),
  courses: said(courses, 'that were held for them'),
  evaluations,
  ...answeredAt,
});

export type FindingAnswer = Static<typeof item>;
export type FindingList = Static<typeof findingList>;
export type FindingPage = Static<typeof findingPage>;
