/** What can be wished of a need on the light-coordination board. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { Command, CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { need, type Need } from './need.ts';

export type PublishNeed = Command<'PublishNeed', DataOf<'NeedPublished'>>;
export type MakeOffer = Command<'MakeOffer', DataOf<'OfferMade'>>;

interface OffersActs {
  ChooseOffer: DataOf<'OfferChosen'>;
  DeclineOffer: DataOf<'OfferDeclined'>;
  WithdrawOffer: DataOf<'OfferWithdrawn'>;
}

/** The acts on one offer; any of them when no type is named. */
export type OnOffer<Type extends keyof OffersActs = keyof OffersActs> = {
  [Act in Type]: Command<Act, OffersActs[Act]>;
}[Type];
export type CloseNeed = Command<'CloseNeed', DataOf<'NeedClosed'>>;

export type NeedCommand = PublishNeed | MakeOffer | OnOffer | CloseNeed;

export type NeedCommands = CommandHandler<Need, NeedCommand>;
export const NEED_COMMANDS = Symbol('NeedCommands');

export const needCommands = (store: EventStore): NeedCommands =>
  handleCommand({ store, decider: need, catalogue, reads: readsByVisibility });

export const sendToNeed = senderTo<NeedCommand>({
  category: 'need',
  id: ({ needId }) => needId,
  path: ({ needId }) => `/needs/${needId}`,
  makes: 'PublishNeed',
});
