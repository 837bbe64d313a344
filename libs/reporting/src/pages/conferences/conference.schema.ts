/** How answers about conferences look. */
import { CONFERENCE_KINDS, CONFERENCE_ROLES, PUBLISHED_FACTS } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPageFields,
  flag,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  whole,
  type Properties,
  type Including,
  type Static,
} from '../../answers/answer-schema.ts';
import { definedByFields } from '../../answers/definitions.ts';
import { commandsNowFields } from '../commands/commands-now.schema.ts';
import type { ConferenceRow } from '../../views/conference-list.view.ts';

const figure = object('ConferenceFigure', {
  value: whole,
  definition: text,
});

const conference = {
  code: text,
  kind: oneOf(CONFERENCE_KINDS),
  name: text,
  start: said(orNull(text), 'a day, a month or a year, as exact as known'),
  end: orNull(text),
  place: orNull(text),
  series: said(flag, 'whether it is one of the summits and ministerials held in turn since 2014'),
  placeInSeries: said(
    orNull(whole),
    'which of the series it is, the earliest being the first; null for one beside it',
  ),
  raisesFor: said(orNull(text), 'the fund, body or mission that a fundraising conference raises money for'),
  mainConference: said(orNull(text), 'the one that a preparatory conference prepares'),
  preparedBy: said(
    list(
      object('PreparatoryConference', {
        code: text,
        name: text,
        start: orNull(text),
        themes: list(text),
      }),
    ),
    'its preparatory conferences, in the order of their codes',
  ),
  roles: list(
    object('ConferencePart', {
      memberState: said(orNull(text), 'null where the name as stated is that of no state'),
      asStated: text,
      role: oneOf(CONFERENCE_ROLES),
      pledges: said(
        orNull(whole),
        'announced at this conference that this state carries, alone or with others; null where it is no state',
      ),
      href: said(orNull(text), 'where these pledges are listed'),
    }),
  ),
  themes: list(text),
  crossCuttingThemes: said(list(text), 'those that run through all sessions'),
  source: text,
  published: said(
    list(
      object('PublishedFact', {
        what: oneOf(PUBLISHED_FACTS),
        value: text,
        source: text,
      } satisfies Properties<ConferenceRow['conference']['published'][number]>),
    ),
    'word for word as the sources state it; where they differ, one beside the other',
  ),
  counted: said(
    object('ConferenceCounts', {
      pledges: figure,
      statesWithNewPledges: figure,
    }),
    'our own counts, from the register',
  ),
  revision: whole,
} satisfies Including<ConferenceRow['conference']>;

const item = object('Conference', conference);
export const conferenceList = object('ConferencePage', {
  ...countedPageFields(item),
  ...definedByFields,
});
export const conferencePage = object('ConferenceDetails', {
  ...conference,
  ...definedByFields,
  ...commandsNowFields,
  ...answeredAt,
});

export type ConferenceAnswer = Static<typeof item>;
export type ConferenceList = Static<typeof conferenceList>;
export type ConferencePage = Static<typeof conferencePage>;
