/**
 * The read models as one reader may see them: every query, list, count and report reads through here, in the present and in
 * any past. Rows that are not the reader's are not there, neither in an answer nor in a count; of the others, what is not
 * for him is empty. A view without a rule is for readers of all alone.
 */
import { isOneOf, readsAll, readsAmongStates, readsInternalOf } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import type { Condition, FoundRow, Views, ViewQuery } from '@pledgeline/event-sourcing';
import { concernedIn } from '@pledgeline/pledge';
import { CONFERENCE_LIST } from '../conferences/conference-list.projection.ts';
import { FRESHNESS } from '../read-models/freshness.projection.ts';
import { GAP_BOARD } from '../gaps/gap-board.projection.ts';
import { IDEA_LIST } from '../ideas/idea-list.projection.ts';
import type { IdeaRow } from '../ideas/idea-list.projection.ts';
import { MISSION_CALENDAR } from '../missions/mission-calendar.projection.ts';
import { NEED_BOARD } from '../needs/need-board.projection.ts';
import { PLEDGE_REGISTER } from '../register/pledge-register.projection.ts';
import type { RegisterRow } from '../register/pledge-register.projection.ts';
import { REQUIREMENT_SHELF } from '../requirements/requirement-shelf.projection.ts';
import { VISIT_DIARY } from '../visits/visit-diary.projection.ts';
import type { VisitRow } from '../visits/visit-diary.projection.ts';
import { givenUp } from './given-up.ts';
import type { WithLastSeen } from './last-seen.ts';
import { registerQuestion } from './register-columns.ts';
import { registerRowAsSeenBy } from './register-row-as-seen.ts';

type Where = NonNullable<ViewQuery['where']>;

interface ViewRule {
  /** Which rows there are for him: conditions on columns; null for none. */
  readonly where: (caller: Caller) => Where | null;
  /** What of such a row. */
  readonly row: (row: never, caller: Caller) => unknown;
  /** The states that such a row concerns; none when absent. */
  readonly concerned?: (row: never) => readonly string[];
  /** The question by columns that are his; as it is when absent. */
  readonly question?: (query: ViewQuery, caller: Caller) => ViewQuery;
}

const whole = (row: unknown): unknown => row;
const everyRow = (): Where => ({});
const forEverybody: ViewRule = { where: everyRow, row: whole };
const forStates: ViewRule = { where: (caller) => (readsAmongStates(caller) ? {} : null), row: whole };

const rules: Readonly<Record<string, ViewRule>> = {
  [PLEDGE_REGISTER]: {
    where: everyRow,
    row: (row: RegisterRow, caller) => registerRowAsSeenBy(row, caller),
    concerned: ({ pledge }: RegisterRow) => concernedIn(pledge),
    question: registerQuestion,
  },
  [CONFERENCE_LIST]: forEverybody,
  [MISSION_CALENDAR]: forEverybody,
  [REQUIREMENT_SHELF]: forEverybody,
  /** Of the events that he reads whatever they concern. */
  [FRESHNESS]: {
    where: (caller) => ({
      visibility: { in: readsAmongStates(caller) ? ['PUBLIC', 'MEMBER_STATES'] : ['PUBLIC'] },
    }),
    row: whole,
  },
  [NEED_BOARD]: forStates,
  [GAP_BOARD]: forStates,
  /** What is expected of a state is not for it to know. */
  [IDEA_LIST]: {
    where: (caller) => (readsAmongStates(caller) ? { kind: 'IDEA' } : null),
    row: (row: IdeaRow) => ({ ...row, contacts: [] }),
  },
  [VISIT_DIARY]: {
    where: (caller) => (isOneOf([caller.state ?? ''], caller) ? { memberState: caller.state } : null),
    row: whole,
    concerned: ({ visit }: VisitRow) => [visit.memberState],
  },
};

const hidden: ViewRule = { where: () => null, row: () => undefined };

/**
 * For readers of all, the views themselves.
 * @param present of a past, the views of now: whose a pledge is they tell, for a state that left reads no past of it either.
 */
export const viewsSeenBy = (views: Views, caller: Caller, present: Views = views): Views => {
  if (readsAll(caller)) return views;
  const ruleOf = (view: string): ViewRule => rules[view] ?? hidden;

  const find = async <Row>(view: string, query: ViewQuery = {}): Promise<FoundRow<Row>[]> => {
    const rule = ruleOf(view);
    const asked = rule.question?.(query, caller) ?? query;
    const where = both(asked.where ?? {}, rule.where(caller));
    if (where === null) return [];
    const found = await views.find<Row>(view, { ...asked, where });
    return seen(view, rule, found);
  };
  const seen = async <Row>(view: string, rule: ViewRule, found: readonly FoundRow<Row>[]) => {
    const isPast = view === PLEDGE_REGISTER && present !== views;
    const left = isPast ? await givenUp(found as readonly FoundRow<never>[], present, caller) : null;
    return found.map(({ key, row }) => ({
      key,
      row: (left?.has(key) === true
        ? { ...asSeenBy(row, rule, { ...caller, state: null }), noLongerTheirs: true }
        : asSeenBy(row, rule, caller)) as Row,
    }));
  };
  const getMany = async <Row>(view: string, keys: readonly string[]): Promise<Map<string, Row>> => {
    const rule = ruleOf(view);
    const where = rule.where(caller);
    if (where === null) return new Map();
    const found = await views.getMany<Row>(view, keys);
    if (Object.keys(where).length > 0) {
      const shown = new Set((await views.find(view, { where })).map(({ key }) => key));
      for (const key of found.keys()) if (!shown.has(key)) found.delete(key);
    }
    const rows = [...found].map(([key, row]) => ({ key, row }));
    return new Map((await seen(view, rule, rows)).map(({ key, row }) => [key, row]));
  };

  return {
    ...views,
    find,
    getMany,
    get: async <Row>(view: string, key: string) => (await getMany<Row>(view, [key])).get(key),
    count: async (view, where = {}) => {
      const rule = ruleOf(view);
      const asked = both(rule.question?.({ where }, caller).where ?? where, rule.where(caller));
      return asked === null ? 0 : views.count(view, asked);
    },
  };
};

/** What is his of the row, at the revision of the last event that he may read. */
const asSeenBy = (row: unknown, rule: ViewRule, caller: Caller): object => {
  const seen = rule.row(row as never, caller) as object;
  const { lastSeen } = row as Partial<WithLastSeen>;
  if (lastSeen === undefined) return seen;
  return { ...seen, revision: lastSeen[readerKind(caller, rule.concerned?.(row as never) ?? [])] };
};

const readerKind = (
  caller: Caller,
  concerned: readonly string[],
): 'PUBLIC' | 'MEMBER_STATES' | 'CONCERNED' => {
  if (readsInternalOf(caller, concerned)) return 'CONCERNED';
  return readsAmongStates(caller) ? 'MEMBER_STATES' : 'PUBLIC';
};

/** Null when no row can meet both. */
const both = (asked: Where, allowed: Where | null): Where | null => {
  if (allowed === null) return null;
  const clash = Object.entries(allowed).some(
    ([column, value]) => Object.hasOwn(asked, column) && !includes(asked[column], value),
  );
  return clash ? null : { ...asked, ...allowed };
};

/** Whether a condition that was asked leaves room for the one value that is allowed. */
const includes = (asked: Condition | undefined, value: Condition): boolean => {
  if (asked === undefined || asked === value) return true;
  if (typeof asked !== 'object' || asked === null || !('in' in asked)) return false;
  return typeof value !== 'object' && asked.in.some((one) => one === value);
};
