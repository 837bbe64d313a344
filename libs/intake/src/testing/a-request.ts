/** Requests as the runtime hands them over, each under a key of its own. */
import type { CommandContext, CommandRequest, Role } from '@pledgeline/contracts';
import { NOW } from './log-and-views.ts';

export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const by = (n: number, role: Role = 'DESK', changes: Partial<CommandContext> = {}): CommandRequest => {
  const caller = { subject: 'officer', role, state: role === 'MS' ? 'KOR' : null };
  const commandContext = {
    caller,
    commandId: id(700_000 + n),
    keyed: true,
    bodyHash: `body ${n}`,
    correlationId: `request ${n}`,
    now: NOW,
    expectedRevision: undefined,
    ...changes,
  };
  return { caller, commandContext };
};
