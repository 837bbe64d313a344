/** A promise of planners, by name. */
import { NO_TERMS, type Quantity, type Terms } from '@pledgeline/contracts';
import { announced } from './early-life.ts';

export const three = (unit: string): Quantity => ({ min: 3, max: 3, unit, asStated: '3' });
export const planners = { category: 'EXPERTISE', capabilityCode: 'PLANNERS', quantity: three('planners') };

/** @param of what is promised, where it is no planners. */
export const promiseOfPosts = (said: Partial<Terms> | null = null, of: object = planners) =>
  announced({ ...of, terms: said && { ...NO_TERMS, ...said } });
