/** The policies of this slice as one consumer of the log, with the handler of each command and the meaning of a refusal. */
import { catalogue } from '@pledgeline/contracts';
import { react, warningOfRefusals } from '@pledgeline/event-sourcing';
import type { BatchHandler, Clock, Log, Send } from '@pledgeline/event-sourcing';
import type { PledgeCommand, PledgeCommands } from '@pledgeline/pledge';
import type { GapCommands } from './gaps/gap-commands.ts';
import { completeMatch } from './selection/complete-match.policy.ts';
import type { GapCommand } from './gaps/gap.ts';
import { noteVisitOutcome } from './readiness/note-visit-outcome.policy.ts';
import { releaseReservation } from './selection/release-reservation.policy.ts';

export const POLICIES = Symbol('Policies of verification');

export const policies = (pledges: PledgeCommands, gaps: GapCommands, clock: Clock, log: Log): BatchHandler =>
  react({
    policies: [completeMatch, releaseReservation, noteVisitOutcome],
    catalogue,
    now: clock,
    send: sendTo(pledges, gaps),
    onRejected: warningOfRefusals(log),
  });

/** Policies write commands of two kinds of streams; which, the stream's name says. */
const sendTo =
  (pledges: PledgeCommands, gaps: GapCommands): Send =>
  (stream, command) =>
    stream.startsWith('gap-')
      ? gaps(stream, command as GapCommand)
      : pledges(stream, command as PledgeCommand);
