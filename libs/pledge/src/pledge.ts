/** The life of a pledge as one decider: who may do what and when (order.ts), then what follows (one file for each phase). */
import type { PledgeEvent } from '@pledgeline/contracts';
import { Rejected, type Decider } from '@pledgeline/event-sourcing';
import { acknowledge, announce, link } from './announcement.ts';
import type { Circumstances } from './circumstances.ts';
import type { CommandOf, PledgeCommand } from './commands.ts';
import { amendMou, conductPdv, deploy, fulfil, repatriate, rotate, signMou } from './deployment.ts';
import { evolve, visitKey } from './evolve.ts';
import { allowedUnder, mustBeInOrder, mustBeTheirs } from './order.ts';
import { attainLevel, downgradeLevel, noteVisitOutcome, receiveDocumentation } from './readiness.ts';
import { decline, provideClarification, register, requestClarification } from './registration.ts';
import { pcrs2019, type RuleSet } from './rule-set.ts';
import { declineSelection, match, refuseMatch, releaseMatch, select } from './selection.ts';
import { initialPledge, type Pledge } from './state.ts';
import { lapse, remind, renew, withdraw } from './validity.ts';

/** The decider under one rule set. Replay does not depend on it: histories of several rule sets fold alike. */
export const pledgeUnder = (rules: RuleSet): Decider<Pledge, PledgeCommand, PledgeEvent> => ({
  initialState: () => initialPledge,
  evolve,
  decide: (command, pledge) => {
    mustBeTheirs(command, pledge);
    if (command.type === 'AnnouncePledge' && pledge.status !== null) return announce(command, pledge);
    if (alreadySo(command, pledge)) return [];
    try {
      return inOrder(command, pledge, mustBeInOrder(command, pledge, rules));
    } catch (error) {
      if (error instanceof Rejected && isWaitedFor(command, error)) return refuseMatch(command, error, rules);
      throw error;
    }
  },
});

/** What jobs and policies send again after a crash, or for what was settled meanwhile. */
const alreadySo = (command: PledgeCommand, pledge: Pledge): boolean => {
  switch (command.type) {
    case 'RemindRenewal':
      return pledge.validUntil !== null && pledge.remindedFor === pledge.validUntil;
    case 'LapsePledge':
      return pledge.status === 'LAPSED';
    case 'NoteVisitOutcome':
      return pledge.notedVisits.includes(visitKey(command.data));
    case 'MatchPledge':
      return pledge.answeredReservations.includes(command.data.reservationId);
    default:
      return false;
  }
};

/** A reservation waits for an answer. A quantity that is none cannot come from one, and is the caller's mistake. */
const isWaitedFor = (command: PledgeCommand, { code }: Rejected): command is CommandOf<'MatchPledge'> =>
  command.type === 'MatchPledge' && command.data.reserved && code !== 'QUANTITY_INVALID';

const inOrder = (
  command: PledgeCommand,
  pledge: Pledge,
  circumstances: Circumstances,
): readonly PledgeEvent[] => {
  switch (command.type) {
    case 'AnnouncePledge':
      return announce(command, pledge);
    case 'LinkAnnouncement':
      return link(command, pledge, circumstances);
    case 'AcknowledgePledge':
      return acknowledge(command, pledge, circumstances);
    case 'RequestClarification':
      return requestClarification(command, pledge, circumstances);
    case 'ProvideClarification':
      return provideClarification(command, pledge, circumstances);
    case 'ReceiveDocumentation':
      return receiveDocumentation(command, pledge, circumstances);
    case 'RegisterPledge':
      return register(command, pledge, circumstances);
    case 'DeclineRegistration':
      return decline(command, pledge, circumstances);
    case 'WithdrawPledge':
      return withdraw(command, pledge, circumstances);
    case 'RenewPledge':
      return renew(command, pledge, circumstances);
    case 'RemindRenewal':
      return remind(command, pledge, circumstances);
    case 'LapsePledge':
      return lapse(command, pledge, circumstances);
    case 'NoteVisitOutcome':
      return noteVisitOutcome(command, pledge, circumstances);
    case 'AttainLevel':
      return attainLevel(command, pledge, circumstances);
    case 'DowngradeLevel':
      return downgradeLevel(command, pledge, circumstances);
    case 'MatchPledge':
      return match(command, pledge, circumstances);
    case 'ReleaseMatch':
      return releaseMatch(command, pledge, circumstances);
    case 'SelectUnit':
      return select(command, pledge, circumstances);
    case 'DeclineSelection':
      return declineSelection(command, pledge, circumstances);
    case 'SignMou':
      return signMou(command, pledge, circumstances);
    case 'AmendMou':
      return amendMou(command, pledge, circumstances);
    case 'ConductPdv':
      return conductPdv(command, pledge, circumstances);
    case 'DeployUnit':
      return deploy(command, pledge, circumstances);
    case 'RotateUnit':
      return rotate(command, pledge, circumstances);
    case 'RepatriateUnit':
      return repatriate(command, pledge, circumstances);
    case 'FulfilPledge':
      return fulfil(command, pledge, circumstances);
    default:
      return impossible(command);
  }
};

const impossible = (command: never): never => {
  throw new Error(`no decision for ${JSON.stringify(command)}`);
};

/** The decider and the commands allowed now, under the rules in force. */
export const pledge = pledgeUnder(pcrs2019);
export const allowedNow = allowedUnder(pcrs2019);
