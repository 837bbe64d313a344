/**
 * What can happen to a pledge, when, and by whom: one table, from which both the decisions and "what may I do now" are
 * answered. Lifecycle page, sections 4 to 6; rows of the implementation track come with their issue.
 */
import { END_STATUSES, STATUSES } from '@pledgeline/contracts';
import type { PledgeEvent, Role, Status, Track } from '@pledgeline/contracts';
import type { Precondition } from './circumstances.ts';
import type { PledgeCommandType } from './commands.ts';
import { hasMou, promiseOver } from './deployment.ts';
import { losable, nextLevelCarried } from './readiness.ts';
import { openClarification, readyToRegister } from './registration.ts';
import { matchable, selectable, selectors } from './selection.ts';
import type { Pledge } from './state.ts';
import { lapseDue, reminderDue, renewable } from './validity.ts';

export interface Transition<Type extends PledgeCommandType = PledgeCommandType> {
  /** Null: before the announcement. */
  readonly from: readonly (Status | null)[];
  /** The one track it belongs to; null when it is common. A pledge not yet registered is on neither, and passes. */
  readonly track: Track | null;
  /** A member state acts for itself only, in every row. */
  readonly roles: readonly Role[];
  /** Which of the roles, where it depends on the pledge. */
  readonly narrowed?: (pledge: Pledge) => readonly Role[];
  /** Whether the act needs its business date; otherwise it may be null. */
  readonly dated: boolean;
  /** The condition by name, for people. */
  readonly needs?: string;
  readonly precondition?: Precondition<Type>;
  readonly events: readonly PledgeEvent['type'][];
  /** The status from then on, in words where it depends; null when it stays. */
  readonly to: string | null;
}

const except = (...statuses: readonly Status[]): readonly Status[] =>
  STATUSES.filter((status) => !statuses.includes(status));
/** Neither an end status nor LAPSED: lifecycle page, section 4. */
const OPEN = except(...END_STATUSES, 'LAPSED');
const OFFERED: readonly Status[] = ['REGISTERED', 'MATCHED'];
const UNTIL_READY: readonly Status[] = [...OFFERED, 'SELECTED', 'MOU_SIGNED', 'READY'];
const CAPABILITY = { track: 'CAPABILITY', dated: true } as const;
const CAPABILITY_UNDATED = { track: 'CAPABILITY', dated: false } as const;
const COMMON = { track: null, dated: true } as const;
const COMMON_UNDATED = { track: null, dated: false } as const;

type Table = { readonly [Type in PledgeCommandType]: Transition<Type> };

