/** Bodies go through the pipe that the runtime puts before every controller. */
import type { Type } from '@nestjs/common';
import * as caveats from './caveats/caveats.request.ts';
import * as accountability from './accountability/accountability.request.ts';
import * as deployment from './deployment/deployment.request.ts';
import { RunDueWorkRequest } from './due-work/due-work.request.ts';
import * as gaps from './gaps/gap.request.ts';
import * as performance from './performance/performance.request.ts';
import * as readiness from './readiness/readiness.request.ts';
import * as selection from './selection/selection.request.ts';
import * as turns from './partnership/turns.request.ts';
import { id } from './testing/a-unit.ts';
import { parse } from './testing/parsed.request.ts';
import { RenewPledgeRequest } from './validity/validity.request.ts';
import * as visits from './readiness/visit.request.ts';

const level = { level: 'L2' };
const match = { gapId: id(1), quantity: 1 };
const mou = {
  mouReference: 'MOU/1',
  strength: 850,
  equipmentAnnexVersion: '1',
  from: '2026-01-01',
  to: '2026-12-31',
};
const outcome = { pledgeId: id(11), outcome: 'SUCCESSFUL' };
const visit = { purpose: 'AAV', from: '2026-01-01', to: '2026-01-02', mode: 'REMOTE', units: [id(11)] };
const assessment = {
  tool: 'CPAS',
  reportReference: 'R',
  result: 'SATISFACTORY',
  findings: ['Late'],
  improvementPlan: { text: 'In time', dueOn: '2030-01-01' },
};
const caveat = { text: 'Not at night', kind: 'TIME', blocking: false };
const need = { mission: 'MINUSCA', capabilityCode: 'INF-BN', number: 1, priority: 'HIGH' };

it.each<[string, Type, object]>([
  ['a renewal', RenewPledgeRequest, {}],
  ['a level', readiness.AttainLevelRequest, level],
  ['a downgrade', readiness.DowngradeLevelRequest, { level: 'L1', reason: 'SUR_CHANGED' }],
  ['a match', selection.MatchPledgeRequest, match],
  ['with persons per unit', selection.MatchPledgeRequest, { ...match, personsPerUnit: 140 }],
  ['with none', selection.MatchPledgeRequest, { ...match, personsPerUnit: null }],
  ['a release', selection.ReleaseMatchRequest, { reason: 'Another unit' }],
  [
    'a selection',
    selection.SelectUnitRequest,
    { gapId: id(1), decisionReference: 'D', hostConsent: 'GIVEN' },
  ],
  ['a caveat', caveats.DeclareCaveatRequest, caveat],
  [
    'one found in the field',
    caveats.DiscoverCaveatRequest,
    { ...caveat, incidentOn: '2026-01-01', source: 'Report' },
  ],
  ['its lifting', caveats.LiftCaveatRequest, { confirmationReference: 'FGS-1' }],
  ['a talk about it', caveats.NoteCaveatTalkRequest, { text: 'Said' }],
  ['a refusal', selection.DeclineSelectionRequest, { reason: 'No' }],
  ['a memorandum', deployment.SignMouRequest, mou],
  ['an amendment', deployment.AmendMouRequest, { amendmentReference: 'A1', strength: null }],
  [
    'a PDV',
    deployment.ConductPdvRequest,
    { from: '2026-01-01', to: '2026-01-01', result: 'PASSED', dosReference: 'D' },
  ],
  ['a deployment', deployment.DeployUnitRequest, { place: 'Bangui', strength: 1, exception: null }],
  ['an assessment', performance.AssessPerformanceRequest, assessment],
  ['a follow-up', performance.FollowUpFindingRequest, { needId: id(3) }],
  ['an improvement', performance.CloseImprovementPlanRequest, { evidence: 'Report' }],
  ['turns', turns.AgreeTurnsRequest, { turns: [{ state: 'NOR', from: '2030-01-01', to: '2030-06-30' }] }],
  ['a rotation', deployment.RotateUnitRequest, { strengthIn: 1, strengthOut: 1 }],
  ['a repatriation', deployment.RepatriateUnitRequest, { reason: 'END_OF_TOUR' }],
  ['a fulfilment', accountability.FulfilPledgeRequest, { as: 'FULL', evidence: ['Report'] }],
  ['a visit', visits.ScheduleVisitRequest, visit],
  ['its conduct', visits.ConductVisitRequest, { from: '2024-02-29', to: '2024-02-29' }],
  ['its outcome', visits.RecordVisitOutcomeRequest, { outcomes: [outcome], reportReference: 'AAV/1' }],
  ['a gap', gaps.PublishGapRequest, { ...need, neededBy: null }],
  ['its revision', gaps.ReviseGapRequest, { neededBy: null, reason: 'More' }],
  ['its closure', gaps.CloseGapRequest, { reason: 'Closed' }],
  ['due work', RunDueWorkRequest, { today: '2026-01-01' }],
])('%s is accepted', async (_, type, body) => {
  await expect(parse(type, body)).resolves.toBeInstanceOf(type);
});

