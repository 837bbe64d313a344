/** One pledge's life as the commands that make it, each id derived so that the same n is the same life. */
import { derivedId } from '@pledgeline/event-sourcing';
import type { PledgeCommand, PledgeCommandType, PledgeCommandData } from '@pledgeline/pledge';

const NOW = '2026-03-02T09:00:00.000Z';
export const TODAY = NOW.slice(0, 10);

export interface Life {
  readonly stream: string;
  readonly commands: readonly PledgeCommand[];
}

export type Add = <Type extends PledgeCommandType>(
  role: string,
  type: Type,
  data: PledgeCommandData[Type],
  onBehalfOf?: string,
) => void;

/** @param on the business date of all of it. */
export const beginLife = (n: number, on = TODAY) => {
  const pledgeId = derivedId('bench', n);
  const commands: PledgeCommand[] = [];
  const add: Add = (role, type, data, onBehalfOf) => {
    const commandId = derivedId('bench', n, commands.length);
    const meta = {
      commandId,
      bodyHash: commandId,
      actor: `bench-${role.toLowerCase()}`,
      role,
      onBehalfOf: onBehalfOf ?? null,
      correlationId: pledgeId,
      causationId: null,
      now: NOW,
      occurredOn: on,
    };
    commands.push({ type, data, meta } as unknown as PledgeCommand);
  };
  return { pledgeId, add, life: (): Life => ({ stream: `pledge-${pledgeId}`, commands }) };
};
