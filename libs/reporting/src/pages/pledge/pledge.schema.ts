/** How answers about pledges look. */
import { DOCUMENT_KINDS, LEVELS, SMART_PARTS, STATUSES, TRACKS, VISIT_OUTCOMES } from '@pledgeline/contracts';
import type { Missing, Pledge } from '@pledgeline/pledge';
import { announcement, link, money, quantity } from './announcement.schema.ts';
import {
  answeredAt,
  countedPage,
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
} from '../../answers/answer-schema.ts';
import type { CommandLink } from './command-links.ts';
import { correction } from './correction.schema.ts';
import { assessment, caveat } from './field.schema.ts';
import { deliveredOnPage } from './delivered.schema.ts';
import { implementationOnPage } from './implementation.schema.ts';
import { condition, mergeConsent, partnershipOnPage } from './partnership.schema.ts';
import type { PledgePage } from './pledge-page.ts';
import type { PossibleDuplicate } from './possible-duplicates.ts';
import { promiseShape } from './promise-shape.schema.ts';
import type { PledgeSummary } from '../../views/register/pledge-summary.ts';

const level = orNull(oneOf(LEVELS));

export const commandLink = object<CommandLink>('CommandLink', {
  command: text,
  method: oneOf(['POST']),
  href: text,
});

const summary: Properties<PledgeSummary> = {
  pledgeId: uuid,
  reference: text,
  memberState: said(text, 'ISO 3166 alpha-3, or X- and a listed organisation'),
  memberStateName: text,
  conference: orNull(text),
  category: text,
  capabilityCode: orNull(text),
  themes: list(text),
  track: orNull(oneOf(TRACKS)),
  description: text,
  quantity,
  money,
  missing: said(list(oneOf(SMART_PARTS)), 'what the promise leaves unsaid; BY_WHEN: no timeframe'),
  announcedOn: said(orNull(day), 'null when the source gives no date'),
  status: orNull(oneOf(STATUSES)),
  statusSince: day,
  level,
  validUntil: orNull(day),
  dueOn: said(orNull(day), 'the earliest day by which something is due'),
  revision: whole,
};

export const pledgeList = countedPage('PledgePage', object<PledgeSummary>('Pledge', summary));

type Internal = NonNullable<PledgePage['internal']>;

const noted = orNull(
  object<NonNullable<Pledge['lastAav']>>('VisitFinding', {
    visitId: uuid,
    outcome: oneOf(VISIT_OUTCOMES),
    conductedOn: day,
    validUntil: orNull(day),
    agreementReference: orNull(text),
    eventId: uuid,
  }),
);

const internal = object<Internal>('PledgeInternal', {
  documents: list(
    object<Pledge['documents'][number]>('Document', {
      kind: oneOf(DOCUMENT_KINDS),
      version: whole,
      eventId: uuid,
    }),
  ),
  clarifications: list(
    object<Pledge['clarifications'][number]>('Clarification', {
      clarificationId: uuid,
      question: text,
      field: orNull(text),
      dueOn: day,
      blocking: flag,
      answered: flag,
    }),
  ),
  lastAav: noted,
  lastRdlVerification: noted,
  pdvPassedOn: orNull(day),
  assessments: list(assessment),
  corrections: list(correction),
});

const mou = object<NonNullable<Pledge['mou']>>('MemorandumOfUnderstanding', {
  reference: text,
  strength: whole,
  equipmentAnnexVersion: text,
  signedOn: day,
  from: day,
  to: day,
});

export const pledgePage = object<PledgePage>('PledgeDetails', {
  ...summary,
  announcement: orNull(announcement),
  links: said(list(link), 'other announcements of the same pledge, in their own words'),
  ...promiseShape,
  timeframe: orNull(text),
  deployWithinDays: orNull(whole),
  levelValidUntil: orNull(day),
  lapsedOn: orNull(day),
  matches: list(
    object<Pledge['matches'][number]>('Match', {
      gapId: uuid,
      reservationId: uuid,
      mission: text,
      quantity: whole,
    }),
  ),
  leftToMatch: said(orNull(whole), 'how many can still be set against gaps'),
  selection: orNull(
    object<NonNullable<Pledge['selection']>>('Selection', {
      gapId: uuid,
      reservationId: text,
      mission: text,
      selectedOn: day,
    }),
  ),
  mou: orNull(mou),
  deployment: orNull(
    object<NonNullable<Pledge['deployment']>>('Deployment', {
      mission: text,
      deployedOn: day,
      strength: whole,
      lastRotatedOn: orNull(day),
      repatriatedOn: orNull(day),
    }),
  ),
  implementation: orNull(implementationOnPage),
  delivered: said(orNull(deliveredOnPage), 'what was given so far, each kind apart'),
  reachedOn: said(mapOf(orNull(day)), 'first day each status was reached; null where the source gives none'),
  lastHeardOn: orNull(day),
  partnership: said(orNull(partnershipOnPage), 'who carries it together; null for a pledge of one state'),
  mergeConsent: said(orNull(mergeConsent), 'where its state agreed that it goes into a joint pledge'),
  conditions: said(list(condition), 'what the promise depends on, and what became of it'),
  caveats: said(
    orNull(list(caveat)),
    'those the caller may read, open and lifted; null for whoever reads none',
  ),
  internal: said(orNull(internal), 'between the Secretariat and the state; null for other readers'),
  toAsk: said(
    list(object<Missing>('MissingPart', { part: oneOf(SMART_PARTS), ask: text })),
    'what the promise leaves unsaid, with what to ask the state',
  ),
  sourcesDiffer: said(flag, 'two accounts of the promise give different figures'),
  amountsRounded: said(flag, 'an amount was stored with more decimals than its currency has: it is rounded'),
  possibleDuplicates: said(
    list(
      object<PossibleDuplicate>('PossibleDuplicate', {
        kind: oneOf(['SAME', 'NEAR'], 'DuplicateKind'),
        pledgeId: uuid,
        reference: text,
        conference: orNull(text),
        status: orNull(oneOf(STATUSES)),
        forced: flag,
        link: commandLink,
      }),
    ),
    'pledges of the same state and capability that may be the same promise; forced: one was entered although the other was known',
  ),
  commands: said(list(commandLink), 'what the caller may send now'),
  ...answeredAt,
});
