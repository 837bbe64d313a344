/** Groups by category. */
import { nameOfCode } from '@pledgeline/contracts';
import { categoryOf } from '@pledgeline/pledge';
import type { Grouping } from './grouped.ts';

export const byCategory: Grouping = {
  codesOf: ({ pledge }) => [categoryOf(pledge)],
  nameOf: (code) => nameOfCode('category', code),
};
