/**
 * Three real pledges on their way: one to the mission at the highest level of readiness, one refused at first, one that
 * fills half a need. Everything goes through the HTTP door under `baseUrl`, whichever processes are behind it.
 */
import { monthsAfter } from './dates.ts';
import type { Door } from './door.ts';
import { people } from './people.ts';
import { document, level, match, publishGap, register, visit } from './steps.ts';
import { teller, type Act, type Teller, type Told } from './teller.ts';

export interface Ending {
  /** India, 2025: a quick-reaction force company, deployed at the Rapid Deployment Level. */
  readonly deployed: string;
  /** Rwanda, 2015: an all-women police unit, refused without a visit, then visited and selected. */
  readonly selected: string;
  /** Viet Nam, 2015: one of the two level II hospitals that a mission needs. */
  readonly matched: string;
  /** The gap of two hospitals. */
  readonly hospitalGap: string;
  /** `stream@revision` of the last act: queries told it show all of the story. */
  readonly after: string;
}

const { desk, sfgc, fgs, police, dos, mission } = people;

/** The real pledges that the story finds. */
const IMPORTED = 197;

/** @param today `YYYY-MM-DD`: everything happens on this day, so that no validity of 2015 runs out at once. */
export const tellStory = async (door: Door, today: string, tell: (told: Told) => void): Promise<Ending> => {
  const story = teller(door, tell);
  // The list follows the import a moment later.
  await story.until(desk, '/pledges?limit=1', ({ total }) => total === IMPORTED);
  const deployed = await findPledge(door, 'conference=2025-berlin&memberState=IND&capabilityCode=QRF-COY');
  const selected = await findPledge(door, 'conference=2015-new-york&memberState=RWA&capabilityCode=FPU-F');
  const matched = await findPledge(door, 'conference=2015-new-york&memberState=VNM&capabilityCode=HOSP-L2');

  await deployAtRapidLevel(story, deployed, today);
  await refuseThenSelect(story, selected, today);
  const { hospitalGap, after } = await fillInPart(story, matched);
  await story.allVisible(desk);
  return { deployed, selected, matched, hospitalGap, after };
};

const findPledge = async (door: Door, query: string): Promise<string> => {
  const { body } = await door.ask(desk, `/pledges?${query}`);
  const [found] = body.items as readonly { readonly pledgeId: string }[];
  if (found === undefined) throw new Error(`no pledge with ${query}: were the real pledges imported?`);
  return found.pledgeId;
};

const deployAtRapidLevel = async (story: Teller, id: string, today: string): Promise<void> => {
  const pledge = `/pledges/${id}`;
  await register(story, id, 'India’s quick-reaction force', sfgc, {
    capabilityCode: 'QRF-COY',
    deployWithinDays: 45,
    registrationReference: 'PCRS/2025/IND/1',
  });
  await visit(story, id, 'AAV', 'IND', today);
  await story.do(level(id, 'L2', 'level 2, on the visit'));
  await document(story, id, 'LOAD_LIST', 'the load list');
  await story.do(
    level(id, 'L3', 'level 3, the load list aligned with the requirement', {
      surReference: 'SUR/QRF/2024',
      alignmentReference: 'FGS/2026/88',
      confirmedBy: 'FGS/2026/88',
    }),
  );
  await visit(story, id, 'RDL', 'IND', today, 'RDL/IND/2026');
  await story.do(
    level(id, 'RDL', 'the Rapid Deployment Level', {
      agreementReference: 'RDL/IND/2026',
      deployWithinDays: 45,
    }),
  );
  const gap = await publishGap(story, 'a quick-reaction force for MINUSCA', fgs, {
    mission: 'MINUSCA',
    capabilityCode: 'QRF-COY',
    number: 1,
    unit: 'unit',
    neededBy: monthsAfter(today, 3),
    priority: 'HIGH',
  });
  await match(story, id, gap, 'India’s company to the gap');
  await story.do({
    who: fgs,
    says: 'selects India’s company for MINUSCA',
    path: `${pledge}/selection`,
    body: { gapId: gap, decisionReference: 'OMA/2026/17', hostConsent: 'GIVEN' },
  });
  await story.do({
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
  await story.do({
    who: fgs,
    says: 'holds the pre-deployment visit: passed',
    path: `${pledge}/pdv`,
    body: { from: today, to: today, result: 'PASSED', dosReference: 'DOS/PDV/2026/9' },
  });
  await story.do({
    who: mission,
    says: 'sees the company arrive in Bangui',
    path: `${pledge}/deployment`,
    body: { place: 'Bangui', strength: 218, equipmentArrivalShare: 100 },
  });
};

const refuseThenSelect = async (story: Teller, id: string, today: string): Promise<void> => {
  await register(story, id, 'Rwanda’s police unit', police, {
    capabilityCode: 'FPU-F',
    registrationReference: 'PCRS/2015/RWA/7',
  });
  const gap = await publishGap(story, 'a formed police unit for UNMISS', police, {
    mission: 'UNMISS',
    capabilityCode: 'FPU-F',
    substitutes: ['FPU'],
    number: 1,
    unit: 'unit',
    neededBy: monthsAfter(today, 6),
    priority: 'MEDIUM',
  });
  await match(story, id, gap, 'Rwanda’s unit to the gap');
  const select: Act = {
    who: police,
    says: 'selects Rwanda’s unit for UNMISS',
    path: `/pledges/${id}/selection`,
    body: { gapId: gap, decisionReference: 'PD/2026/31', hostConsent: 'GIVEN' },
  };
  await story.do({ ...select, refused: 'AAV_MISSING' });
  await visit(story, id, 'AAV', 'RWA', today);
  await story.do(level(id, 'L2', 'level 2, on the visit'));
  await story.do({ ...select, says: `${select.says}, again` });
};

const fillInPart = async (
  story: Teller,
  id: string,
): Promise<{ readonly hospitalGap: string; readonly after: string }> => {
  await register(story, id, 'Viet Nam’s level II hospital', dos, {
    capabilityCode: 'HOSP-L2',
    registrationReference: 'PCRS/2015/VNM/2',
  });
  const hospitalGap = await publishGap(story, 'two level II hospitals for UNMISS', fgs, {
    mission: 'UNMISS',
    capabilityCode: 'HOSP-L2',
    number: 2,
    unit: 'unit',
    neededBy: null,
    priority: 'HIGH',
  });
  const { after } = await match(story, id, hospitalGap, 'Viet Nam’s hospital to the gap, one of two');
  return { hospitalGap, after: String(after) };
};
