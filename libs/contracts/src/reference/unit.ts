/**
 * What the units of a promise count: one table. A unit that is neither here nor a currency is counted by its own name;
 * where money was promised it is refused, for nobody could say then how much.
 */

export const MEASURES = [
  'PERSONS',
  'UNITS',
  'AIRCRAFT',
  'ITEMS',
  'CENTRES',
  'COURSES',
  'POSTS',
  'POST_MONTHS',
  /** What may be promised in parts: weights, times, energy, shares. */
  'DIVISIBLE',
] as const;
export type UnitMeasure = (typeof MEASURES)[number];

/** In the singular and in lower case. */
const TABLE: Readonly<Record<UnitMeasure, string>> = {
  PERSONS: `person, personnel, people, troop, soldier, officer, police, police officer, individual police officer, ipo,
    staff, staff officer, peacekeeper, observer, military observer, expert, specialist, adviser, advisor, planner,
    instructor, trainer, trainee, participant, student, woman, women, man, men, seat`,
  UNITS: `unit, company, coy, battalion, bn, platoon, hospital, team, squad, squadron, brigade, detachment, formed police unit,
    fpu, task force, contingent`,
  AIRCRAFT: `aircraft, helicopter, aeroplane, airplane, plane, drone, uav, uas`,
  ITEMS: `item, piece, set, kit, vehicle, truck, armoured personnel carrier, apc, boat, vessel, ship, container,
    generator, camera, radio, computer, device, system, dose, licence, license`,
  CENTRES: `centre, center, camp, base, facility, institute, academy, school, clinic`,
  COURSES: `course, training, workshop, seminar, exercise, scholarship`,
  POSTS: `post, position`,
  POST_MONTHS: `post month, person month, man month`,
  DIVISIBLE: `tonne, ton, kg, kilogram, litre, liter, hour, flight hour, flying hour, day, month, year, week, km, kilometre,
    m2, m3, hectare, kw, kwh, mw, mwh, gb, tb, per cent, percent, %`,
};

const measures: ReadonlyMap<string, UnitMeasure> = new Map(
  MEASURES.flatMap((measure) =>
    TABLE[measure].split(',').map((word) => [word.replace(/\s+/g, ' ').trim(), measure] as const),
  ),
);

const PER_TIME = /(?: per |\/| an? )(?:year|month|annum|week|day)$/;

/** In the singular or plural and in any case; undefined for a unit that is not in the table, such as "persons per year". */
export const unitMeasure = (unit: string): UnitMeasure | undefined => {
  const word = wordOf(unit);
  return (
    measures.get(word) ?? measures.get(word.replace(/ies$/, 'y')) ?? measures.get(word.replace(/s$/, ''))
  );
};

/** The same of "persons per year" and "tonnes of rice": what is counted, of whatever kind and for however long. */
export const countedIn = (unit: string): UnitMeasure | undefined => {
  const word = wordOf(unit).replace(PER_TIME, '');
  return unitMeasure(word) ?? unitMeasure(word.replace(/ of .*$/, ''));
};

const wordOf = (unit: string): string =>
  unit
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
