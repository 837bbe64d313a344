/** Sets of requirements with all their editions, the newest last. */
import { streamId } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Projection } from '@pledgeline/event-sourcing';

export type Edition = DataOf<'RequirementSetPublished'>;

export interface RequirementRow {
  readonly editions: readonly Edition[];
  readonly revision: number;
}

export const REQUIREMENT_SHELF = 'requirement-shelf';

export const requirementShelf: Projection<RequirementRow> = {
  name: REQUIREMENT_SHELF,
  version: 2,
  handles: ['RequirementSetPublished'],
  columns: {},
  keyOf: ({ stream }) => streamId(stream),
  apply: (row, { data, revision }) => ({ editions: [...(row?.editions ?? []), data as Edition], revision }),
};