it.each<[string, Type, object, string]>([
  ['an unknown field', readiness.AttainLevelRequest, { ...level, grade: 1 }, 'grade'],
  ['a level nobody attains', readiness.AttainLevelRequest, { level: 'L1' }, 'level'],
  ['a list in place of a word', readiness.AttainLevelRequest, { level: ['L2'] }, 'level'],
  [
    'a fraction of days',
    readiness.AttainLevelRequest,
    { ...level, deployWithinDays: 1.5 },
    'deployWithinDays',
  ],
  ['a blank reference', readiness.AttainLevelRequest, { ...level, surReference: ' \t' }, 'surReference'],
  ['a day that is none', RenewPledgeRequest, { validUntil: '2021-02-30' }, 'validUntil'],
  ['a week', RenewPledgeRequest, { validUntil: '2021-W01' }, 'validUntil'],
  ['an instant', RenewPledgeRequest, { occurredOn: '2021-02-01T00:00:00Z' }, 'occurredOn'],
  ['a year nought', RenewPledgeRequest, { occurredOn: '0000-01-01' }, 'occurredOn'],
  ['no gap', selection.MatchPledgeRequest, { quantity: 1 }, 'gapId'],
  ['another id', selection.MatchPledgeRequest, { ...match, gapId: 'gap-1' }, 'gapId'],
  [
    'an id in capitals',
    selection.MatchPledgeRequest,
    { ...match, gapId: id(1).replace('8000', 'ABCD') },
    'gapId',
  ],
  ['a negative number', selection.MatchPledgeRequest, { ...match, quantity: -1 }, 'quantity'],
  ['a number too large', selection.MatchPledgeRequest, { ...match, quantity: 2 ** 53 }, 'quantity'],
  ['a number as text', selection.MatchPledgeRequest, { ...match, quantity: '1' }, 'quantity'],
  ['units of nobody', selection.MatchPledgeRequest, { ...match, personsPerUnit: 0 }, 'personsPerUnit'],
  ['half a person', selection.MatchPledgeRequest, { ...match, personsPerUnit: 0.5 }, 'personsPerUnit'],
  ['too many persons', selection.MatchPledgeRequest, { ...match, personsPerUnit: 1e6 }, 'personsPerUnit'],
  ['no reason', selection.ReleaseMatchRequest, {}, 'reason'],
  ['an object for a text', selection.ReleaseMatchRequest, { reason: { toString: 1 } }, 'reason'],
  ['a long text', selection.ReleaseMatchRequest, { reason: 'x'.repeat(10_001) }, 'reason'],
  [
    'an unknown consent',
    selection.SelectUnitRequest,
    { gapId: id(1), decisionReference: 'D', hostConsent: 'YES' },
    'hostConsent',
  ],
  ['nobody', deployment.SignMouRequest, { ...mou, strength: 0 }, 'strength'],
  [
    'an unknown exception',
    deployment.DeployUnitRequest,
    { place: 'B', strength: 1, exception: 'HURRY' },
    'exception',
  ],
  ['a closing of no kind', accountability.FulfilPledgeRequest, { as: 'MOSTLY' }, 'as'],
  ['a closing that says nothing', accountability.FulfilPledgeRequest, {}, 'as'],
  [
    'a stated share',
    accountability.FulfilPledgeRequest,
    { as: 'FULL', shareDelivered: 95 },
    'shareDelivered',
  ],
  [
    'evidence that says nothing',
    accountability.FulfilPledgeRequest,
    { as: 'PART', evidence: [''] },
    'evidence',
  ],
  ['no units', visits.ScheduleVisitRequest, { ...visit, units: [] }, 'units'],
  ['a unit twice', visits.ScheduleVisitRequest, { ...visit, units: [id(11), id(11)] }, 'units'],
  [
    'too many units',
    visits.ScheduleVisitRequest,
    { ...visit, units: Array.from({ length: 101 }, (_, n) => id(n)) },
    'units',
  ],
  ['a unit that is no id', visits.ScheduleVisitRequest, { ...visit, units: [1] }, 'units'],
  ['no outcomes', visits.RecordVisitOutcomeRequest, { outcomes: [] }, 'outcomes'],
  [
    'an outcome nobody knows',
    visits.RecordVisitOutcomeRequest,
    { outcomes: [{ ...outcome, outcome: 'GOOD' }] },
    'outcomes',
  ],
  ['an outcome that is none', visits.RecordVisitOutcomeRequest, { outcomes: ['SUCCESSFUL'] }, 'outcomes'],
  [
    'an unknown field within',
    visits.RecordVisitOutcomeRequest,
    { outcomes: [{ ...outcome, note: 'x' }] },
    'outcomes',
  ],
  ['a caveat of no kind', caveats.DeclareCaveatRequest, { ...caveat, kind: 'WEATHER' }, 'kind'],
  [
    'a plan without a day',
    performance.AssessPerformanceRequest,
    { ...assessment, improvementPlan: { text: 'In time' } },
    'improvementPlan',
  ],
  ['no capability', gaps.PublishGapRequest, { ...need, capabilityCode: '' }, 'capabilityCode'],
  ['an unknown priority', gaps.PublishGapRequest, { ...need, priority: 'URGENT' }, 'priority'],
])('%s is refused by field', async (_, type, body, field) => {
  await expect(parse(type, body)).rejects.toThrow(new RegExp(`^${field}$`));
});
