/** A code is found by any words of its name, and a name that was typed in full means its code. */
import fc from 'fast-check';
import { entriesOf } from '../words/names.ts';
import { calledIn, codeMeant, lookedUp } from './lookup-entries.ts';

it.each([
  ['capability', 'quick reaction force', 'QRF-COY'],
  ['capability', 'force reaction', 'QRF-COY'],
  ['capability', 'qrf', 'QRF-COY'],
  ['state', 'ivoire', 'CIV'],
  ['conference', 'berlin', '2025-berlin'],
  ['mission', 'unmiss', 'UNMISS'],
  ['theme', 'protection of civ', 'poc'],
])('of the list %s %j finds %s', (list, typed, code) =>
  expect(lookedUp(list, typed).map((one) => one.code)).toContain(code),
);

it.each([
  ['capability', 'Quick reaction force company', 'QRF-COY'],
  ['capability', ' quick REACTION force company ', 'QRF-COY'],
  ['capability', 'qrf-coy', 'QRF-COY'],
  ['capability', 'Quick reaction', 'Quick reaction'],
  ['state', 'norway', 'NOR'],
  ['conference', 'Berlin 2025', '2025-berlin'],
  ['currency', 'usd', 'USD'],
  ['state', 'Atlantis', 'Atlantis'],
])('in the list %s %j means %s', (list, typed, code) => expect(codeMeant(list, typed)).toBe(code));

it.each([
  ['capability', 'QRF-COY', 'Quick-reaction force company'],
  ['capability', 'QRF', ''],
  ['currency', 'USD', ''],
  ['conference', '2025-berlin', 'Berlin 2025'],
  ['officer', 'anybody', ''],
])('in the list %s %s is called %j', (list, code, name) => expect(calledIn(list, code)).toBe(name));

it('whoever types the whole name of anything is offered it, and means it', () => {
  for (const list of ['capability', 'state', 'mission', 'theme']) {
    const entries = entriesOf(list);
    fc.assert(
      fc.property(fc.constantFrom(...entries), ([code, name]) => {
        if (entries.filter(([, other]) => other === name).length > 1) return;
        expect(lookedUp(list, name).map((one) => one.code)).toContain(code);
        expect(codeMeant(list, name)).toBe(code);
      }),
    );
  }
});
