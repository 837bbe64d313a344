/** The fields that a command shares with the event it asks for. */
import type { DataOf, PledgeEvent } from '@pledgeline/contracts';

export type Fields<Type extends PledgeEvent['type'], Keys extends keyof DataOf<Type>> = Pick<
  DataOf<Type>,
  Keys
>;
