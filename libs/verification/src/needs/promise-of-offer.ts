/** An offer may name the pledge that promised it: accountability page, section 13. Asked when it is made, and when it is chosen. */
import { dayOf, END_STATUSES, streamName } from '@pledgeline/contracts';
import type { CommandContext, DataOf, Status } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { bodyHasPart, rules, statesOf, type Pledge, type PledgeCommands } from '@pledgeline/pledge';

type Promised = Pick<DataOf<'OfferMade'>, 'memberState' | 'body' | 'pledgeId'>;

/** Of these nothing is offered; what was kept already may be entered years later. */
const OFFERS_NOTHING: readonly Status[] = [
  'LAPSED',
  ...END_STATUSES.filter((status) => status !== 'FULFILLED'),
];

/** @throws {Rejected} UNKNOWN_PLEDGE, STATE_DIFFERS, BODY_HAS_NO_PART or PLEDGE_ENDED */
export const mustBeOwnPromise = async (
  pledges: PledgeCommands,
  context: CommandContext,
  { memberState, body, pledgeId }: Promised,
): Promise<void> => {
  if (pledgeId === null || !isAsked(context)) return;
  const { state: pledge } = await pledges.load(streamName('pledge', pledgeId));
  const field = 'pledgeId';
  if (pledge.status === null) {
    throw new Rejected('invalid', 'UNKNOWN_PLEDGE', `There is no pledge ${pledgeId}.`, { field });
  }
  if (memberState !== null && !statesOf(pledge).includes(memberState)) {
    const owners = statesOf(pledge).join(' and ');
    throw new Rejected('conflict', 'STATE_DIFFERS', `That pledge is of ${owners}, not of ${memberState}.`, {
      field,
    });
  }
  if (body !== null && !bodyHasPart(body, pledge)) {
    throw new Rejected(
      'conflict',
      'BODY_HAS_NO_PART',
      `${body} neither carries that pledge out nor is a partner in it.`,
      {
        field,
      },
    );
  }
  mustOfferSomething(pledge);
};

/** @throws {Rejected} PLEDGE_ENDED */
export const mustStillStand = async (
  pledges: PledgeCommands,
  context: CommandContext,
  pledgeId: string | null,
): Promise<void> => {
  if (pledgeId === null || !isAsked(context)) return;
  mustOfferSomething((await pledges.load(streamName('pledge', pledgeId))).state);
};

const isAsked = ({ now }: CommandContext): boolean => rules.inForce(dayOf(now)).offersNameOwnPledges;

const mustOfferSomething = ({ status, reference }: Pledge): void => {
  if (status === null || !OFFERS_NOTHING.includes(status)) return;
  throw new Rejected('conflict', 'PLEDGE_ENDED', `${reference} is ${status}, and offers nothing.`, {
    field: 'pledgeId',
    status,
  });
};
