/** How answers about missions look. */
import { HOST_STANDS, MISSION_KINDS, NEED_KINDS, PRIORITIES, STATUSES } from '@pledgeline/contracts';
import {
  answeredAt,
  day,
  flag,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Including,
  type Static,
} from '../../answers/answer-schema.ts';
import { commandsNowFields } from '../commands/commands-now.schema.ts';
import type { MissionRow } from '../../views/mission-calendar.view.ts';

const mission = {
  code: text,
  name: text,
  aliases: said(list(text), 'other names that mean it'),
  kind: oneOf(MISSION_KINDS),
  opened: said(orNull(text), 'a day, a month or a year, as exact as known'),
  hostStates: list(text),
  mandatedUntil: orNull(day),
  source: text,
  closesOn: said(orNull(day), 'the day of its closure, past or to come'),
  isClosing: said(flag, 'a closure is decided'),
  isClosed: said(flag, 'by the day that was asked for'),
  hostConsent: oneOf(HOST_STANDS),
  hostConsentSince: said(orNull(day), 'null while the host has said nothing, which is consent'),
  programmaticMoneyUntil: said(orNull(day), 'two years after the closure'),
  revision: said(orNull(whole), 'of what the desk has entered; null where that is nothing'),
} satisfies Including<NonNullable<MissionRow['mission']>>;

/** DEPLOYMENT is the closest tie; TERMS where only the announcement names the mission. */
const TIES = ['DEPLOYMENT', 'SELECTION', 'MATCH', 'POST', 'TERMS'] as const;

const tied = object('MissionPledge', {
  pledgeId: uuid,
  reference: text,
  memberState: text,
  status: orNull(oneOf(STATUSES)),
  tie: said(oneOf(TIES, 'MissionTie'), 'TERMS: only the announcement names the mission'),
  flagged: said(flag, 'the mission closes, or its host does not consent'),
});

const item = object('Mission', mission);
export const missionList = object('MissionList', {
  items: list(item),
  total: whole,
  ...answeredAt,
});
export const missionPage = object('MissionDetails', {
  ...mission,
  pledges: list(tied),
  gaps: said(
    list(
      object('MissionGap', {
        gapId: uuid,
        capabilityCode: text,
        number: whole,
        unit: text,
        neededBy: orNull(day),
        priority: oneOf(PRIORITIES),
      }),
    ),
    'open ones; for the public, those that are public',
  ),
  needs: said(
    list(object('MissionNeed', { needId: uuid, kind: oneOf(NEED_KINDS), text })),
    'open ones of the mission, for those who may read needs',
  ),
  ...commandsNowFields,
  ...answeredAt,
});

export type MissionAnswer = Static<typeof item>;
export type TiedPledge = Static<typeof tied>;
export type MissionList = Static<typeof missionList>;
export type MissionPage = Static<typeof missionPage>;
