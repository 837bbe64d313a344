/** How answers about pledges look. */
import { ASKED_PARTS, DOCUMENT_KINDS, SPEAKERS, SUPPORT_KINDS, VISIT_OUTCOMES } from '@pledgeline/contracts';
import { commandsNowFields } from '../commands/commands-now.schema.ts';
import { commandLink } from '../../views/tasks/command-link.schema.ts';
import { fileOnPage } from './file.schema.ts';
import { possibleDuplicate } from './possible-duplicate.schema.ts';
import type { Missing, Pledge, SupportRequest, Word } from '@pledgeline/pledge';
import { accountability } from './accountability.schema.ts';
import { announcement, link, terms } from './announcement.schema.ts';
import { targetStanding } from './target.schema.ts';
import { definedByFields } from '../../answers/definitions.ts';
import {
  answeredAt,
  day,
  flag,
  list,
  mapOf,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Properties,
  type Static,
} from '../../answers/answer-schema.ts';
import { act, objection } from './act.schema.ts';
import { annulment, correction } from './correction.schema.ts';
import { assessment, caveat } from './field.schema.ts';
import { deliveredOnPage } from './delivered.schema.ts';
import { arrears, moneyLine } from './money.schema.ts';
import { implementationOnPage } from './implementation.schema.ts';
import { matching } from './matching.schema.ts';
import { feedback } from '../loop/neighbours.schema.ts';
import { missionOnPage } from './mission-on-page.schema.ts';
import { condition, creditsOnPage, mergeConsent, partnershipOnPage } from './partnership.schema.ts';
import { unitOrPart } from './unit-and-parts.schema.ts';
import { summaryFields } from './pledge-list.schema.ts';
import { promiseShape } from './promise-shape.schema.ts';
import { slotPlace } from '../requirements/slot-place.schema.ts';

const noted = orNull(
  object('VisitFinding', {
    visitId: uuid,
    outcome: oneOf(VISIT_OUTCOMES),
    conductedOn: day,
    validUntil: orNull(day),
    agreementReference: orNull(text),
    eventId: uuid,
  } satisfies Properties<NonNullable<Pledge['lastAav']>>),
);

const internal = object('PledgeInternal', {
  documents: list(
    object('Document', {
      kind: oneOf(DOCUMENT_KINDS),
      version: whole,
      eventId: uuid,
      datedOn: said(orNull(day), 'the day that its first version bears, where that is known'),
    } satisfies Properties<Pledge['documents'][number]>),
  ),
  clarifications: list(
    object('Clarification', {
      clarificationId: uuid,
      question: text,
      field: orNull(text),
      dueOn: day,
      blocking: flag,
      answered: flag,
    } satisfies Properties<Pledge['clarifications'][number]>),
  ),
  supportRequests: said(
    list(
      object('SupportRequest', {
        requestId: uuid,
        kind: oneOf(SUPPORT_KINDS),
        text,
        neededBy: orNull(day),
        askedOn: orNull(day),
        outcome: said(orNull(oneOf(['ANSWERED', 'DECLINED'], 'SupportOutcome')), 'null while it waits'),
        settledOn: orNull(day),
        answer: said(orNull(text), 'or the reason why there is none'),
        reference: orNull(text),
      } satisfies Properties<SupportRequest>),
    ),
    'what the state asked of the Secretariat',
  ),
  lastAav: noted,
  lastRdlVerification: noted,
  pdvPassedOn: orNull(day),
  assessments: list(assessment),
  findingsSharedWith: said(
    object('TrainersWhoRead', { states: list(text), bodies: list(text) } satisfies Properties<
      Pledge['findingsSharedWith']
    >),
    'whose trainers may read findings, while the state lets them',
  ),
  corrections: list(correction),
  acts: said(list(act), 'that officers recorded for states and bodies, by their papers'),
  annulments: list(annulment),
});

const mou = object('MemorandumOfUnderstanding', {
  reference: text,
  strength: whole,
  equipmentAnnexVersion: text,
  signedOn: day,
  from: day,
  to: day,
} satisfies Properties<NonNullable<Pledge['mou']>>);

