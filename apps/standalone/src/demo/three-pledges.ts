/**
 * Three real pledges on their way: one to the mission at the highest level of readiness, one refused at first, one that
 * fills half a need. Everything goes through the HTTP client, which may stand before one process or several.
 */
import { monthsAfter } from './dates.ts';
import type { HttpClient } from './http-client.ts';
import { people } from './people.ts';
import { document, level, match, publishGap, register, visit } from './steps.ts';
import { actRunner, type Act, type ActRunner, type Done } from './act-runner.ts';

export interface Outcome {
  /** India, 2025: a quick-reaction force company, deployed at the Rapid Deployment Level. */
  readonly deployed: string;
  /** Rwanda, 2015: an all-women police unit, refused without a visit, then visited and selected. */
  readonly selected: string;
  /** Viet Nam, 2015: one of the two level II hospitals that a mission needs. */
  readonly matched: string;
  /** The gap of two hospitals. */
  readonly hospitalGap: string;
  /** `stream@revision` of the last act: queries that name it in `after` show all of the scenario. */
  readonly after: string;
}

const { desk, sfgc, fgs, police, dos, mission } = people;

/** The real pledges that the scenario finds. */
const IMPORTED = 197;

/** @param today `YYYY-MM-DD`: everything happens on this day, so that no validity of 2015 runs out at once. */
export const runThreePledges = async (
  client: HttpClient,
  today: string,
  report: (done: Done) => void,
): Promise<Outcome> => {
  const runner = actRunner(client, report);
  // The list follows the import a moment later.
  await runner.until(desk, '/pledges?limit=1', ({ total }) => total === IMPORTED);
  const deployed = await findPledge(client, 'conference=2025-berlin&memberState=IND&capabilityCode=QRF-COY');
  const selected = await findPledge(client, 'conference=2015-new-york&memberState=RWA&capabilityCode=FPU-F');
  const matched = await findPledge(client, 'conference=2015-new-york&memberState=VNM&capabilityCode=HOSP-L2');

  await deployAtRapidLevel(runner, deployed, today);
  await refuseThenSelect(runner, selected, today);
  const { hospitalGap, after } = await fillInPart(runner, matched);
  await runner.allVisible(desk);
  return { deployed, selected, matched, hospitalGap, after };
};

const findPledge = async (client: HttpClient, query: string): Promise<string> => {
  const { body } = await client.ask(desk, `/pledges?${query}`);
  const [found] = body.items as readonly { readonly pledgeId: string }[];
  if (found === undefined) throw new Error(`no pledge with ${query}: were the real pledges imported?`);
  return found.pledgeId;
};

const deployAtRapidLevel = async (runner: ActRunner, id: string, today: string): Promise<void> => {
  const pledge = `/pledges/${id}`;
  await register(runner, id, 'India’s quick-reaction force', sfgc, {
    capabilityCode: 'QRF-COY',
    deployWithinDays: 45,
    registrationReference: 'PCRS/2025/IND/1',
  });
  await visit(runner, id, 'AAV', 'IND', today);
  await runner.do(level(id, 'L2', 'level 2, on the visit'));
  await document(runner, id, 'LOAD_LIST', 'the load list');
  await runner.do(
    level(id, 'L3', 'level 3, the load list aligned with the requirement', {
      surReference: 'SUR/QRF/2024',
      alignmentReference: 'FGS/2026/88',
      confirmedBy: 'FGS/2026/88',
    }),
  );
  await visit(runner, id, 'RDL', 'IND', today, 'RDL/IND/2026');
  await runner.do(
    level(id, 'RDL', 'the Rapid Deployment Level', {
      agreementReference: 'RDL/IND/2026',
      deployWithinDays: 45,
    }),
  );
  const gap = await publishGap(runner, 'a quick-reaction force for MINUSCA', fgs, {
    mission: 'MINUSCA',
    capabilityCode: 'QRF-COY',
    number: 1,
    unit: 'unit',
    neededBy: monthsAfter(today, 3),
    priority: 'HIGH',
  });
  await match(runner, id, gap, 'India’s company to the gap');
  await runner.do({
    who: fgs,
    says: 'selects India’s company for MINUSCA',
    path: `${pledge}/selection`,
    body: { gapId: gap, decisionReference: 'OMA/2026/17', hostConsent: 'GIVEN' },
  });
  await runner.do({
    who: dos,
    says: 'signs the memorandum of understanding, 220 strong for a year',
    path: `${pledge}/mou`,
    body: {
      mouReference: 'MOU/IND/2026/4',
      strength: 220,
      equipmentAnnexVersion: '1',
      from: today,
      to: monthsAfter(today, 12),
    },
  });
  await runner.do({
    who: fgs,
    says: 'holds the pre-deployment visit: passed',
    path: `${pledge}/pdv`,
    body: { from: today, to: today, result: 'PASSED', dosReference: 'DOS/PDV/2026/9' },
  });
  await runner.do({
    who: mission,
    says: 'sees the company arrive in Bangui',
    path: `${pledge}/deployment`,
    body: { place: 'Bangui', strength: 218, equipmentArrivalShare: 100 },
  });
};

const refuseThenSelect = async (runner: ActRunner, id: string, today: string): Promise<void> => {
  await register(runner, id, 'Rwanda’s police unit', police, {
    capabilityCode: 'FPU-F',
    registrationReference: 'PCRS/2015/RWA/7',
  });
  const gap = await publishGap(runner, 'a formed police unit for UNMISS', police, {
    mission: 'UNMISS',
    capabilityCode: 'FPU-F',
    substitutes: ['FPU'],
    number: 1,
    unit: 'unit',
    neededBy: monthsAfter(today, 6),
    priority: 'MEDIUM',
  });
  await match(runner, id, gap, 'Rwanda’s unit to the gap');
  const select: Act = {
    who: police,
    says: 'selects Rwanda’s unit for UNMISS',
    path: `/pledges/${id}/selection`,
    body: { gapId: gap, decisionReference: 'PD/2026/31', hostConsent: 'GIVEN' },
  };
  await runner.do({ ...select, refused: 'AAV_MISSING' });
  await visit(runner, id, 'AAV', 'RWA', today);
  await runner.do(level(id, 'L2', 'level 2, on the visit'));
  await runner.do({ ...select, says: `${select.says}, again` });
};

const fillInPart = async (
  runner: ActRunner,
  id: string,
): Promise<{ readonly hospitalGap: string; readonly after: string }> => {
  await register(runner, id, 'Viet Nam’s level II hospital', dos, {
    capabilityCode: 'HOSP-L2',
    registrationReference: 'PCRS/2015/VNM/2',
  });
  const hospitalGap = await publishGap(runner, 'two level II hospitals for UNMISS', fgs, {
    mission: 'UNMISS',
    capabilityCode: 'HOSP-L2',
    number: 2,
    unit: 'unit',
    neededBy: null,
    priority: 'HIGH',
  });
  const { after } = await match(runner, id, hospitalGap, 'Viet Nam’s hospital to the gap, one of two');
  return { hospitalGap, after: String(after) };
};
