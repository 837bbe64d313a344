import { countedIn, measureName, unitMeasure } from './unit.ts';

it.each([
  ['troops', 'PERSONS'],
  ['Police officers', 'PERSONS'],
  ['units', 'UNITS'],
  ['company', 'UNITS'],
  ['Companies', 'UNITS'],
  ['bn', 'UNITS'],
  ['aircraft', 'AIRCRAFT'],
  ['helicopters', 'AIRCRAFT'],
  ['vehicles', 'ITEMS'],
  ['camp', 'CENTRES'],
  ['Training  courses', undefined],
  ['courses', 'COURSES'],
  ['posts', 'POSTS'],
  ['person-months', 'POST_MONTHS'],
  ['hours', 'DIVISIBLE'],
  ['%', 'DIVISIBLE'],
  ['persons per year', undefined],
  ['beads', undefined],
  ['', undefined],
  ['constructor', undefined],
])('%s counts %s', (unit, measure) => expect(unitMeasure(unit)).toBe(measure));

it.each([
  ['persons per year', 'PERSONS'],
  ['flight hours per month', 'DIVISIBLE'],
  ['tonnes of rice', 'DIVISIBLE'],
  ['beads per year', undefined],
  ['BTC', undefined],
])('%s counts %s, for however long', (unit, measure) => expect(countedIn(unit)).toBe(measure));

it.each([
  ['troops', 'persons'],
  ['Personnel', 'persons'],
  ['soldier', 'persons'],
  ['aircraft', 'aircraft'],
  ['Helicopters', 'aircraft'],
  ['aeroplane', 'aircraft'],
  ['battalion', 'units'],
  ['Companies', 'units'],
  ['unit', 'units'],
  ['camps', 'centres or camps'],
  ['person-months', 'post-months'],
  // Never added to each other.
  ['flight hours', 'flight hour'],
  ['Tonnes', 'tonne'],
  // In no table: under their own names.
  ['Pilots', 'pilot'],
  ['persons per year', 'persons per year'],
  ['  mine   dogs ', 'mine dog'],
  ['mess', 'mess'],
  ['batteries', 'battery'],
  ['apparatus', 'apparatus'],
  ['constructor', 'constructor'],
  ['', null],
  ['  ', null],
  [null, null],
])('figures in %j are added up under %j', (unit, name) => expect(measureName(unit)).toBe(name));