export const pledgePage = object('PledgeDetails', {
  ...summaryFields,
  announcement: orNull(announcement),
  links: said(list(link), 'other announcements of the same pledge, in their own words'),
  ...promiseShape,
  terms: said(terms, 'as they hold now: announced, stated since, or amended'),
  targets: said(list(targetStanding), 'what was aimed at, with what each side measured'),
  timeframe: orNull(text),
  levelValidUntil: orNull(day),
  lapsedOn: orNull(day),
  ...matching,
  selection: orNull(
    object('Selection', {
      gapId: said(orNull(uuid), 'null for the public'),
      reservationId: said(orNull(text), 'null for the public'),
      mission: text,
      selectedOn: day,
    } satisfies Properties<NonNullable<Pledge['selection']>>),
  ),
  slots: said(
    list(slotPlace),
    'of the newest editions of requirements that it fills, by its gap or its posts',
  ),
  mou: orNull(mou),
  deployment: orNull(
    object('Deployment', {
      mission: text,
      deployedOn: day,
      strength: whole,
      lastRotatedOn: orNull(day),
      repatriatedOn: orNull(day),
    } satisfies Properties<NonNullable<Pledge['deployment']>>),
  ),
  partOfUnit: said(orNull(unitOrPart), 'the unit that it is a part of, with the own values of that unit'),
  partsOfUnit: said(list(unitOrPart), 'such as its engagement platoons, each with its own values'),
  feedback: said(feedback, 'what comes before and after it, from a finding to the evaluation of a course'),
  implementation: orNull(implementationOnPage),
  delivered: said(orNull(deliveredOnPage), 'what was given so far, each kind apart'),
  accountability: said(accountability, 'what has to be kept of the promise, and what became of it'),
  moneyByGiver: said(
    list(moneyLine),
    'one line for each currency, giver and kind of funding: no two are ever added up',
  ),
  arrears: orNull(arrears),
  reachedOn: said(mapOf(orNull(day)), 'first day each status was reached; null where the source gives none'),
  lastWord: said(
    orNull(object('LastWord', { on: day, by: oneOf(SPEAKERS) } satisfies Properties<Word>)),
    'the last word of the state, a partner or the implementing body that the reader may read; the Secretariat has none',
  ),
  silentFrom: said(
    orNull(day),
    'from this day on the pledge is silent if nobody speaks; null where nobody owes a word: deployed, partly fulfilled, lapsed or ended',
  ),
  silent: said(flag, 'no word that the reader may read for 12 months; for the public: no public word'),
  missions: said(
    list(missionOnPage),
    'that the pledge names: where its unit is or goes, its posts are, or its words say',
  ),
  partnership: said(orNull(partnershipOnPage), 'who carries it together; null for a pledge of one state'),
  credits: creditsOnPage,
  mergeConsent: said(orNull(mergeConsent), 'where its state agreed that it goes into a joint pledge'),
  conditions: said(list(condition), 'what the promise depends on, and what became of it'),
  caveats: said(
    orNull(list(caveat)),
    'those the caller may read, open and lifted; null for whoever reads none',
  ),
  internal: said(orNull(internal), 'between the Secretariat and the state; null for other readers'),
  file: said(
    orNull(fileOnPage),
    'what officers noted, and who deals with it; null for everybody but readers of everything',
  ),
  objections: said(
    list(objection),
    'to events that officers recorded for a state or body, as far as the caller may read these',
  ),
  toAsk: said(
    list(object('MissingPart', { part: oneOf(ASKED_PARTS), ask: text } satisfies Properties<Missing>)),
    'what the promise leaves unsaid, also what a multiple such as "double" starts from, with what to ask the state',
  ),
  sourcesDiffer: said(flag, 'two accounts of the promise give different figures'),
  amountsRounded: said(flag, 'an amount was stored with more decimals than its currency has: it is rounded'),
  possibleDuplicates: said(
    list(possibleDuplicate),
    'the nearest of the pledges of the same state and capability that may be the same promise; forced: one was entered although the other was known',
  ),
  possibleDuplicatesInAll: said(whole, 'how many such pledges there are; 1000: a thousand or more'),
  inAll: said(
    mapOf(whole),
    'how long the lists are of which only the newest 50 are shown, such as `internal.clarifications`; the history has the others',
  ),
  atRevision: said(
    orNull(whole),
    'after which of its events the pledge is shown as it was recorded then; null where none was asked for',
  ),
  ...commandsNowFields,
  commands: said(list(commandLink), 'what the caller may send now; at most 50 addresses of one command'),
  ...definedByFields,
  ...answeredAt,
});

export type PledgePage = Static<typeof pledgePage>;
export type PossibleDuplicates = Pick<PledgePage, 'possibleDuplicates' | 'possibleDuplicatesInAll'>;
export type PossibleDuplicate = PledgePage['possibleDuplicates'][number];
