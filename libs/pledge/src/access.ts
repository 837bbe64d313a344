/** Who may send the commands of a pledge over HTTP: the roles of the table of transitions, by the service that offers them. */
import { commandRoutes, sentBy } from '@pledgeline/contracts';
import type { AccessRules, CommandRoute } from '@pledgeline/contracts';
import { transitions } from './transitions.ts';

const isOfPledge = (command: string): command is keyof typeof transitions =>
  Object.hasOwn(transitions, command);

export const pledgeAccess = (service: CommandRoute['service']): AccessRules =>
  Object.fromEntries(
    commandRoutes.flatMap(({ command, service: offering }) =>
      offering === service && isOfPledge(command) ? [[command, sentBy(transitions[command].roles)]] : [],
    ),
  );
