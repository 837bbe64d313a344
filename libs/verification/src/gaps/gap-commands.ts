/** What can be wished of a gap. "By saga" and "by policy" mark what has no address of its own. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { Command, CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { gap, type Gap } from './gap.ts';

export type PublishGap = Command<'PublishGap', DataOf<'GapPublished'>>;
/** What is undefined stays as it is; a null date says that there is none any more. */
export type ReviseGap = Command<
  'ReviseGap',
  Pick<DataOf<'GapRevised'>, 'gapId' | 'reason'> & {
    readonly number: number | undefined;
    readonly neededBy: string | null | undefined;
    readonly priority: DataOf<'GapRevised'>['priority'] | undefined;
  }
>;
export type CloseGap = Command<'CloseGap', DataOf<'GapClosed'>>;
/** By saga. */
export type ReserveGap = Command<
  'ReserveGap',
  Pick<DataOf<'GapReserved'>, 'gapId' | 'reservationId' | 'pledgeId' | 'quantity'>
>;
/** By policy. */
export type ReleaseGap = Command<'ReleaseGap', DataOf<'GapReleased'>>;

export type GapCommand = PublishGap | ReviseGap | CloseGap | ReserveGap | ReleaseGap;

export type GapCommands = CommandHandler<Gap, GapCommand>;
export const GAP_COMMANDS = Symbol('GapCommands');

export const gapCommands = (store: EventStore): GapCommands =>
  handleCommand({ store, decider: gap, catalogue, reads: readsByVisibility });

export const sendToGap = senderTo<GapCommand>({
  category: 'gap',
  id: ({ gapId }) => gapId,
  path: ({ gapId }) => `/gaps/${gapId}`,
  makes: 'PublishGap',
});
