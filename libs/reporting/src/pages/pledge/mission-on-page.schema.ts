/** How the page of a pledge shows the missions that the pledge is tied to. */
import { HOST_STANDS } from '@pledgeline/contracts';
import {
  day,
  flag,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  type Static,
} from '../../answers/answer-schema.ts';

const MISSION_MARKS = ['CLOSES', 'CLOSED', 'HOST_CONSENT_MISSING', 'UNKNOWN'] as const;

export const missionOnPage = object('MissionOfPledge', {
  asStated: text,
  code: said(orNull(text), 'null where no mission is known by this name'),
  closesOn: orNull(day),
  isClosed: flag,
  hostConsent: orNull(oneOf(HOST_STANDS)),
  marks: list(oneOf(MISSION_MARKS, 'MissionMark')),
});

export type MissionOnPage = Static<typeof missionOnPage>;
