/** How answers about what a promise aims at look: what was aimed at, and what each side says of it. */
import type { TargetStanding } from '@pledgeline/pledge';
import {
  day,
  flag,
  number,
  object,
  oneOf,
  orNull,
  said,
  text,
  whole,
  type Properties,
} from '../../answers/answer-schema.ts';

const measured = object('MeasuredBySide', {
  indicator: text,
  low: number,
  high: said(number, 'the same as low where the value is exact'),
  unit: text,
  target: said(orNull(number), 'what was aimed at, as this side says'),
  measuredOn: day,
  by: oneOf(['EVALUATOR', 'STATE'], 'MeasuringSide'),
} satisfies Properties<NonNullable<TargetStanding['evaluator']>>);

export const targetStanding = object('TargetStanding', {
  indicator: text,
  name: text,
  unit: text,
  value: said(orNull(number), 'where it was stated as a number'),
  factor: said(orNull(number), 'of a relative promise: 2 for "double"'),
  baseline: orNull(number),
  baselineYear: orNull(whole),
  year: said(orNull(whole), 'by when'),
  target: said(orNull(number), 'the number aimed at; of a relative promise baseline times factor'),
  baselineMissing: said(flag, 'a relative promise whose baseline its state has not stated'),
  evaluator: said(orNull(measured), 'the newest measurement of an evaluator'),
  state: said(orNull(measured), 'what the state said last'),
  gap: said(orNull(number), 'how far below the target, by the low end; by the evaluator where there is one'),
  gapBy: orNull(oneOf(['EVALUATOR', 'STATE'], 'MeasuringSide')),
} satisfies Properties<TargetStanding>);
