/** What units count, and the words for them. */

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

/** As people read them. What is divisible has no common name: hours and tonnes are never added. */
export const MEASURE_NAMES: Readonly<Record<Exclude<UnitMeasure, 'DIVISIBLE'>, string>> = {
  PERSONS: 'persons',
  UNITS: 'units',
  AIRCRAFT: 'aircraft',
  ITEMS: 'items',
  CENTRES: 'centres or camps',
  COURSES: 'courses',
  POSTS: 'posts',
  POST_MONTHS: 'post-months',
};

/** In the singular and in lower case. */
export const UNITS: Readonly<Record<UnitMeasure, string>> = {
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
