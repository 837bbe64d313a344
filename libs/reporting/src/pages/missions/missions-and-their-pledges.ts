/**
 * Until when does each mission run, and which promises are tied to it? Missions close or reshape (seeds 001 and 004): what is
 * tied to a closing one is flagged, so that it can be offered elsewhere in time.
 */
import { addMonths } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { termsPromised, type Pledge } from '@pledgeline/pledge';
import { isOpen } from '../../views/register/due-dates.ts';
import { everyRow } from '../../answers/every-row.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { MISSION_CALENDAR, type MissionRow } from '../../views/mission-calendar.view.ts';
import { question } from '../../read-models/question.ts';
import type { MissionAnswer, MissionList, MissionPage, TiedPledge } from './mission.schema.ts';

/** Seed 004 asks to keep a share of programmatic money for two years after a closure. */
const PROGRAMMATIC_MONTHS = 24;

export const missions = async ({ views, answeredAt }: QueryContext): Promise<MissionList> => ({
  items: (await views.find<MissionRow>(MISSION_CALENDAR)).map(({ row }) => answer(row)),
  ...answeredAt,
});

/** What a match or a selection ties to it, nobody finds who may not see the match. @throws {Rejected} MISSION_NOT_FOUND */
export const missionAndItsPledges = async (
  { views, answeredAt }: QueryContext,
  code: string,
): Promise<MissionPage> => {
  const row = await views.get<MissionRow>(MISSION_CALENDAR, code);
  if (row === undefined) {
    throw new Rejected('missing', 'MISSION_NOT_FOUND', `There is no mission ${code}.`, { mission: code });
  }
  const mission = answer(row);
  const flagged = mission.isClosing || mission.hostConsent === 'WITHDRAWN';
  const pledges: TiedPledge[] = [];
  for await (const { row: found } of everyRow<RegisterRow>(views, PLEDGE_REGISTER)) {
    const { pledge } = found;
    const tie = isOpen(pledge) ? tieTo(pledge, code) : null;
    if (tie === null) continue;
    const { pledgeId, reference, memberState, status } = pledge;
    pledges.push({ pledgeId, reference, memberState, status, tie, flagged });
  }
  pledges.sort((one, other) => (one.reference < other.reference ? -1 : 1));
  return { ...mission, pledges, ...answeredAt };
};

const answer = ({
  mission,
  closesOn,
  hostConsent,
  hostConsentSince,
  revision,
}: MissionRow): MissionAnswer => ({
  ...mission,
  closesOn,
  isClosing: closesOn !== null,
  hostConsent,
  hostConsentSince,
  programmaticMoneyUntil: closesOn && addMonths(closesOn, PROGRAMMATIC_MONTHS),
  revision,
});

/** The closest tie, where there are several. */
const tieTo = (pledge: Pledge, code: string): TiedPledge['tie'] | null => {
  const { deployment, selection, matches } = pledge;
  if (deployment?.mission === code) return deployment.repatriatedOn === null ? 'DEPLOYMENT' : null;
  if (selection?.mission === code) return 'SELECTION';
  if (matches.some(({ mission }) => mission === code)) return 'MATCH';
  return termsPromised(pledge)?.mission === code ? 'TERMS' : null;
};

export const listMissions = question('listMissions', 'FIGURES', (context, _: object) => missions(context));
export const getMission = question('getMission', 'FIGURES', (context, { code }: { readonly code: string }) =>
  missionAndItsPledges(context, code),
);
