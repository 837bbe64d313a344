/** The access rules of the commands of a pledge: the roles of the table of transitions, by the service that offers them. */
import { commandRoutes, recordable, sentBy } from '@pledgeline/contracts';
import type { AccessRules, CommandRoute } from '@pledgeline/contracts';
import { ANY_STATUS, type Transition } from './chapter.ts';
import { transitionOf, transitions } from './chapters.ts';

const isOfPledge = (command: string): command is keyof typeof transitions =>
  Object.hasOwn(transitions, command);

export const pledgeAccess = (service: CommandRoute['service']): AccessRules =>
  Object.fromEntries(
    commandRoutes.flatMap(({ command, service: offering }) =>
      offering === service && isOfPledge(command)
        ? [
            [
              command,
              { ...recordable(sentBy(transitions[command].roles)), when: whenAllowed(transitionOf(command)) },
            ],
          ]
        : [],
    ),
  );

/** The row in sentences: statuses, track and condition. */
const whenAllowed = ({ from, track, needs }: Transition): string => {
  const isEarly = from.includes('ANNOUNCED') || from.includes('ACKNOWLEDGED');
  const untilThen = isEarly ? ' A pledge that is not registered yet is on no track, and passes.' : '';
  return [
    ...(from.includes(null) ? [] : [statuses(from)]),
    ...(track === null ? [] : [`Track: ${track}.${untilThen}`]),
    ...(needs === undefined ? [] : [`Needs ${needs}.`]),
  ].join(' ');
};

/** By the shorter of the two lists. */
const statuses = (from: Transition['from']): string => {
  const others = ANY_STATUS.filter((status) => !from.includes(status));
  if (others.length === 0) return 'In any status but VOID.';
  return others.length < from.length
    ? `In any status but ${[...others, 'VOID'].join(', ')}.`
    : `Statuses: ${from.join(', ')}.`;
};
