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
const readersOfAll: AccessRule = { roles: READERS_OF_ALL, reach: 'SAME' };
const recordsOfficers: AccessRule = { roles: ['ADMIN'], reach: 'SAME' };
const overseers: AccessRule = { roles: ['ADMIN', 'AUDITOR'], reach: 'SAME' };

export const reportingAccess: AccessRules = {
  listPledges: everybody,
  getPledge: everybody,
  getPledgeHistory: everybody,
  getPledgeProof: everybody,
  getEventProof: everybody,
  exportBundle: everybody,
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
  getCheckpoint: theSameForAll,
  getTile: theSameForAll,
  getProofLog: theSameForAll,
  getCosignedCheckpoint: theSameForAll,
  getKeyStatements: theSameForAll,
  getInclusionProof: theSameForAll,
  getConsistencyProof: theSameForAll,
  getProofStatus: overseers,
  scrubProofLog: recordsOfficers,
};
