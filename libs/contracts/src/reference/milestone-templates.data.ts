/** The milestones that a plan of each category usually has, in their order: lifecycle page, section 7. */
import type { Category } from './capability.ts';

/** Handing over is not yet use: the milestone without which technology and equipment are not delivered in full. */
export const IN_USE = 'IN_USE';

const EQUIPMENT_STEPS = [
  ['REQUIREMENT_AGREED', 'Requirement agreed'],
  ['SHIPPED', 'Shipped'],
  ['HANDED_OVER', 'Handed over'],
  [IN_USE, 'In use'],
] as const;

/** Units and enablers go through the levels of the PCRS and have no such plan. */
export const steps: { readonly [Name in Category]?: readonly (readonly [key: string, text: string])[] } = {
  TRAINING: [
    ['AGREEMENT', 'Agreement'],
    ['COURSE_SCHEDULED', 'Course scheduled'],
    ['COURSE_DELIVERED', 'Course delivered'],
    ['NUMBER_REACHED', 'Number trained reached'],
  ],
  FINANCE: [
    ['AGREEMENT_SIGNED', 'Agreement signed'],
    ['FIRST_PAYMENT', 'First payment'],
    ['FULL_PAYMENT', 'Full payment'],
  ],
  TECHNOLOGY: EQUIPMENT_STEPS,
  EQUIPMENT: EQUIPMENT_STEPS,
  MEDICAL: [
    ['PLAN_AGREED', 'Plan agreed with DOS'],
    ['DELIVERED', 'Delivered'],
    ['STAFF_TRAINED', 'Staff trained'],
  ],
  EXPERTISE: [
    ['POST_AGREED', 'Post agreed'],
    ['PERSON_ARRIVED', 'Person arrived'],
    ['TOUR_ENDED', 'Tour ended'],
  ],
  POLITICAL: [
    ['TEXT_ADOPTED', 'Text adopted or published'],
    ['REPORT', 'Report on carrying it out'],
  ],
  WPS: [
    ['BASELINE', 'Baseline'],
    ['ACTION', 'Action'],
    ['MEASURED_AFTER_A_YEAR', 'Value measured after one year'],
  ],
  ENVIRONMENT: [
    ['PLAN', 'Plan'],
    ['INSTALLED', 'Installed'],
    ['SAVING_MEASURED', 'Saving measured'],
  ],
  CONDUCT: [
    ['ACT', 'Act: compact, law or training'],
    ['REPORT', 'Report'],
  ],
};
