/**
 * What can be wished of a pledge. The business date of each act is `meta.occurredOn`; who acts, and when, is in `meta`.
 * "By policy" and "by job" mark what the system alone sends; those have no address.
 */
import type { DataOf, Level, PledgeEvent } from '@pledgeline/contracts';
import type { Command } from '@pledgeline/event-sourcing';

/** The fields a command shares with the event it asks for. */
type Fields<Type extends PledgeEvent['type'], Keys extends keyof DataOf<Type>> = Pick<DataOf<Type>, Keys>;

export interface PledgeWishes {
  /** `meta.occurredOn` is the day of the announcement, or null where no source gives one. */
  AnnouncePledge: Omit<DataOf<'PledgeAnnounced'>, 'announcedOn'> & {
    /** A pledge the same state already made in the same words, if the read model knows one. */
    readonly duplicateOf: string | null;
  };
  LinkAnnouncement: Omit<DataOf<'AnnouncementLinked'>, 'announcedOn'>;
  AcknowledgePledge: Fields<'PledgeAcknowledged', 'pledgeId' | 'acknowledgementReference'>;
  RequestClarification: DataOf<'ClarificationRequested'>;
  ProvideClarification: DataOf<'ClarificationProvided'>;
  ReceiveDocumentation: Omit<DataOf<'DocumentationReceived'>, 'receivedOn'>;
  RegisterPledge: Omit<DataOf<'PledgeRegistered'>, 'level' | 'validUntil' | 'track'>;
  DeclineRegistration: DataOf<'RegistrationDeclined'>;
  WithdrawPledge: Fields<'PledgeWithdrawn', 'pledgeId' | 'reason' | 'source'>;
  /** Validity end asked for; null takes the longest the rule set allows. */
  RenewPledge: { readonly pledgeId: string; readonly validUntil: string | null };
  /** By job. */
  RemindRenewal: { readonly pledgeId: string };
  /** By job. */
  LapsePledge: { readonly pledgeId: string };
  /** By policy, from the outcome of a visit. */
  NoteVisitOutcome: Omit<DataOf<'VisitOutcomeNoted'>, 'validUntil'>;
  AttainLevel: Fields<
    'LevelAttained',
    | 'pledgeId'
    | 'surReference'
    | 'alignmentReference'
    | 'agreementReference'
    | 'deployWithinDays'
    | 'confirmedBy'
  > & { readonly level: Exclude<Level, 'L1'> };
  DowngradeLevel: Fields<'LevelDowngraded', 'pledgeId' | 'level' | 'reason' | 'consentReference'>;
  MatchPledge: Fields<'PledgeMatched', 'pledgeId' | 'gapId' | 'reservationId' | 'mission' | 'quantity'> & {
    /** Codes that fill the gap, its own first. */
    readonly acceptedCodes: readonly string[];
    /** True when a reservation waits for the answer: a refusal is then recorded as an event instead of thrown. */
    readonly reserved: boolean;
  };
  ReleaseMatch: Fields<'MatchReleased', 'pledgeId' | 'gapId' | 'reason'>;
  SelectUnit: Fields<'UnitSelected', 'pledgeId' | 'gapId' | 'decisionReference' | 'hostConsent'>;
  DeclineSelection: Fields<'SelectionDeclined', 'pledgeId' | 'reason'>;
  SignMou: Omit<DataOf<'MouSigned'>, 'signedOn'>;
  AmendMou: Omit<DataOf<'MouAmended'>, 'mouReference'>;
  ConductPdv: DataOf<'PdvConducted'>;
  DeployUnit: Omit<DataOf<'UnitDeployed'>, 'deployedOn' | 'mission'>;
  RotateUnit: Omit<DataOf<'UnitRotated'>, 'rotatedOn'>;
  RepatriateUnit: Fields<'UnitRepatriated', 'pledgeId' | 'reason'>;
  /** Whether it is fulfilled or partially so follows from the share delivered and the rule set. */
  FulfilPledge: DataOf<'PledgeFulfilled'>;
}

export type PledgeCommandType = keyof PledgeWishes;

export type CommandOf<Type extends PledgeCommandType> = Command<Type, PledgeWishes[Type]>;

export type PledgeCommand = { [Type in PledgeCommandType]: CommandOf<Type> }[PledgeCommandType];
