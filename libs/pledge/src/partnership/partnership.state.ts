/** The states and bodies that carry a pledge together. */
import { PARTNER_PARTS } from '@pledgeline/contracts';
import type { DataOf, PartnerPart, PartnerRole, PartnershipKind } from '@pledgeline/contracts';
import type { CoreState } from '../core.state.ts';
import type { Fields } from '../fields-of-event.ts';
import type { SplitState } from '../split/split.state.ts';
import { statePart } from '../state-part.ts';
import type { TurnList } from './turns.state.ts';

export interface PartnershipState {
  /** Null for a pledge that one state carries. */
  readonly partnership: Partnership | null;
}

export interface Partnership {
  readonly kind: PartnershipKind;
  /** Answers for the whole towards the Secretariat. */
  readonly lead: string;
  readonly handoverTo: string | null;
  readonly handoverOn: string | null;
  /** In the order in which they joined. */
  readonly partners: readonly Partner[];
  readonly former: readonly FormerPartner[];
  /** One left, and neither did another join since nor was the partnership declared anew. */
  readonly partnerMissing: boolean;
  readonly turns: TurnList | null;
  /** Partners that others than they themselves have stood for: see `concernedIn`. */
  readonly takenIn: readonly string[];
}

/** One part in it; a state that gives a unit and keeps a camp has two. */
export interface Partner {
  /** Null for a body that is no state, which then has a name. */
  readonly state: string | null;
  readonly body: string | null;
  readonly role: PartnerRole;
  /** In a triangular partnership. */
  readonly part: PartnerPart | null;
  /** Per cent of the whole; null where nobody said. */
  readonly share: number | null;
  readonly from: string;
  readonly to: string | null;
}

export interface FormerPartner extends Partner {
  readonly leftOn: string;
}

export interface PartnershipCommands {
  DeclarePartnership: Fields<'PartnershipDeclared', 'pledgeId' | 'kind' | 'handoverTo' | 'handoverOn'>;
  JoinPartnership: DataOf<'PartnerJoined'>;
  LeavePartnership: Omit<DataOf<'PartnerLeft'>, 'share' | 'leftOn'>;
  NameLead: Omit<DataOf<'LeadNamed'>, 'formerLead'>;
}

export const partnershipState = statePart<PartnershipState, PartnershipCommands>({ partnership: null });

type Carried = PartnershipState & Pick<CoreState, 'memberState'>;

export const leadOf = ({ partnership, memberState }: Carried): string => partnership?.lead ?? memberState;

/** The states that made the promise: of a joint pledge, each state whose pledge went into it. */
export const promisedBy = (pledge: Carried & SplitState): readonly string[] =>
  pledge.lineage?.kind === 'MERGE' ? statesOf(pledge) : [pledge.memberState];

/** The parts that nobody has taken in a triangular partnership, which has three; none in any other kind. */
export const missingParts = ({ partnership }: PartnershipState): readonly PartnerPart[] =>
  partnership?.kind === 'TRIANGULAR'
    ? PARTNER_PARTS.filter((part) => !partnership.partners.some((partner) => partner.part === part))
    : [];

/** Every state that carries the pledge, that of its announcement first. */
export const statesOf = ({ partnership, memberState }: Carried): readonly string[] => [
  ...new Set([
    memberState,
    ...(partnership === null ? [] : [partnership.lead]),
    ...(partnership?.partners ?? []).flatMap(({ state }) => state ?? []),
  ]),
];

/**
 * The states that may read the internal data of the pledge. A state joins by its own hand, with a consent of the lead that
 * it names itself: that alone opens nothing. It is taken in when it joined by a merger, or when lead or Secretariat acted on
 * the partnership (declared it anew, agreed turns, named a lead) with the state in it.
 */
export const concernedIn = (pledge: Carried): readonly string[] =>
  statesOf(pledge).filter(
    (state) =>
      state === pledge.memberState ||
      state === leadOf(pledge) ||
      pledge.partnership?.takenIn.includes(state) === true,
  );
