/** A command as tests write it: complete but for the context that does not matter. */
import type { CommandMeta } from '@pledgeline/event-sourcing';
import type { PledgeCommandData, PledgeCommandType } from '../state.ts';

export interface ExampleCommand<Type extends PledgeCommandType = PledgeCommandType> {
  readonly type: Type;
  readonly data: PledgeCommandData[Type];
  readonly meta: Partial<CommandMeta>;
}

/** Examples of some commands, as each chapter gives its own. */
export type ExamplesOf<Types extends PledgeCommandType> = { readonly [Type in Types]: ExampleCommand<Type> };

export const by = (
  role: string,
  onBehalfOf: string | null = null,
  body: string | null = null,
): Partial<CommandMeta> => ({
  role,
  onBehalfOf,
  body,
});

/** The state whose pledge the examples tell. */
export const state = by('MS', 'RWA');
