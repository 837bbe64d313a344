/** What a reader may do about a pledge now, and what not now although it is his. */
import { hasAddress, readsInternalOf, type Caller } from '@pledgeline/contracts';
import { allowedNow, concernedIn, fileActs, refusedNow } from '@pledgeline/pledge';
import { commandLink, pledgeCommandLinks } from '../../views/tasks/command-links.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { notNow, type CommandsNow } from '../commands/commands-now.ts';
import { MOST_ON_PAGE } from './newest-on-page.ts';

/**
 * Whoever reads the pledge in part is told what its status refuses, and no condition: one that he does not see may hold.
 * @param row as the caller reads it.
 */
export const pledgeCommandsNow = (
  { pledge, formerOwner }: RegisterRow,
  caller: Caller,
  today: string,
  earliest: string,
): CommandsNow => {
  const readsWhole = formerOwner !== true && readsInternalOf(caller, concernedIn(pledge));
  return {
    commands: [
      ...allowedNow(pledge, caller, today, earliest).flatMap((command) =>
        pledgeCommandLinks(command, pledge, caller).slice(0, MOST_ON_PAGE),
      ),
      ...(pledge.status === 'VOID' ? [] : actsOnFile(caller, pledge.pledgeId)),
    ],
    notNow: refusedNow(pledge, caller, today, earliest)
      .filter(({ type, isByStatus }) => hasAddress(type) && (readsWhole || isByStatus))
      .map(({ type, refusal }) => notNow(type, refusal)),
  };
};

/** Of a pledge that was entered by mistake nothing is kept up, though a note on it is taken. */
const actsOnFile = ({ role }: Caller, pledgeId: string): CommandsNow['commands'] =>
  Object.entries(fileActs)
    .filter(([, { roles }]) => roles.some((one) => one === role))
    .map(([command]) => commandLink(command, { pledgeId }));
