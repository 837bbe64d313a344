/** How answers about conferences look. */
import { CONFERENCE_KINDS, CONFERENCE_ROLES, PUBLISHED_FACTS } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPage,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  whole,
  type Properties,
} from '../../answers/answer-schema.ts';
import type { ConferenceAnswer } from './conferences-and-their-counts.ts';
import type { AnsweredAt } from '../../answers/query-context.ts';

const figure = object<ConferenceAnswer['counted']['pledges']>('ConferenceFigure', {
  value: whole,
  definition: text,
});

const conference: Properties<ConferenceAnswer> = {
  code: text,
  kind: oneOf(CONFERENCE_KINDS),
  name: text,
  start: said(orNull(text), 'a day, a month or a year, as exact as known'),
  end: orNull(text),
  place: orNull(text),
  mainConference: said(orNull(text), 'the one that a preparatory conference prepares'),
  preparedBy: said(
    list(
      object<ConferenceAnswer['preparedBy'][number]>('PreparatoryConference', {
        code: text,
        name: text,
        start: orNull(text),
        themes: list(text),
      }),
    ),
    'its preparatory conferences, in the order of their codes',
  ),
  roles: list(
    object<ConferenceAnswer['roles'][number]>('ConferencePart', {
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
      object<ConferenceAnswer['published'][number]>('PublishedFact', {
        what: oneOf(PUBLISHED_FACTS),
        value: text,
        source: text,
      }),
    ),
    'word for word as the sources state it; where they differ, one beside the other',
  ),
  counted: said(
    object<ConferenceAnswer['counted']>('ConferenceCounts', {
      pledges: figure,
      statesWithNewPledges: figure,
    }),
    'our own counts, from the register',
  ),
  revision: whole,
};

export const conferenceList = countedPage(
  'ConferencePage',
  object<ConferenceAnswer>('Conference', conference),
);
export const conferencePage = object<ConferenceAnswer & AnsweredAt>('ConferenceDetails', {
  ...conference,
  ...answeredAt,
});
