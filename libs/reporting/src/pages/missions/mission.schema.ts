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
  type Properties,
} from '../../answers/answer-schema.ts';
import {
  TIES,
  type MissionAnswer,
  type MissionList,
  type MissionPage,
  type TiedPledge,
} from './missions-and-their-pledges.ts';

const mission: Properties<MissionAnswer> = {
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
};

const tied = object<TiedPledge>('MissionPledge', {
  pledgeId: uuid,
  reference: text,
  memberState: text,
  status: orNull(oneOf(STATUSES)),
  tie: said(oneOf(TIES, 'MissionTie'), 'TERMS: only the announcement names the mission'),
  flagged: said(flag, 'the mission closes, or its host does not consent'),
});

export const missionList = object<MissionList>('MissionList', {
  items: list(object<MissionAnswer>('Mission', mission)),
  ...answeredAt,
});
export const missionPage = object<MissionPage>('MissionDetails', {
  ...mission,
  pledges: list(tied),
  ...answeredAt,
});
