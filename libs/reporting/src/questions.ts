/** Every question of this slice, and every export, by its `operationId`: the answering thread looks the query up here. Decision 0016. */
import { listConferences, getConference } from './pages/conferences/conferences-and-their-counts.ts';
import { getCourse, getEvaluation } from './pages/courses/courses.ts';
import { getFinding, listFindings } from './pages/findings/findings.ts';
import { listCandidates } from './pages/gaps/candidates.ts';
import { listGaps, getGap } from './pages/gaps/gaps-and-what-fills-them.ts';
import { listIdeas, getIdea } from './pages/ideas/ideas.ts';
import { listMilestoneTemplates } from './pages/milestone-templates/milestone-templates.ts';
import { listMissions, getMission } from './pages/missions/missions-and-their-pledges.ts';
import { listNeeds, getNeed } from './pages/needs/needs-and-offers.ts';
import { getPledgeDifference } from './pages/pledge/pledge-difference.ts';
import { getPledgeHistory } from './pages/pledge/pledge-history.ts';
import { getPledge } from './pages/pledge/pledge-page.ts';
import { listPledges } from './pages/pledge/pledges-matching.ts';
import { listStates, listTaxonomy } from './pages/reference-lists/reference-lists.ts';
import {
  listRequirementSets,
  getRequirementSet,
  getRequirementSetEdition,
  getRequirementSetDifference,
} from './pages/requirements/requirement-sets.ts';
import { getRegister, listRegisters } from './pages/registers/registers.ts';
import { listUnknownNames } from './pages/registers/unknown-names.ts';
import { exportBundle } from './pages/proof/bundle.ts';
import { getOpenings } from './pages/proof/openings.ts';
import { getEventProof, getPledgeProof } from './pages/proof/pledge-proof.ts';
import { listPosts } from './pages/posts/posts-and-who-holds-them.ts';
import { listRotations } from './pages/rotations/rotations.ts';
import { listVisits, getVisit } from './pages/visits/visits-planned-and-held.ts';
import { getWorkQueue } from './pages/work-queue/work-queue.ts';
import { getCounted } from './reports/counted-page.ts';
import { getProgressReport } from './reports/progress/progress-answer.ts';
import { listReports } from './reports/report-list.ts';
import { getReport } from './reports/report-answer.ts';
import type { AnyExport, AnyQuestion } from './read-models/question.ts';

const listed: readonly AnyQuestion[] = [
  listPledges,
  getPledge,
  getPledgeHistory,
  getPledgeDifference,
  getPledgeProof,
  getEventProof,
  listFindings,
  getFinding,
  getCourse,
  getEvaluation,
  getProgressReport,
  getReport,
  getCounted,
  listConferences,
  getConference,
  listMissions,
  getMission,
  listRegisters,
  getRegister,
  listUnknownNames,
  listRequirementSets,
  getRequirementSet,
  getRequirementSetEdition,
  getRequirementSetDifference,
  listPosts,
  listRotations,
  listIdeas,
  getIdea,
  listNeeds,
  getNeed,
  listGaps,
  getGap,
  listCandidates,
  listVisits,
  getVisit,
  getWorkQueue,
  listTaxonomy,
  listStates,
  listMilestoneTemplates,
  listReports,
];

export const questions: ReadonlyMap<string, AnyQuestion> = new Map(
  listed.map((question) => [question.name, question]),
);

const listedExports: readonly AnyExport[] = [exportBundle, getOpenings];

export const exported: ReadonlyMap<string, AnyExport> = new Map(listedExports.map((one) => [one.name, one]));
