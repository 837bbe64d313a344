/** How answers about missions look. */
import { HOST_STANDS, STATUSES } from '@pledgeline/contracts';
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
import type { MissionRow } from '../../views/mission-calendar.view.ts';

const mission = {
  code: text,
  name: text,
  hostStates: list(text),
  mandatedUntil: orNull(day),
  source: text,
  closesOn: orNull(day),
  isClosing: flag,
  hostConsent: oneOf(HOST_STANDS),
  hostConsentSince: orNull(day),
  programmaticMoneyUntil: said(orNull(day), 'two years after the closure'),
  revision: whole,
} satisfies Including<MissionRow['mission']>;

/** DEPLOYMENT is the closest tie; TERMS where only the announcement names the mission. */
const TIES = ['DEPLOYMENT', 'SELECTION', 'MATCH', 'TERMS'] as const;

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
  ...answeredAt,
});
export const missionPage = object('MissionDetails', {
  ...mission,
  pledges: list(tied),
  ...answeredAt,
});

export type MissionAnswer = Static<typeof item>;
export type TiedPledge = Static<typeof tied>;
export type MissionList = Static<typeof missionList>;
export type MissionPage = Static<typeof missionPage>;