export const transitions: Table = {
  AnnouncePledge: {
    ...COMMON_UNDATED,
    from: [null],
    roles: ['DESK', 'MS'],
    events: ['PledgeAnnounced'],
    to: 'ANNOUNCED',
  },
  LinkAnnouncement: {
    ...COMMON_UNDATED,
    from: OPEN,
    roles: ['DESK'],
    events: ['AnnouncementLinked'],
    to: null,
  },
  AcknowledgePledge: {
    ...COMMON,
    from: ['ANNOUNCED'],
    roles: ['DESK', 'SFGC'],
    events: ['PledgeAcknowledged'],
    to: 'ACKNOWLEDGED',
  },
  RequestClarification: {
    ...COMMON_UNDATED,
    from: OPEN,
    roles: ['DESK', 'SFGC', 'FGS', 'PD', 'IMPL'],
    events: ['ClarificationRequested'],
    to: null,
  },
  ProvideClarification: {
    ...COMMON_UNDATED,
    from: STATUSES,
    roles: ['MS'],
    needs: 'an open question',
    precondition: openClarification,
    events: ['ClarificationProvided'],
    to: null,
  },
  ReceiveDocumentation: {
    ...CAPABILITY,
    from: ['ACKNOWLEDGED', ...UNTIL_READY],
    roles: ['SFGC', 'FGS', 'PD', 'DOS'],
    events: ['DocumentationReceived'],
    to: null,
  },
  RegisterPledge: {
    ...COMMON,
    from: ['ACKNOWLEDGED'],
    roles: ['SFGC', 'DESK'],
    needs: 'no open blocking question; for a capability (SFGC) the documents of Level 1',
    precondition: readyToRegister,
    events: ['PledgeRegistered'],
    to: 'REGISTERED',
  },
  DeclineRegistration: {
    ...COMMON_UNDATED,
    from: ['ACKNOWLEDGED'],
    roles: ['SFGC', 'DESK'],
    events: ['RegistrationDeclined'],
    to: 'DECLINED',
  },
  WithdrawPledge: {
    ...COMMON,
    from: except(...END_STATUSES, 'DEPLOYED'),
    roles: ['MS'],
    events: ['PledgeWithdrawn'],
    to: 'WITHDRAWN',
  },
  RenewPledge: {
    ...CAPABILITY,
    from: [...OFFERED, 'LAPSED', 'REPATRIATED'],
    roles: ['MS'],
    needs: 'an end of validity; after a lapse, within the time of revival',
    precondition: renewable,
    events: ['PledgeRenewed'],
    to: 'MATCHED stays, otherwise REGISTERED',
  },
  RemindRenewal: {
    ...CAPABILITY_UNDATED,
    from: OFFERED,
    roles: ['SYSTEM'],
    needs: 'an end of validity that is near, with no reminder sent for it',
    precondition: reminderDue,
    events: ['RenewalReminded'],
    to: null,
  },
  LapsePledge: {
    ...CAPABILITY_UNDATED,
    from: OFFERED,
    roles: ['SYSTEM'],
    needs: 'validity and grace are over',
    precondition: lapseDue,
    events: ['PledgeLapsed'],
    to: 'LAPSED',
  },
  NoteVisitOutcome: {
    ...CAPABILITY_UNDATED,
    from: OFFERED,
    roles: ['SYSTEM'],
    events: ['VisitOutcomeNoted'],
    to: null,
  },
  AttainLevel: {
    ...CAPABILITY,
    from: OFFERED,
    roles: ['SFGC'],
    needs: 'the visit and the documents behind the next level',
    precondition: nextLevelCarried,
    events: ['LevelAttained'],
    to: null,
  },
  DowngradeLevel: {
    ...CAPABILITY,
    from: UNTIL_READY,
    roles: ['SFGC', 'SYSTEM'],
    needs: 'a level above L1; for the scheduled job one whose visit has expired',
    precondition: losable,
    events: ['LevelDowngraded'],
    to: null,
  },
  MatchPledge: {
    ...CAPABILITY,
    from: OFFERED,
    roles: ['SFGC', 'SYSTEM'],
    needs: 'a valid offer of which something is left',
    precondition: matchable,
    events: ['PledgeMatched', 'MatchRefused'],
    to: 'MATCHED',
  },
  ReleaseMatch: {
    ...CAPABILITY_UNDATED,
    from: ['MATCHED'],
    roles: ['SFGC'],
    events: ['MatchReleased'],
    to: 'MATCHED if another match remains, otherwise REGISTERED',
  },
  SelectUnit: {
    ...CAPABILITY,
    from: ['MATCHED'],
    roles: ['FGS', 'PD'],
    narrowed: selectors,
    needs: 'one match, and Level 2 or higher on a visit that counts',
    precondition: selectable,
    events: ['UnitSelected'],
    to: 'SELECTED',
  },
  DeclineSelection: {
    ...CAPABILITY_UNDATED,
    from: ['SELECTED'],
    roles: ['MS', 'FGS', 'PD'],
    events: ['SelectionDeclined'],
    to: 'MATCHED if another match remains, otherwise REGISTERED',
  },
  SignMou: { ...CAPABILITY, from: ['SELECTED'], roles: ['DOS'], events: ['MouSigned'], to: 'MOU_SIGNED' },
  AmendMou: {
    ...CAPABILITY_UNDATED,
    from: ['MOU_SIGNED', 'READY', 'DEPLOYED'],
    roles: ['DOS'],
    needs: 'a memorandum',
    precondition: hasMou,
    events: ['MouAmended'],
    to: null,
  },
  ConductPdv: {
    ...CAPABILITY_UNDATED,
    from: ['MOU_SIGNED'],
    roles: ['FGS', 'PD'],
    events: ['PdvConducted'],
    to: 'READY if passed, otherwise MOU_SIGNED',
  },
  DeployUnit: {
    ...CAPABILITY,
    from: ['READY', 'SELECTED', 'MOU_SIGNED'],
    roles: ['MISSION'],
    needs: 'READY, or a named exception',
    events: ['UnitDeployed'],
    to: 'DEPLOYED',
  },
  RotateUnit: { ...CAPABILITY, from: ['DEPLOYED'], roles: ['MISSION'], events: ['UnitRotated'], to: null },
  RepatriateUnit: {
    ...CAPABILITY,
    from: ['DEPLOYED'],
    roles: ['MISSION'],
    events: ['UnitRepatriated'],
    to: 'REPATRIATED',
  },
  FulfilPledge: {
    ...CAPABILITY,
    from: ['DEPLOYED', 'REPATRIATED'],
    roles: ['SFGC'],
    needs: 'the unit is home, or the promised time is over',
    precondition: promiseOver,
    events: ['PledgeFulfilled', 'PledgePartiallyFulfilled'],
    to: 'FULFILLED or PARTIALLY_FULFILLED',
  },
};

/** The row of a command whose type is known at run time only; it is then given that very command, or none. */
export const transitionOf = (type: PledgeCommandType): Transition => transitions[type] as Transition;
