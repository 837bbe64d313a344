/** The states and bodies that carry a pledge together. */
import { PARTS_OF_KIND } from '@pledgeline/contracts';
import type {
  DataOf,
  PartnerConfirmation,
  PartnerPart,
  PartnerRole,
  PartnerSide,
  PartnershipKind,
} from '@pledgeline/contracts';
import type { CoreState } from '../core.state.ts';
import type { Fields } from '../fields-of-event.ts';
import type { SplitState } from '../split/split.state.ts';
import { statePart } from '../state-part.ts';
import type { TurnList } from './turns.state.ts';

export interface PartnershipState {
  /** Null for a pledge that one state carries. */
  readonly partnership: Partnership | null;
  /** What one side said and the other has not answered: between the two and the Secretariat. */
  readonly partnerProposals: readonly PartnerProposal[];
  /** What became of the others, so that who answers too late is told. */
  readonly closedProposals: readonly ClosedProposal[];
}

export interface Partnership {
  readonly kind: PartnershipKind;
  /** Answers for the whole towards the Secretariat. */
  readonly lead: string;
  readonly handoverTo: string | null;
  readonly handoverOn: string | null;
  /** The day on which the next state came, or became the lead. */
  readonly handedOverOn: string | null;
  /** In the order in which they joined. */
  readonly partners: readonly Partner[];
  readonly former: readonly FormerPartner[];
  /** One left, and neither did another join since nor was the partnership declared anew. */
  readonly partnerMissing: boolean;
  readonly turns: TurnList | null;
}

/** One part in it; a state that gives a unit and keeps a camp has two. */
export interface Partner {
  /** Null for a body that is no state, which then has a name. */
  readonly state: string | null;
  readonly body: string | null;
  readonly role: PartnerRole;
  /** In a kind of partnership that has parts. */
  readonly part: PartnerPart | null;
  /** Per cent of the whole; null where nobody said. */
  readonly share: number | null;
  readonly from: string;
  readonly to: string | null;
  /** How the lead agreed; null for a partner that joined by its own word alone, which has no say and is not counted. */
  readonly confirmation: PartnerConfirmation | null;
}

export interface FormerPartner extends Partner {
  readonly leftOn: string;
}

export interface PartnerProposal extends Omit<Partner, 'confirmation'> {
  readonly proposalId: string;
  readonly kind: 'INVITATION' | 'REQUEST';
  /** Of an invitation: who invited. */
  readonly lead: string | null;
  readonly reference: string | null;
  readonly since: string | null;
}

export interface ClosedProposal extends Pick<
  PartnerProposal,
  'proposalId' | 'kind' | 'state' | 'body' | 'role'
> {
  /** The partner joined, or one of the two sides ended it. */
  readonly outcome: 'JOINED' | PartnerSide;
}

export interface PartnershipCommands {
  DeclarePartnership: Fields<'PartnershipDeclared', 'pledgeId' | 'kind' | 'handoverTo' | 'handoverOn'>;
  /** Asks for a part; before the rule set of 2026, takes it. */
  JoinPartnership: DataOf<'PartnershipRequested'>;
  LeavePartnership: Omit<DataOf<'PartnerLeft'>, 'share' | 'leftOn' | 'endedBy'>;
  PartFromPartner: Omit<DataOf<'PartnerLeft'>, 'share' | 'leftOn' | 'endedBy'>;
  NameLead: Omit<DataOf<'LeadNamed'>, 'formerLead'>;
}

export const partnershipState = statePart<PartnershipState, PartnershipCommands>({
  partnership: null,
  partnerProposals: [],
  closedProposals: [],
});

type Carried = PartnershipState & Pick<CoreState, 'memberState'>;

export const leadOf = ({ partnership, memberState }: Carried): string => partnership?.lead ?? memberState;

/** The states that made the promise: of a joint pledge, each state whose pledge went into it. */
export const promisedBy = (pledge: Carried & SplitState): readonly string[] =>
  pledge.lineage?.kind === 'MERGE' ? statesOf(pledge) : [pledge.memberState];

/** The parts of this kind of partnership that nobody has taken who is confirmed. */
export const missingParts = ({ partnership }: PartnershipState): readonly PartnerPart[] =>
  (PARTS_OF_KIND[partnership?.kind ?? 'ROTATION'] ?? []).filter(
    (part) => !confirmedIn(partnership).some((partner) => partner.part === part),
  );

/** The partners of whom both sides said so. Accountability page, section 6. */
export const confirmedIn = (partnership: Partnership | null): readonly Partner[] =>
  (partnership?.partners ?? []).filter(({ confirmation }) => confirmation !== null);

/** Those who joined by their own word alone, and wait for the lead. */
export const unconfirmedIn = (partnership: Partnership | null): readonly Partner[] =>
  (partnership?.partners ?? []).filter(({ confirmation }) => confirmation === null);

/** Every state that carries the pledge, that of its announcement first. */
export const statesOf = ({ partnership, memberState }: Carried): readonly string[] =>
  // Asked of every pledge by every pass over the register, and few have partners.
  partnership === null
    ? [memberState]
    : [
        ...new Set([
          memberState,
          partnership.lead,
          ...confirmedIn(partnership).flatMap(({ state }) => state ?? []),
        ]),
      ];

/** The states that may read the internal data of the pledge: those that carry it. Who joined by its own word alone does not. */
export const concernedIn = (pledge: Carried): readonly string[] => statesOf(pledge);
