/** How answers about what a promise rests on look: its conditions, its partners, their turns. */
import {
  CREDIT_BASES,
  CREDIT_ROLES,
  PARTNER_CONFIRMATIONS,
  PARTNER_PARTS,
  PARTNER_ROLES,
  PARTNERSHIP_KINDS,
  PROPOSAL_KINDS,
} from '@pledgeline/contracts';
import type { Condition, Credit, Partner, PartnerProposal, Partnership, Pledge } from '@pledgeline/pledge';
import {
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
  type Static,
} from '../../answers/answer-schema.ts';

export const condition = object('Condition', {
  conditionId: uuid,
  text,
  declaredOn: orNull(day),
  outcome: orNull(oneOf(['MET', 'FAILED'], 'ConditionOutcome')),
  settledOn: orNull(day),
  evidence: orNull(text),
} satisfies Properties<Condition>);

const partner = {
  state: said(orNull(text), 'null for a body that is no state'),
  body: orNull(text),
  role: oneOf(PARTNER_ROLES),
  part: said(orNull(oneOf(PARTNER_PARTS)), 'in a kind of partnership that has parts'),
  share: said(orNull(number), 'per cent of the whole; null where nobody said'),
  from: day,
  to: orNull(day),
};

const confirmation = {
  confirmation: said(
    orNull(oneOf(PARTNER_CONFIRMATIONS)),
    'how the lead agreed; null: not confirmed, for it joined by its own word alone, and is not counted',
  ),
};

export const mergeConsent = object('MergeConsent', {
  mergeId: uuid,
  leadState: text,
  role: partner.role,
  share: partner.share,
  consentReference: text,
  consentedOn: day,
  others: said(list(uuid), 'pledges of the other states, as far as this one names them'),
} satisfies Properties<NonNullable<Pledge['mergeConsent']>>);

export const turns = list(
  object('Turn', { state: text, from: day, to: day } satisfies Properties<
    NonNullable<Partnership['turns']>['turns'][number]
  >),
);

export const partnershipOnPage = object('Partnership', {
  kind: oneOf(PARTNERSHIP_KINDS),
  lead: text,
  handoverTo: orNull(text),
  handoverOn: orNull(day),
  handedOverOn: said(orNull(day), 'when the next state came or became the lead'),
  partners: list(object('Partner', { ...partner, ...confirmation } satisfies Properties<Partner>)),
  former: list(
    object('FormerPartner', { ...partner, ...confirmation, leftOn: day } satisfies Properties<
      Partnership['former'][number]
    >),
  ),
  partnerMissing: said(flag, 'one left, and neither did another join since nor was it declared anew'),
  missingParts: said(
    list(oneOf(PARTNER_PARTS)),
    'in a kind of partnership that has parts: what nobody has taken on yet; it is incomplete until this is empty',
  ),
  proposals: said(
    list(
      object('PartnerProposal', {
        ...{ proposalId: uuid, kind: oneOf(PROPOSAL_KINDS, 'PartnerProposalKind') },
        ...partner,
        lead: said(orNull(text), 'of an invitation: who invited'),
        ...{ reference: orNull(text), since: orNull(day) },
      } satisfies Properties<PartnerProposal>),
    ),
    'invitations and requests that wait for an answer: those that the reader may see',
  ),
  turns: said(turns, 'which state is in the mission when, by the list agreed last'),
});

const credit = object('Credit', {
  state: said(orNull(text), 'null for a body that is no state'),
  body: orNull(text),
  role: said(orNull(oneOf(CREDIT_ROLES)), 'null where nobody said in which'),
  basis: said(
    oneOf(CREDIT_BASES),
    'on what ground: it pledged, it joined and was confirmed, it stands in a delivered course; NOT_CONFIRMED joined by its own word alone, and NAMED_ONLY is named by another alone and asked',
  ),
  counted: said(
    flag,
    'false: shown, and counted nowhere; so are NOT_CONFIRMED, NAMED_ONLY, and all of a promise that was taken back or lives on in others',
  ),
} satisfies Properties<Credit>);

export const creditsOnPage = said(
  list(credit),
  'who takes part in it: each state or body once in each of its roles, on the best ground that it has',
);

export type PartnershipOnPage = Static<typeof partnershipOnPage>;
