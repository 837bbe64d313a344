/** The milestones that a plan of each category usually has, in their order, so that plans can be compared. Lifecycle page, section 7. */
import type { Category } from './capability.ts';
import { steps } from './milestone-templates.data.ts';

export interface MilestoneTemplate {
  readonly category: Category;
  /** Unique within its category. */
  readonly key: string;
  readonly text: string;
  /** Place within the category, from 1. */
  readonly order: number;
}

/** By category, in their order within it. */
export const milestoneTemplates: readonly MilestoneTemplate[] = (Object.keys(steps) as Category[]).flatMap(
  (category) => (steps[category] ?? []).map(([key, text], n) => ({ category, key, text, order: n + 1 })),
);

export const milestoneTemplate = (category: string, key: string): MilestoneTemplate | undefined =>
  milestoneTemplates.find((template) => template.category === category && template.key === key);
