/** A split opens its children: the policy sends one command for each, also when the process that split the pledge has crashed. */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Policy } from '@pledgeline/event-sourcing';

/** A part of a split pledge; the data that it takes over from the parent is looked up when it is opened. */
export interface OpenChild {
  readonly parentId: string;
  readonly child: DataOf<'PledgeSplit'>['children'][number];
}

export const openChildren: Policy = {
  name: 'open-children',
  on: ['PledgeSplit'],
  react: ({ data }) => {
    const { pledgeId: parentId, children } = data as DataOf<'PledgeSplit'>;
    return children.map((child) => {
      const open: OpenChild = { parentId, child };
      return { stream: streamName('pledge', child.pledgeId), type: 'DerivePledge', data: open };
    });
  },
};
