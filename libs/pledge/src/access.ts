/** Who may send the commands of a pledge over HTTP: the roles of the table of transitions, by the service that offers them. */
import { commandRoutes, sentBy, STATUSES } from '@pledgeline/contracts';
import type { AccessRules, CommandRoute } from '@pledgeline/contracts';
import type { Transition } from './transition.ts';
import { transitionOf, transitions } from './transitions.ts';

const isOfPledge = (command: string): command is keyof typeof transitions =>
  Object.hasOwn(transitions, command);

export const pledgeAccess = (service: CommandRoute['service']): AccessRules =>
  Object.fromEntries(
    commandRoutes.flatMap(({ command, service: offering }) =>
      offering === service && isOfPledge(command)
        ? [[command, { ...sentBy(transitions[command].roles), when: whenAllowed(transitionOf(command)) }]]
        : [],
    ),
  );

/** The row in sentences: statuses, track and condition. */
const whenAllowed = ({ from, track, needs }: Transition): string => {
  const statuses = from.filter((status) => status !== null);
  const isAny = STATUSES.every((status) => statuses.includes(status));
  return [
    ...(statuses.length === 0 ? [] : [isAny ? 'In any status.' : `Statuses: ${statuses.join(', ')}.`]),
    ...(track === null
      ? []
      : [`Track: ${track}; a pledge that is not registered yet is on none, and passes.`]),
    ...(needs === undefined ? [] : [`Needs ${needs}.`]),
  ].join(' ');
};
