/** What is answered about reports. */
import type { Counted, Figure } from './figure.ts';
import type { Group, Report, ReportDefinition } from './report.ts';

export interface CountedOnFigure extends Pick<Counted, 'kind'> {
  readonly total: number;
  /** The first of them. */
  readonly ids: readonly string[];
  /** Where all of them are listed in pages. */
  readonly href: string;
}

export interface AnsweredFigure extends Omit<Figure, 'counted'> {
  readonly counted: CountedOnFigure;
}

export interface AnsweredReport extends Omit<Report, 'groups'> {
  readonly groups: readonly AnsweredGroup[];
}

export interface AnsweredGroup extends Omit<Group, 'figures'> {
  readonly figures: readonly AnsweredFigure[];
}

export interface ReportSummary extends Pick<ReportDefinition, 'report' | 'title' | 'answers'> {
  /** Values of `by`, the first being the default; empty where it cannot be grouped otherwise. */
  readonly by: readonly string[];
  readonly href: string;
}

export interface ReportList {
  readonly items: readonly ReportSummary[];
}
