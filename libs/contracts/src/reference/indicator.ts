/** What is measured of pledges, so that the values of many states can be set side by side. Seed systems, sections C and D. */

export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly unit: 'PER_CENT' | 'PERSONS' | 'POSTS' | 'ACTIONS' | 'LITRES';
}

export const indicators: readonly Indicator[] = [
  { code: 'WOMEN_IN_UNIT', name: 'Women in the contingent or unit', unit: 'PER_CENT' },
  { code: 'WOMEN_STAFF_OFFICERS', name: 'Women among staff officers and observers', unit: 'PER_CENT' },
  { code: 'WOMEN_POLICE_UNIT', name: 'Women in formed police units', unit: 'PER_CENT' },
  { code: 'WOMEN_POLICE_OFFICERS', name: 'Women among individual police officers', unit: 'PER_CENT' },
  { code: 'WOMEN_TRAINED', name: 'Women among those trained', unit: 'PER_CENT' },
  { code: 'BARRIER_ACTIONS', name: 'Actions taken against barriers to women', unit: 'ACTIONS' },
  { code: 'PERSONS_TRAINED', name: 'Persons trained', unit: 'PERSONS' },
  { code: 'LEADERS_TRAINED', name: 'Mission leaders trained', unit: 'PERSONS' },
  { code: 'POSTS_FILLED', name: 'Posts filled', unit: 'POSTS' },
  { code: 'RENEWABLE_ENERGY', name: 'Energy from renewable sources', unit: 'PER_CENT' },
  { code: 'FUEL_SAVED', name: 'Fuel saved in a year', unit: 'LITRES' },
];

const byCode: ReadonlyMap<string, Indicator> = new Map(indicators.map((row) => [row.code, row]));

export const indicator = (code: string): Indicator | undefined => byCode.get(code);
