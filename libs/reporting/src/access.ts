/** Who may ask what. What an answer then holds is decided by what the caller may read: contracts' `visibility.ts`. */
import {
  EVERYBODY,
  READERS_AMONG_STATES,
  READERS_OF_ALL,
  type AccessRule,
  type AccessRules,
} from '@pledgeline/contracts';

const everybody: AccessRule = { roles: EVERYBODY, reach: 'AUDIENCE' };
const amongStates: AccessRule = { roles: READERS_AMONG_STATES, reach: 'AUDIENCE' };
/** What is internal row by row: a state finds the rows that are its own. */
const ownRows: AccessRule = { roles: ['MS', ...READERS_OF_ALL], reach: 'OWN_ROWS' };
/** Who acts on pledges finds what waits for him. */
const ownTasks: AccessRule = { roles: READERS_AMONG_STATES, reach: 'OWN_ROWS' };
/** Of what was found about units: a state finds that about its own, and trainers what a state lets them read. */
const ownFindings: AccessRule = {
  roles: ['MS', 'PARTNER', ...READERS_OF_ALL],
  reach: 'OWN_ROWS',
  when: 'A state finds what was found about its own units. Partners find what a state lets their trainers read, while it does.',
};
const theSameForAll: AccessRule = { roles: EVERYBODY, reach: 'SAME' };
/** How many events there are in all, and their pace, is told to everybody, or to all who have signed in. */
const showingTheLog = (rule: AccessRule): AccessRule => ({
  ...rule,
  showsTheLog: true,
  when: 'An installation may keep it for those who have signed in (PLEDGELINE_PROOF_DOORS).',
});
const readersOfAll: AccessRule = { roles: READERS_OF_ALL, reach: 'SAME' };
const recordsOfficers: AccessRule = { roles: ['ADMIN'], reach: 'SAME' };
const overseers: AccessRule = { roles: ['ADMIN', 'AUDITOR'], reach: 'SAME' };

export const reportingAccess: AccessRules = {
  listPledges: everybody,
  getPledge: everybody,
  getPledgeHistory: everybody,
  getPledgeDifference: everybody,
  getPledgeProof: showingTheLog(everybody),
  getEventProof: showingTheLog(everybody),
  exportBundle: showingTheLog(everybody),
  listFindings: ownFindings,
  getFinding: ownFindings,
  getCourse: everybody,
  getEvaluation: amongStates,
  getProgressReport: everybody,
  listReports: theSameForAll,
  getReport: everybody,
  getCounted: everybody,
  listConferences: everybody,
  getConference: everybody,
  listPosts: everybody,
  listMissions: everybody,
  getMission: everybody,
  listGaps: everybody,
  getGap: everybody,
  listCandidates: amongStates,
  listRegisters: theSameForAll,
  getRegister: theSameForAll,
  listUnknownNames: readersOfAll,
  listRequirementSets: theSameForAll,
  getRequirementSet: theSameForAll,
  getRequirementSetEdition: everybody,
  getRequirementSetDifference: theSameForAll,
  listMilestoneTemplates: theSameForAll,
  listTaxonomy: theSameForAll,
  listStates: theSameForAll,
  listRotations: amongStates,
  listIdeas: amongStates,
  getIdea: amongStates,
  listNeeds: amongStates,
  getNeed: amongStates,
  listVisits: ownRows,
  getVisit: ownRows,
  getWorkQueue: ownTasks,
  getReadModels: recordsOfficers,
  rebuildReadModels: recordsOfficers,
  getCheckpoint: showingTheLog(theSameForAll),
  getTile: showingTheLog(theSameForAll),
  getProofLog: showingTheLog(theSameForAll),
  getCosignedCheckpoint: showingTheLog(theSameForAll),
  getKeyStatements: showingTheLog(theSameForAll),
  getInclusionProof: showingTheLog(theSameForAll),
  getConsistencyProof: showingTheLog(theSameForAll),
  getOpenings: readersOfAll,
  getProofStatus: overseers,
  scrubProofLog: recordsOfficers,
};
