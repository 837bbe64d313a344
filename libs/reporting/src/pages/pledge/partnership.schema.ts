/** How answers about what a promise rests on look: its conditions, its partners, their turns. */
import { PARTNER_PARTS, PARTNER_ROLES, PARTNERSHIP_KINDS, STATUSES } from '@pledgeline/contracts';
import type { Condition, Partner, Partnership, Pledge } from '@pledgeline/pledge';
import {
  countedPage,
  day,
  flag,
  list,
  number,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  type Properties,
} from '../../answers/answer-schema.ts';
import type { PartnershipOnPage } from './partnership-on-page.ts';
import type { FlaggedHole, Rotation } from '../rotations/rotations.ts';

export const condition = object<Condition>('Condition', {
  conditionId: uuid,
  text,
  declaredOn: orNull(day),
  outcome: orNull(oneOf(['MET', 'FAILED'], 'ConditionOutcome')),
  settledOn: orNull(day),
  evidence: orNull(text),
});

const partner: Properties<Partner> = {
  state: said(orNull(text), 'null for a body that is no state'),
  body: orNull(text),
  role: oneOf(PARTNER_ROLES),
  part: said(orNull(oneOf(PARTNER_PARTS)), 'in a triangular partnership'),
  share: said(orNull(number), 'per cent of the whole; null where nobody said'),
  from: day,
  to: orNull(day),
};

export const mergeConsent = object<NonNullable<Pledge['mergeConsent']>>('MergeConsent', {
  mergeId: uuid,
  leadState: text,
  role: partner.role,
  share: partner.share,
  consentReference: text,
  consentedOn: day,
});

const turns = list(
  object<NonNullable<Partnership['turns']>['turns'][number]>('Turn', { state: text, from: day, to: day }),
);

export const partnershipOnPage = object<PartnershipOnPage>('Partnership', {
  kind: oneOf(PARTNERSHIP_KINDS),
  lead: text,
  handoverTo: orNull(text),
  handoverOn: orNull(day),
  partners: list(object<Partner>('Partner', partner)),
  former: list(object<Partnership['former'][number]>('FormerPartner', { ...partner, leftOn: day })),
  partnerMissing: said(flag, 'one left, and neither did another join since nor was it declared anew'),
  missingParts: said(
    list(oneOf(PARTNER_PARTS)),
    'in a triangular partnership: what nobody has taken on yet; it is incomplete until this is empty',
  ),
  turns: said(turns, 'which state is in the mission when, by the list agreed last'),
});

const rotation = object<Rotation>('Rotation', {
  pledgeId: uuid,
  reference: text,
  lead: text,
  leadName: text,
  status: orNull(oneOf(STATUSES)),
  states: said(list(text), 'every state that carries the pledge'),
  inPlace: said(orNull(text), 'whose turn it is, or comes first; null where no list was agreed'),
  turns,
  holes: said(
    list(object<FlaggedHole>('RotationGap', { from: day, to: orNull(day), warnFrom: day })),
    'where no state is in place, from the present turn on; `warnFrom` is when it is flagged',
  ),
});

export const rotationList = countedPage('RotationPage', rotation);
