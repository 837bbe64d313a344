/** What every report is: figures in groups, with the times and rules they were made under. */
import { REGISTER_FILTERS, type Question } from './report-question.ts';
import type { Caller } from '@pledgeline/contracts';
import { rules } from '@pledgeline/pledge';
import { mustReadAmongStates, mustReadAll } from '../visibility/audience.ts';
import { definedBy, type DefinedBy } from '../answers/definitions.ts';
import type { AnsweredAt, QueryContext } from '../answers/query-context.ts';
import type { Figure } from './figure.ts';

export interface Group {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** What some reports may be asked, and others not. */
export type Parameter = Exclude<keyof Question, 'by'>;

/** Who may read it. PUBLIC reports rest on public facts alone. */
export type Readers = 'PUBLIC' | 'MEMBER_STATES' | 'SECRETARIAT';

export interface ReportDefinition {
  readonly report: string;
  readonly title: string;
  /** In one sentence: the question it answers. */
  readonly answers: string;
  readonly readers: Readers;
  /** Values of `by`, the first being the default; absent where it cannot be grouped otherwise. */
  readonly by?: readonly string[];
  /** What it may be asked besides `by`: the filters of the register when absent. Whatever else is asked is refused. */
  readonly takes?: readonly Parameter[];
  readonly make: (context: QueryContext, question: Question) => Promise<readonly Group[]>;
}

/** In the order in which they are listed. */
export const parametersOf = ({
  by,
  takes = REGISTER_FILTERS,
}: ReportDefinition): readonly (keyof Question)[] => [...(by === undefined ? [] : ['by' as const]), ...takes];

export interface Report extends AnsweredAt, DefinedBy {
  readonly report: string;
  readonly title: string;
  /** The clock when it was made. */
  readonly computedAt: string;
  /** Rules in force on the day of the question; each decision names those it was taken under. */
  readonly ruleSet: string;
  readonly question: Question;
  readonly groups: readonly Group[];
}

/** @throws {Rejected} FORBIDDEN where the caller may not read what it rests on. */
export const madeReport = async (
  definition: ReportDefinition,
  context: QueryContext,
  question: Question,
  caller: Caller,
  now: string,
): Promise<Report> => {
  const { report, readers, make } = definition;
  const title = context.isSimulated ? `SIMULATED: ${definition.title}` : definition.title;
  if (readers === 'MEMBER_STATES') mustReadAmongStates(caller);
  if (readers === 'SECRETARIAT') mustReadAll(caller);
  const groups = await make(context, question);
  const ruleSet = rules.inForce(context.today).name;
  const defined = definedBy(context);
  return { report, title, computedAt: now, ruleSet, ...defined, ...context.answeredAt, question, groups };
};
