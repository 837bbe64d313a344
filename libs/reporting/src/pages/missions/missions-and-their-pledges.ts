/**
 * Until when does each mission run, and which promises are tied to it? Missions close or reshape (seeds 001 and 004): what is
 * tied to a closing one is flagged, so that it can be offered elsewhere in time.
 */
import { addMonths, mission as missionOf, nearestMissions, type Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { missionActs, termsPromised, type Pledge } from '@pledgeline/pledge';
import { isOpen } from '../../views/register/due-dates.ts';
import { pagesOfPledges } from '../../views/register/pages-of-pledges.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { missionsKnown, type MissionsKnown } from '../../views/missions-known.ts';
import { GAP_BOARD, type GapRow } from '../../views/gap-board.view.ts';
import { NEED_BOARD, type NeedRow } from '../../views/need-board.view.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { commandsNow, offered } from '../commands/commands-now.ts';
import { missionList } from './mission.schema.ts';
import type { ListMissionsRequest } from './mission.request.ts';
import type { MissionAnswer, MissionList, MissionPage, TiedPledge } from './mission.schema.ts';

/** Seed 004 asks to keep a share of programmatic money for two years after a closure. */
const PROGRAMMATIC_MONTHS = 24;

/** The missions that everybody knows of, as the desk has entered what became of them, and those that it has entered besides. */
export const missions = async (
  { views, answeredAt }: QueryContext,
  { kind, open }: ListMissionsRequest,
  day: string,
): Promise<MissionList> => {
  const known = await missionsKnown(views);
  const items = known.codes
    .flatMap((code) => answer(code, known, day) ?? [])
    .filter((one) => (kind === undefined || one.kind === kind) && isOpenAs(open, one));
  return { items, total: items.length, ...answeredAt };
};

const isOpenAs = (open: string | undefined, { isClosed }: MissionAnswer): boolean =>
  open === undefined || (open === 'true') !== isClosed;

/** What a match or a selection ties to it, nobody finds who may not see the match. @throws {Rejected} MISSION_NOT_FOUND */
export const missionAndItsPledges = async (
  context: QueryContext,
  written: string,
  caller: Caller,
): Promise<MissionPage> => {
  const { views, answeredAt, today: day } = context;
  const known = await missionsKnown(views);
  const code = known.codeOf(written) ?? written;
  const means = (name: string | null | undefined): boolean =>
    typeof name === 'string' && known.codeOf(name) === code;
  const mission = answer(code, known, day);
  if (mission === undefined) {
    const nearest = nearestMissions(written);
    const hint = nearest.length === 0 ? '' : ` Nearest: ${nearest.join(', ')}.`;
    throw new Rejected('missing', 'MISSION_NOT_FOUND', `There is no mission ${written}.${hint}`, {
      mission: written,
      nearest,
    });
  }
  const flagged = mission.isClosing || mission.hostConsent === 'WITHDRAWN';
  const pledges: TiedPledge[] = [];
  for await (const page of pagesOfPledges(views))
    for (const { row: found } of page) {
      const { pledge } = found;
      const tie = isOpen(pledge) ? tieTo(pledge, means) : null;
      if (tie === null) continue;
      const { pledgeId, reference, memberState, status } = pledge;
      pledges.push({ pledgeId, reference, memberState, status, tie, flagged });
    }
  pledges.sort((one, other) => (one.reference < other.reference ? -1 : 1));
  const toDo = offered({ acts: missionActs, thing: mission, parameters: { mission: code } });
  return {
    ...mission,
    pledges,
    ...(await askedFor(views, code, means)),
    ...commandsNow([toDo], caller, context),
    ...answeredAt,
  };
};

/** What the mission still asks for. */
const askedFor = async (
  views: QueryContext['views'],
  code: string,
  means: Means,
): Promise<Pick<MissionPage, 'gaps' | 'needs'>> => {
  const gaps = await views.find<GapRow>(GAP_BOARD, { where: { mission: code } });
  const needs = await views.find<NeedRow>(NEED_BOARD);
  return {
    gaps: gaps
      .filter(({ row }) => !row.isClosed)
      .map(({ row: { gap } }) => {
        const { gapId, capabilityCode, number, unit, neededBy, priority } = gap;
        return { gapId, capabilityCode, number, unit, neededBy, priority };
      }),
    needs: needs
      .filter(({ row: { closedFor, need } }) => closedFor === null && means(need.body))
      .map(({ row: { need } }) => ({ needId: need.needId, kind: need.kind, text: need.text })),
  };
};

/** Whether the name is one of the mission, also one that means it only since the desk said so. */
type Means = (name: string | null | undefined) => boolean;

/** Undefined for a mission that nobody knows. */
const answer = (code: string, known: MissionsKnown, day: string): MissionAnswer | undefined => {
  const [reference, row] = [missionOf(code), known.rowOf(code)];
  const record = row?.mission ?? reference;
  if (record === undefined) return undefined;
  const { closesOn, hostConsent, hostConsentSince } = known.standingOf(code, day);
  return {
    code,
    name: record.name,
    aliases: [...new Set([...(reference?.aliases ?? []), ...(row?.aliases ?? [])])],
    kind: record.kind,
    opened: reference?.opened ?? null,
    hostStates: record.hostStates,
    mandatedUntil: row?.mission?.mandatedUntil ?? null,
    source: record.source,
    closesOn,
    isClosing: closesOn !== null,
    isClosed: closesOn !== null && closesOn < day,
    hostConsent,
    hostConsentSince,
    programmaticMoneyUntil: closesOn && addMonths(closesOn, PROGRAMMATIC_MONTHS),
    revision: row?.revision ?? null,
  };
};

/** The closest tie, where there are several. */
const tieTo = (pledge: Pledge, means: Means): TiedPledge['tie'] | null => {
  const { deployment, selection, matches, delivered } = pledge;
  if (means(deployment?.mission)) return deployment?.repatriatedOn === null ? 'DEPLOYMENT' : null;
  if (means(selection?.mission)) return 'SELECTION';
  if (matches.some(({ mission }) => means(mission))) return 'MATCH';
  if (delivered?.secondments.some(({ endedOn, mission }) => endedOn === null && means(mission)))
    return 'POST';
  return means(termsPromised(pledge)?.mission) ? 'TERMS' : null;
};

export const listMissions = asList(
  question('listMissions', 'FIGURES', (context, asked: ListMissionsRequest) =>
    missions(context, asked, context.today),
  ),
  { name: 'missions', schema: missionList },
);
export const getMission = question(
  'getMission',
  'FIGURES',
  (context, { code }: { readonly code: string }, caller) => missionAndItsPledges(context, code, caller),
);
