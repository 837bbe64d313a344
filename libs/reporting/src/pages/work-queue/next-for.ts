/**
 * What a reader can do himself about a task, out of all that answers it: a link is there where its page would offer it to him, by his
 * role and state, by the status and track of the pledge, and by what he did before. Decision 49.
 */
import type { Caller } from '@pledgeline/contracts';
import { allowedNow, firstPersons, type Pledge } from '@pledgeline/pledge';
import type { CommandLink } from '../../views/tasks/command-link.schema.ts';
import { pledgeCommandLinks } from '../../views/tasks/command-links.ts';
import { isOfPledge, type Task } from '../../views/tasks/task.ts';
import type { Days } from '../../views/tasks/turning-days.ts';

type Waiting = Pick<Task, 'next' | 'waitsFor'>;

export const nextFor = (
  { next, waitsFor }: Waiting,
  pledge: Pledge,
  caller: Caller,
  { today, earliest }: Days,
): readonly CommandLink[] => {
  if (next.length === 0) return next;
  const allowed: readonly string[] = allowedNow(pledge, caller, today, earliest);
  return next.filter((link) =>
    // Visits and needs have deciders of their own; those for whom their tasks wait may send them.
    isOfPledge(link.command)
      ? allowed.includes(link.command) && isOffered(link, pledge, caller)
      : waitsFor.includes(caller.role),
  );
};

/** Of several addresses that a command has on this pledge, whether this one is his. */
const isOffered = ({ command, href }: CommandLink, pledge: Pledge, caller: Caller): boolean =>
  isOfPledge(command) && pledgeCommandLinks(command, pledge, caller).some((own) => own.href === href);

/** The persons of the caller's role to whom not all of these links are offered, because of what they did before. */
export const personsKeptFrom = (
  links: readonly CommandLink[],
  pledge: Pledge,
  caller: Caller,
): readonly string[] =>
  firstPersons(pledge).filter((subject) =>
    links.some((link) => isOfPledge(link.command) && !isOffered(link, pledge, { ...caller, subject })),
  );
