import { stateCalled, statesLike } from './state-called.ts';

it.each([
  ['its name', 'Bangladesh', 'BGD'],
  ['its code', 'bgd', 'BGD'],
  ['the beginning of its name', 'Bangla', 'BGD'],
  ['a part of its name', 'Verde', 'CPV'],
  ['without its accents', "cote d'ivoire", 'CIV'],
  ['a name that begins others, too', 'Guinea', 'GIN'],
  ['a part that several share', 'guin', undefined],
  ['what none is called', 'Atlantis', undefined],
  ['nothing', ' ', undefined],
])('by %s', (_, typed, code) => {
  expect(stateCalled(typed)).toBe(code);
});

it('names those that share what was typed, those that begin with it first', () => {
  expect(statesLike('guin').map(({ code }) => code)).toEqual(['GIN', 'GNB', 'GNQ', 'PNG']);
  expect(statesLike('Atlantis')).toEqual([]);
});
