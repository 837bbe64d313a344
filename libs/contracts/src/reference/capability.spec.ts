import { capabilities, capability, categories, themes } from './capability.ts';

it('a unit that PCRS takes goes down the capability track', () =>
  expect(capability('INF-BN')).toEqual({
    code: 'INF-BN',
    category: 'UNIT',
    name: 'Infantry battalion',
    component: 'military',
    track: 'CAPABILITY',
    typicalStrength: { min: 800, max: 850 },
    themes: ['poc', 'safety-security'],
  }));

it('officers who are assessed one by one go down the implementation track', () =>
  expect(capability('IPO')?.track).toBe('IMPLEMENTATION'));

it('a single known strength is a range of one', () =>
  expect(capability('FPU')?.typicalStrength).toEqual({ min: 140, max: 140 }));

it('an unknown strength is null, and a capability of no theme has none', () =>
  expect(capability('TROOPS-UNSPEC')).toMatchObject({ typicalStrength: null, themes: [] }));

it('an unknown or misspelt code is nothing', () => {
  for (const code of ['', 'inf-bn', 'INF', 'constructor', '__proto__'])
    expect(capability(code)).toBeUndefined();
});

it('no two capabilities share a code', () =>
  expect(new Set(capabilities.map(({ code }) => code)).size).toBe(capabilities.length));

it('every capability has a track, a name and whole, ordered strengths', () => {
  for (const { track, name, typicalStrength } of capabilities) {
    expect(['CAPABILITY', 'IMPLEMENTATION']).toContain(track);
    expect(name).not.toBe('');
    if (typicalStrength === null) continue;
    expect(Number.isInteger(typicalStrength.min) && Number.isInteger(typicalStrength.max)).toBe(true);
    expect(typicalStrength.min).toBeLessThanOrEqual(typicalStrength.max);
  }
});

it('only units and enablers go down the capability track', () =>
  expect(
    new Set(capabilities.filter((row) => row.track === 'CAPABILITY').map((row) => row.category)),
  ).toEqual(new Set(['UNIT', 'ENABLER'])));

it('help messages can list every category and theme once', () => {
  expect(categories).toEqual([
    'UNIT',
    'ENABLER',
    'EXPERTISE',
    'TRAINING',
    'EQUIPMENT',
    'FINANCE',
    'TECHNOLOGY',
    'MEDICAL',
    'WPS',
    'ENVIRONMENT',
    'CONDUCT',
    'POLITICAL',
  ]);
  expect(themes).toEqual([
    'capacity-building',
    'conduct',
    'counter-ied',
    'environment',
    'medical',
    'mental-health',
    'performance',
    'poc',
    'rapid-deployment',
    'safety-security',
    'stratcom',
    'sustaining-peace',
    'technology',
    'wps',
  ]);
});
