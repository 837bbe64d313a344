/** What the progress report counts, and what its figures mean. */
import { SILENCE } from '../figures.data.ts';
import type { Status } from '@pledgeline/contracts';

/** What each figure of the report means. Every figure below stands under its name here. */
export const DEFINITIONS = {
  pledges:
    'pledges announced that fit the filters, each counted once whatever became of it; the parts of a split are no new pledges, and a joint pledge counts in place of those it was merged from; by state it stands with each state that carries it, so that these groups are not added up',
  states: 'distinct member states and organisations that announced them, lead them or are partners in them',
  reached:
    'pledges that ever reached the status, whatever followed; a later status does not imply an earlier one; the parts of a split count from where they went on alone',
  current: 'pledges by their status now',
  withoutWord: SILENCE,
  medianDays:
    'median (of an even number, the mean of the two in the middle) of the whole days between the business dates on which pledges first reached the two points; counted are the pledges with both dates, leftOut those that reached both but lack a date or have them the wrong way round; null when none is counted',
  offered:
    'what open pledges on the capability track offer, added up for each measure by itself (persons, whatever they are called; units, such as battalions and companies; aircraft; items; a unit of no table under its own name, and null where only a number was said); a range adds to both ends, an open range (over 450) makes the upper end null, notStated counts pledges that name no number, of a ceiling or a package counts what its parts leave (overUsed lists those whose parts take more), and of promises that renew or update one another the newest counts; money is never added',
} as const;

export const FUNNEL = [
  'ANNOUNCED',
  'ACKNOWLEDGED',
  'REGISTERED',
  'MATCHED',
  'SELECTED',
  'MOU_SIGNED',
  'READY',
  'DEPLOYED',
  'REPATRIATED',
  'FULFILLED',
  'PARTIALLY_FULFILLED',
  'LAPSED',
  'WITHDRAWN',
  'DECLINED',
  'SUPERSEDED',
] as const satisfies readonly Status[];

/** From level to selection is asked for by states in a hurry: lifecycle page, section 8.5. */
export const STEPS = [
  ['ANNOUNCED', 'ACKNOWLEDGED'],
  ['ACKNOWLEDGED', 'REGISTERED'],
  ['REGISTERED', 'L2'],
  ['L2', 'SELECTED'],
  ['REGISTERED', 'MATCHED'],
  ['MATCHED', 'SELECTED'],
  ['SELECTED', 'MOU_SIGNED'],
  ['MOU_SIGNED', 'READY'],
  ['READY', 'DEPLOYED'],
  ['ANNOUNCED', 'DEPLOYED'],
  ['DEPLOYED', 'REPATRIATED'],
] as const;
