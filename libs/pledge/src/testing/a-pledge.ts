/** The example commands, given to the decider: `when(commands.X, changes)` says only what differs. */
import type { CommandMeta, NewEvent } from '@pledgeline/event-sourcing';
import { specFor } from '@pledgeline/event-sourcing/testing';
import { pledge } from '../pledge.ts';
import type { PledgeCommandType } from '../state.ts';
import type { ExampleCommand } from './example-command.ts';

const given = specFor(pledge);

/** After this history, this command, with these changes to its body and its context. */
export const after = (history: readonly NewEvent[]) => ({
  state: given(...history).state,
  when: <Type extends PledgeCommandType>(
    example: ExampleCommand<Type>,
    changes: Partial<ExampleCommand<Type>['data']> = {},
    meta: Partial<CommandMeta> = {},
  ) => {
    const command = { type: example.type, data: { ...example.data, ...changes } };
    const outcome = given(...history).when(command, { ...example.meta, ...meta });
    return {
      ...outcome,
      /** As `thenRejected`, for a test that looks at nothing but the code. */
      thenRefused: (code: string): void => {
        outcome.thenRejected(code);
      },
    };
  },
});
