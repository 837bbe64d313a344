/** Sets of requirements with all their editions, the newest last. */
import type { DataOf } from '@pledgeline/contracts';
import { forEverybody, viewOf } from '../visibility/view.ts';

export type Edition = DataOf<'RequirementSetPublished'>;

export type Slot = Edition['slots'][number];

export interface RequirementRow {
  readonly editions: readonly Edition[];
  readonly revision: number;
}

export const REQUIREMENT_SHELF = 'requirement-shelf';

export const requirementShelf = viewOf<RequirementRow>({
  name: REQUIREMENT_SHELF,
  version: 2,
  category: 'requirements',
  columns: {},
  apply: (row, { data, revision }) => ({ editions: [...(row?.editions ?? []), data as Edition], revision }),
  readers: forEverybody,
});
