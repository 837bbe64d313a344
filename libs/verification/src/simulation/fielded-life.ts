/** A unit that was chosen: its memorandum, its time in the mission, and what became of the promise. */
import { NOT_ON_RECORD } from '@pledgeline/contracts';
import type { Told } from './act.ts';
import { dayAfter, type Begun } from './begin-life.ts';
import type { OfferedUnit } from './offered-units.ts';

export function* fieldedLife(
  { act, chances, idOf, n, pledgeId }: Begun,
  { persons, selector }: OfferedUnit,
  partner: string | null,
): Told {
  const signed = yield { after: chances.between(20, 60), acts: [] };
  const terms = { mouReference: `MOU-${n}`, strength: persons, equipmentAnnexVersion: '1' };
  const period = { from: dayAfter(signed, 1), to: dayAfter(signed, 800), caveatsAnnex: null };
  yield {
    after: 1,
    acts: [
      act('DOS', 'SignMou', { pledgeId, ...terms, ...period, retroactiveReason: null, ...NOT_ON_RECORD }),
    ],
  };
  const inspected = yield { after: 30, acts: [] };
  const visit = { pledgeId, from: inspected, to: inspected, dosReference: `PDV-${n}` };
  if (chances.inHundred(15)) {
    const late = { ...visit, result: 'FAILED', findings: 'Vehicles are missing' } as const;
    yield { after: 1, acts: [act(selector, 'ConductPdv', late)] };
  }
  const again = yield { after: 20, acts: [] };
  const passed = { ...visit, from: again, to: again, result: 'PASSED', findings: null } as const;
  yield { after: 1, acts: [act(selector, 'ConductPdv', passed)] };
  const strength = chances.inHundred(15) ? Math.floor(persons / 2) : persons;
  const arrival = { place: 'The main base', strength, equipmentArrivalShare: 95, onRecord: null };
  const arrived = yield {
    after: chances.between(10, 90),
    acts: [act('MISSION', 'DeployUnit', { pledgeId, ...arrival, exception: null, approver: null })],
  };
  if (chances.inHundred(20)) {
    const found = { caveatId: idOf('found'), text: 'No patrols at night', kind: 'TASK' } as const;
    const incident = { ...found, blocking: false, incidentOn: dayAfter(arrived, 30), source: `IR-${n}` };
    yield { after: 40, acts: [act('MISSION', 'DiscoverCaveat', { pledgeId, ...incident })] };
  }
  if (chances.inHundred(50)) yield* assessed({ act, chances, idOf, n, pledgeId });
  if (chances.inHundred(8)) {
    yield {
      after: 9,
      acts: [act('MISSION', 'SuspendPledge', { pledgeId, reason: 'The airport is closed' })],
    };
    if (chances.inHundred(70)) yield { after: 30, acts: [act('MISSION', 'ResumePledge', { pledgeId })] };
    else return;
  }
  const change = { strengthIn: strength, strengthOut: strength, nextState: partner, outOfTurnReason: null };
  yield { after: 180, acts: [act('MISSION', 'RotateUnit', { pledgeId, ...change })] };
  yield { after: 200, acts: [act('MISSION', 'RepatriateUnit', { pledgeId, reason: 'END_OF_TOUR' })] };
  const as = strength === persons ? 'FULL' : 'PART';
  yield {
    after: chances.between(20, 80),
    acts: [
      act('SFGC', 'FulfilPledge', { pledgeId, as, reason: 'It came home', evidence: [], statedShare: null }),
    ],
  };
}

function* assessed({
  act,
  chances,
  idOf,
  n,
  pledgeId,
}: Pick<Begun, 'act' | 'chances' | 'idOf' | 'n' | 'pledgeId'>): Told {
  const assessmentId = idOf('assessment');
  const on = yield { after: 60, acts: [] };
  const plan = { text: 'A course in night driving', dueOn: dayAfter(on, 90) };
  const told = {
    tool: 'COMMANDER_EVALUATION',
    reportReference: `FC-${n}`,
    result: 'NEEDS_IMPROVEMENT',
  } as const;
  const findings = [{ findingId: idOf('finding'), text: 'Drivers lack training at night' }];
  yield {
    after: 1,
    acts: [
      act('EVAL', 'AssessPerformance', { pledgeId, assessmentId, ...told, findings, improvementPlan: plan }),
    ],
  };
  if (chances.inHundred(60))
    yield {
      after: chances.between(40, 120),
      acts: [act('EVAL', 'CloseImprovementPlan', { pledgeId, assessmentId, evidence: `Course report ${n}` })],
    };
}
