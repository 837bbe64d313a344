/** The commands that may come next, as addresses: a console draws its buttons from them. */
import { commandHref, hasAddress, type Caller } from '@pledgeline/contracts';
import { partsFor, type Caveat, type Pledge, type PledgeCommandType } from '@pledgeline/pledge';
import type { CommandLink } from './command-link.schema.ts';

/** One link; braces of the path are filled by name. */
export const commandLink = (
  command: string,
  parameters: Readonly<Record<string, string>> = {},
): CommandLink => ({
  command,
  method: 'POST',
  href: commandHref(command, parameters),
});

/** One link for each address that the command has on this pledge now; none for commands that only jobs and policies send. */
export const pledgeCommandLinks = (
  command: PledgeCommandType,
  pledge: Pledge,
  caller: Pick<Caller, 'subject' | 'role' | 'state' | 'body'> | null = null,
): readonly CommandLink[] => {
  if (!hasAddress(command)) return [];
  const { pledgeId } = pledge;
  return partsFor(command, pledge, caller).map((part) => commandLink(command, { pledgeId, ...part }));
};

/** What is done about one caveat. */
export const caveatLink = (
  command: 'LiftCaveat' | 'NoteCaveatTalk' | 'ConfirmCaveatLifting' | 'RefuseCaveatLifting',
  { pledgeId }: Pledge,
  { caveatId }: Caveat,
): CommandLink => commandLink(command, { pledgeId, caveatId });
