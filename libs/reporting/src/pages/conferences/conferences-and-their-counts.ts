/** Which conferences were held, and how do the published counts compare with ours? Both are shown, neither is corrected. */
import { conferences, isInSeries, type Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { conferenceActs, isDerived, isRepeat, promisedBy, statesOf } from '@pledgeline/pledge';
import { CONFERENCE_LIST, type ConferenceRow } from '../../views/conference-list.view.ts';
import { definedBy } from '../../answers/definitions.ts';
import { pagesOfPledges } from '../../views/register/pages-of-pledges.ts';
import { pageOfView, whereStated } from '../../answers/page-of-view.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { commandsNow, offered } from '../commands/commands-now.ts';
import { conferenceList } from './conference.schema.ts';
import type { ListConferencesRequest } from './conference-list.request.ts';
import type { ConferenceAnswer, ConferenceList, ConferencePage } from './conference.schema.ts';

type Conference = ConferenceRow['conference'];

export const conferencesAndTheirCounts = async (
  context: QueryContext,
  question: ListConferencesRequest,
): Promise<ConferenceList> => {
  const where = whereStated({ kind: question.kind, series: question.series });
  const page = await pageOfView<ConferenceRow>(context, { view: CONFERENCE_LIST, where, question });
  return { ...page, ...definedBy(context), items: await answers(context, page.items) };
};

/** @throws {Rejected} CONFERENCE_NOT_FOUND */
export const conferenceAndItsCounts = async (
  context: QueryContext,
  code: string,
  caller: Caller,
): Promise<ConferencePage> => {
  const row = await context.views.get<ConferenceRow>(CONFERENCE_LIST, code);
  const [answer] = row === undefined ? [] : await answers(context, [row]);
  if (answer !== undefined) {
    const toDo = offered({ acts: conferenceActs, thing: answer, parameters: { code } });
    const commands = commandsNow([toDo], caller, context);
    return { ...answer, ...definedBy(context), ...commands, ...context.answeredAt };
  }
  throw new Rejected('missing', 'CONFERENCE_NOT_FOUND', `There is no conference ${code}.`, {
    conference: code,
  });
};

interface Count {
  readonly conference: Conference;
  pledges: number;
  readonly byState: Map<string, number>;
  readonly statesWithNew: Set<string>;
}

const answers = async (
  context: QueryContext,
  rows: readonly ConferenceRow[],
): Promise<ConferenceAnswer[]> => {
  const counts = new Map(rows.map(({ conference }): [string, Count] => [conference.code, begun(conference)]));
  const where = { conference: { in: [...counts.keys()] } };
  for await (const page of pagesOfPledges(context.views, where))
    for (const { row } of page) {
      const count = counts.get(row.pledge.announcement?.conference ?? '');
      if (count !== undefined && !isDerived(row.pledge)) add(count, row);
    }
  const preparatory = await context.views.find<ConferenceRow>(CONFERENCE_LIST, {
    where: { mainConference: where.conference },
  });
  const series = await seriesIn(context);
  return rows.map((row) => {
    const { code } = row.conference;
    const preparing = preparatory.filter((other) => other.row.conference.mainConference === code);
    return answer(
      row,
      counts.get(code) ?? begun(row.conference),
      preparing.map((other) => other.row.conference),
      series,
    );
  });
};

/** Codes of the series, the earliest first: those that everybody knows of count as well where the desk has not entered them. */
const seriesIn = async (context: QueryContext): Promise<readonly string[]> => {
  const entered = await context.views.find<ConferenceRow>(CONFERENCE_LIST);
  const known = new Map<string, { readonly start: string | null; readonly series: boolean }>([
    ...conferences.map((one) => [one.code, { start: one.start, series: isInSeries(one) }] as const),
    ...entered.map(({ key, row }) => [key, row.conference] as const),
  ]);
  return [...known]
    .filter(([, { series }]) => series)
    .toSorted(([a, one], [b, other]) => ((one.start ?? a) < (other.start ?? b) ? -1 : 1))
    .map(([code]) => code);
};

const begun = (conference: Conference): Count => ({
  conference,
  pledges: 0,
  byState: new Map(),
  statesWithNew: new Set(),
});

const add = (count: Count, row: RegisterRow): void => {
  count.pledges += 1;
  for (const state of statesOf(row.pledge)) count.byState.set(state, (count.byState.get(state) ?? 0) + 1);
  if (!isNewPledge(row, count.conference.end)) return;
  for (const state of promisedBy(row.pledge)) count.statesWithNew.add(state);
};

/** Counting rule 1 of the lifecycle page, section 10. Where only the month or year of the end is known, that much is compared. */
const isNewPledge = ({ pledge }: RegisterRow, end: string | null): boolean => {
  if (isRepeat(pledge) || pledge.announcement?.standing !== 'NEW') return false;
  const withdrawnOn = pledge.reachedOn.WITHDRAWN ?? null;
  return withdrawnOn === null || end === null || withdrawnOn.slice(0, end.length) >= end;
};

const answer = (
  { conference, revision }: ConferenceRow,
  count: Count,
  preparing: readonly Conference[],
  series: readonly string[],
): ConferenceAnswer => ({
  ...conference,
  placeInSeries: conference.series ? series.indexOf(conference.code) + 1 : null,
  roles: conference.roles.map((role) => withPledges(role, count)),
  preparedBy: preparing.map(({ code, name, start, themes }) => ({ code, name, start, themes })),
  counted: {
    pledges: {
      value: count.pledges,
      definition:
        'pledges in the register announced at this conference; the parts of a split are no new ones',
    },
    statesWithNewPledges: {
      value: count.statesWithNew.size,
      definition:
        'distinct states with at least one pledge announced at this conference that does not renew or update an older one, is not flagged as a repeat and was not withdrawn before the closing day',
    },
  },
  revision,
});

const withPledges = (
  role: Conference['roles'][number],
  { conference, byState }: Count,
): ConferenceAnswer['roles'][number] => {
  const { memberState } = role;
  if (memberState === null) return { ...role, pledges: null, href: null };
  const href = `/pledges?conference=${conference.code}&memberState=${memberState}`;
  return { ...role, pledges: byState.get(memberState) ?? 0, href };
};

export const listConferences = asList(question('listConferences', 'FIGURES', conferencesAndTheirCounts), {
  name: 'conferences',
  schema: conferenceList,
});
export const getConference = question(
  'getConference',
  'FIGURES',
  (context, { code }: { readonly code: string }, caller) => conferenceAndItsCounts(context, code, caller),
);
