/** Which conferences were held, and how do the published counts compare with ours? Both are shown, neither is corrected. */
import { Rejected } from '@pledgeline/event-sourcing';
import { isDerived } from '@pledgeline/pledge';
import { CONFERENCE_LIST } from './conference-list.projection.ts';
import type { ConferenceRow } from './conference-list.projection.ts';
import type { PageOptions } from './cursor.ts';
import { everyRow } from './every-row.ts';
import { pageOfView } from './page-of-view.ts';
import type { CountedPage } from './page-of-view.ts';
import { PLEDGE_REGISTER } from './pledge-register.projection.ts';
import type { RegisterRow } from './pledge-register.projection.ts';
import type { AnsweredAt, Reading } from './read-models.ts';

interface Figure {
  readonly value: number;
  readonly definition: string;
}

export type ConferenceAnswer = Omit<
  ConferenceRow['conference'],
  'participants' | 'statesWithNewPledges' | 'headlineTotals'
> & {
  /** Word for word as the sources state it, with their disagreements; never added up. */
  readonly published: Pick<
    ConferenceRow['conference'],
    'participants' | 'statesWithNewPledges' | 'headlineTotals'
  >;
  readonly counted: { readonly pledges: Figure; readonly statesWithNewPledges: Figure };
  readonly revision: number;
};

export interface ConferenceList extends CountedPage<ConferenceAnswer>, AnsweredAt {}

export const conferencesAndTheirCounts = async (
  reading: Reading,
  question: PageOptions,
): Promise<ConferenceList> => {
  const page = await pageOfView<ConferenceRow>(reading, { view: CONFERENCE_LIST, where: {}, question });
  const items = await answers(
    reading,
    page.items.map(({ row }) => row),
  );
  return { ...page, items, ...reading.answeredAt };
};

/** @throws {Rejected} CONFERENCE_NOT_FOUND */
export const conferenceAndItsCounts = async (
  reading: Reading,
  code: string,
): Promise<ConferenceAnswer & AnsweredAt> => {
  const row = await reading.views.get<ConferenceRow>(CONFERENCE_LIST, code);
  const [answer] = row === undefined ? [] : await answers(reading, [row]);
  if (answer !== undefined) return { ...answer, ...reading.answeredAt };
  throw new Rejected('missing', 'CONFERENCE_NOT_FOUND', `There is no conference ${code}.`, {
    conference: code,
  });
};

interface Count {
  pledges: number;
  readonly states: Set<string>;
}

const answers = async ({ views }: Reading, rows: readonly ConferenceRow[]): Promise<ConferenceAnswer[]> => {
  const counts = new Map(
    rows.map(({ conference }): [string, Count & { readonly end: string | null }] => [
      conference.code,
      { pledges: 0, states: new Set(), end: conference.end },
    ]),
  );
  const where = { conference: { in: [...counts.keys()] } };
  for await (const { row } of everyRow<RegisterRow>(views, PLEDGE_REGISTER, where)) {
    const count = counts.get(row.pledge.announcement?.conference ?? '');
    if (count === undefined || isDerived(row.pledge)) continue;
    count.pledges += 1;
    if (isNewPledge(row, count.end)) count.states.add(row.pledge.memberState);
  }
  return rows.map((row) => answer(row, counts.get(row.conference.code)));
};

/** Counting rule 1 of the lifecycle page, section 10. An end known only by month or year is compared as far as it goes. */
const isNewPledge = ({ pledge }: RegisterRow, end: string | null): boolean => {
  if (pledge.announcement?.duplicateChecked === true || pledge.announcement?.standing !== 'NEW') return false;
  const withdrawnOn = pledge.reachedOn.WITHDRAWN ?? null;
  return withdrawnOn === null || end === null || withdrawnOn.slice(0, end.length) >= end;
};

const answer = ({ conference, revision }: ConferenceRow, count: Count | undefined): ConferenceAnswer => {
  const { participants, statesWithNewPledges, headlineTotals, ...record } = conference;
  return {
    ...record,
    published: { participants, statesWithNewPledges, headlineTotals },
    counted: {
      pledges: {
        value: count?.pledges ?? 0,
        definition:
          'pledges in the register announced at this conference; the parts of a split are no new ones',
      },
      statesWithNewPledges: {
        value: count?.states.size ?? 0,
        definition:
          'distinct states with at least one pledge announced at this conference that does not renew or update an older one, is not flagged as a repeat and was not withdrawn before the closing day',
      },
    },
    revision,
  };
};
