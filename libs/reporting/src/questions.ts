/**
 * Every question this slice answers, by its `operationId`: what it costs, and which query answers it. Controllers ask by name, the
 * answering thread looks the query up here.
 */
import type { Caller } from '@pledgeline/contracts';
import type { Answer, Cost, EventReader } from '@pledgeline/event-sourcing';
import type { PageOptions } from './answers/cursor.ts';
import {
  conferenceAndItsCounts,
  conferencesAndTheirCounts,
} from './conferences/conferences-and-their-counts.ts';
import { gapAndWhatFillsIt, gapsAndWhatFillsThem } from './gaps/gaps-and-what-fills-them.ts';
import type { Moment } from './history/moment.ts';
import { pledgeHistory } from './history/pledge-history.ts';
import { ideas, oneIdea } from './ideas/ideas.ts';
import type { ListIdeasRequest } from './ideas/idea.request.ts';
import { missionAndItsPledges, missions } from './missions/missions-and-their-pledges.ts';
import { needAndOffers, needsAndOffers } from './needs/needs-and-offers.ts';
import type { ListNeedsRequest } from './needs/need.request.ts';
import { rotations } from './partnerships/rotations.ts';
import { pledgePage } from './pledge-page/pledge-page.ts';
import { progressReport } from './progress/progress-report.ts';
import type { Reading, Readings } from './read-models/readings.ts';
import { pledgesMatching } from './register/pledges-matching.ts';
import type { ListPledgesRequest, ProgressRequest } from './register/pledges.request.ts';
import { countedPage } from './reports/counted-page.ts';
import type { AskedCounted } from './reports/counted-page.ts';
import { reportAnswer } from './reports/report-answer.ts';
import type { AskedReport } from './reports/report-answer.ts';
import {
  differenceBetween,
  oneEdition,
  oneRequirementSet,
  requirementSets,
} from './requirements/requirement-sets.ts';
import type { DifferenceRequest } from './requirements/requirement-set.request.ts';
import { visitPlannedOrHeld, visitsPlannedAndHeld } from './visits/visits-planned-and-held.ts';
import type {
  ListGapsRequest,
  ListRotationsRequest,
  ListVisitsRequest,
  WorkQueueRequest,
} from './work-queue/lists.request.ts';
import { workQueue } from './work-queue/work-queue.ts';

/** What answers stand on. */
export interface Sources {
  readonly readings: Readings;
  readonly store: Pick<EventReader, 'read'>;
  readonly now: string;
  readonly signal: AbortSignal;
}

export interface QuestionTraits {
  readonly cost: Exclude<Cost, 'PAST'>;
  /** It reads the log alone: no past has to be made for it, and no answer holds longer than its moment. */
  readonly isOfTheLog?: true;
}

interface Question<Input> extends QuestionTraits {
  readonly answer: (input: Input & Moment, caller: Caller, sources: Sources) => Promise<Answer>;
}

/** A question that read models answer, as JSON. */
const question = <Input>(
  cost: Question<Input>['cost'],
  answer: (reading: Reading, input: Input, caller: Caller, now: string) => Promise<unknown>,
  untagged: readonly string[] = [],
): Question<Input> => ({
  cost,
  answer: async (input, caller, { readings, now, signal }) => ({
    content: await readings.ask(input, caller, (reading) => answer(reading, input, caller, now), signal),
    untagged,
  }),
});

export const questions = {
  listPledges: question('LIST', (reading, query: ListPledgesRequest, caller) =>
    pledgesMatching(reading, query, caller),
  ),
  getPledge: question('ROW', (reading, { pledgeId }: { readonly pledgeId: string }, caller) =>
    pledgePage(reading, pledgeId, caller, reading.today),
  ),
  /** From the log itself, so that it is never behind. */
  getPledgeHistory: {
    cost: 'ROW',
    isOfTheLog: true,
    answer: async ({ pledgeId, ...page }, caller, { store, now }) => ({
      content: await pledgeHistory(store, pledgeId, page, caller, now),
    }),
  } satisfies Question<PageOptions & { readonly pledgeId: string }>,
  getProgressReport: question(
    'FIGURES',
    (reading, { asOf: _, knownAt: __, after: ___, ...filters }: ProgressRequest, _caller, now) =>
      progressReport(reading, filters, now),
    ['computedAt'],
  ),
  getReport: {
    cost: 'FIGURES',
    answer: (input, caller, { readings, now, signal }) =>
      readings.ask(input, caller, (reading) => reportAnswer(reading, input, caller, now), signal),
  } satisfies Question<AskedReport>,
  getCounted: question('FIGURES', (reading, input: AskedCounted, caller, now) =>
    countedPage(reading, input, caller, now),
  ),
  listConferences: question('FIGURES', (reading, query: PageOptions) =>
    conferencesAndTheirCounts(reading, query),
  ),
  getConference: question('FIGURES', (reading, { code }: { readonly code: string }) =>
    conferenceAndItsCounts(reading, code),
  ),
  listMissions: question('FIGURES', (reading, _: object) => missions(reading)),
  getMission: question('FIGURES', (reading, { code }: { readonly code: string }) =>
    missionAndItsPledges(reading, code),
  ),
  listRequirementSets: question('LIST', (reading, _: object) => requirementSets(reading)),
  getRequirementSet: question('ROW', (reading, { code }: { readonly code: string }) =>
    oneRequirementSet(reading, code),
  ),
  getRequirementSetEdition: question(
    'ROW',
    (reading, { code, edition }: { readonly code: string; readonly edition: string }) =>
      oneEdition(reading, code, edition),
  ),
  getRequirementSetDifference: question(
    'ROW',
    (reading, { code, ...query }: DifferenceRequest & { readonly code: string }) =>
      differenceBetween(reading, code, query),
  ),
  listRotations: question('LIST', (reading, query: ListRotationsRequest) => rotations(reading, query)),
  listIdeas: question('LIST', (reading, query: ListIdeasRequest, caller) => ideas(reading, query, caller)),
  getIdea: question('ROW', (reading, { ideaId }: { readonly ideaId: string }, caller) =>
    oneIdea(reading, ideaId, caller),
  ),
  listNeeds: question('LIST', (reading, query: ListNeedsRequest) => needsAndOffers(reading, query)),
  getNeed: question('ROW', (reading, { needId }: { readonly needId: string }) =>
    needAndOffers(reading, needId),
  ),
  listGaps: question('LIST', (reading, query: ListGapsRequest, caller) =>
    gapsAndWhatFillsThem(reading, query, caller),
  ),
  getGap: question('ROW', (reading, { gapId }: { readonly gapId: string }, caller) =>
    gapAndWhatFillsIt(reading, gapId, caller),
  ),
  listVisits: question('LIST', (reading, query: ListVisitsRequest) => visitsPlannedAndHeld(reading, query)),
  getVisit: question('ROW', (reading, { visitId }: { readonly visitId: string }) =>
    visitPlannedOrHeld(reading, visitId),
  ),
  getWorkQueue: question('LIST', (reading, query: WorkQueueRequest, caller) =>
    workQueue(reading, query, caller, reading.today),
  ),
} as const;

export type QuestionName = keyof typeof questions;

export type InputOf<Name extends QuestionName> = Omit<
  Parameters<(typeof questions)[Name]['answer']>[0],
  keyof Moment
>;
