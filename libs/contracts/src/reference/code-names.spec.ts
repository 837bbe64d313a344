import { nameOfCode } from './code-names.ts';

it.each([
  ['category', 'WPS', 'Women, peace and security'],
  ['theme', 'poc', 'Protection of civilians'],
  ['status', 'MOU_SIGNED', 'Memorandum signed'],
  ['level', 'RDL', 'Rapid Deployment Level'],
  ['track', 'CAPABILITY', 'Capability (PCRS)'],
  ['region', 'WESTERN_EUROPE_OTHERS', 'Western European and Others Group'],
  ['speakerRank', 'HEAD_OF_STATE', 'Head of state'],
] as const)('%s %s is called %s', (list, code, name) => {
  expect(nameOfCode(list, code)).toBe(name);
});

it.each(['', 'unit', 'NOT_STATED', 'constructor', '__proto__'])('%j has no name but itself', (code) => {
  expect(nameOfCode('category', code)).toBe(code);
});
