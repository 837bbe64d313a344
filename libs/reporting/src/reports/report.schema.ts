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
  whole,
  type Static,
  described,
  oneOfSchemas,
} from '../answers/answer-schema.ts';
import { ROLES } from '@pledgeline/contracts';
import { definedByFields } from '../answers/definitions.ts';
import { REGISTER_FILTERS, type Question } from './report-question.ts';

/** What one report or another may be asked. */
const REPORT_PARAMETERS = ['by', ...REGISTER_FILTERS, 'since', 'within'] as const;

export const COUNTED_KINDS = ['pledges', 'states', 'gaps', 'courses', 'years'] as const;

const figure = object('Figure', {
  figure: text,
  name: text,
  unit: said(text, 'what it is a number of: pledges, states, units, persons, days, a currency'),
  definition: text,
  value: said(orNull(number), 'null where nothing can be said; a 0 was counted'),
  counted: said(
    object(
      'CountedOnFigure',
      {
        kind: oneOf(COUNTED_KINDS, 'CountedKind'),
        total: said(whole, 'how many they are'),
        ids: said(list(text), 'the first of them, in alphabetical order; not with `counted=none`'),
        href: said(text, 'where all of them are listed, a page at a time'),
      },
      ['ids'],
    ),
    'what the number rests on: references of pledges, codes of states, ids of gaps',
  ),
  published: said(
    list(object('PublishedFigure', { value: text, source: text })),
    'the same as others published it, in their words',
  ),
});

export const reportFields = {
  report: text,
  title: text,
  computedAt: said(instant, 'the clock when it was made'),
  ruleSet: text,
  ...definedByFields,
  ...answeredAt,
  question: described<Question>(mapOf(oneOfSchemas(text, number))),
  groups: list(object('FigureGroup', { code: text, name: text, figures: list(figure) })),
};

export const reportSchema = object('Report', reportFields);

export const reportListSchema = object('ReportList', {
  items: list(
    object('ReportSummary', {
      report: text,
      title: text,
      answers: text,
      by: list(text),
      takes: said(
        list(oneOf(REPORT_PARAMETERS)),
        'the parameters that it takes besides those of every question',
      ),
      readers: said(list(oneOf(ROLES)), 'the roles that may ask for it'),
      href: text,
    }),
  ),
  total: whole,
});

export const countedIdsSchema = object('CountedIdPage', {
  kind: oneOf(COUNTED_KINDS, 'CountedKind'),
  items: said(
    list(text),
    'references of pledges, codes of states, ids of gaps, years of pledges, in alphabetical order',
  ),
  next: said(orNull(text), 'cursor of the next page; null on the last'),
  total: said(whole, 'of all pages, now'),
  ...definedByFields,
  ...answeredAt,
});

export type AnsweredReport = Static<typeof reportSchema>;
export type AnsweredGroup = AnsweredReport['groups'][number];
export type AnsweredFigure = AnsweredGroup['figures'][number];
export type ReportList = Static<typeof reportListSchema>;
export type CountedIds = Static<typeof countedIdsSchema>;
