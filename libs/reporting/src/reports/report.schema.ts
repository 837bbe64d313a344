/** How reports look in the API document. */
import {
  answeredAt,
  instant,
  list,
  mapOf,
  number,
  object,
  oneOf,
  orNull,
  said,
  text,
} from '../answers/answer-schema.ts';
import { COUNTED_KINDS } from './figure.ts';
import type { Counted, Figure, Published } from './figure.ts';
import type { Group, Report } from './report.ts';
import type { ReportList, ReportSummary } from './report-catalogue.controller.ts';

const figure = object<Figure>({
  figure: text,
  name: text,
  unit: said(text, 'what it is a number of: pledges, states, units, persons, days, a currency'),
  definition: text,
  value: said(orNull(number), 'null where nothing can be said; a 0 was counted'),
  counted: said(
    object<Counted>({ kind: oneOf(COUNTED_KINDS), ids: list(text) }),
    'everything the number rests on: references of pledges, codes of states, ids of gaps',
  ),
  published: said(
    list(object<Published>({ value: text, source: text })),
    'the same as others published it, in their words',
  ),
});

export const reportSchema = object<Report>({
  report: text,
  title: text,
  computedAt: said(instant, 'the clock when it was made'),
  ruleSet: text,
  ...answeredAt,
  question: mapOf({ anyOf: [text, number] }),
  groups: list(object<Group>({ code: text, name: text, figures: list(figure) })),
});

export const reportListSchema = object<ReportList>({
  items: list(
    object<ReportSummary>({ report: text, title: text, answers: text, by: list(text), href: text }),
  ),
});
