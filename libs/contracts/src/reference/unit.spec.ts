import { countedIn, unitMeasure } from './unit.ts';

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
