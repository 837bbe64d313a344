import { NO_TERMS } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { acknowledged, announced } from '../testing/early-life.ts';
import { planned, registeredToCarryOut } from '../testing/implementation-life.ts';
import { bodyHasPart } from './acting-role.ts';

const promised = announced({ terms: { ...NO_TERMS, implementingBody: 'UNITAR' } });
const underWay = [promised, acknowledged(), registeredToCarryOut('FIN-PBF'), planned()];

it.each([
  ['UNITAR', [promised], true],
  ['unitar', [promised], true],
  ['UNICEF', [promised], false],
  ['Peace Operations Training Centre', underWay, true],
  ['UNITAR', underWay, false],
])('%s, after %j events, has a part in it: %s', (body, events, has) => {
  expect(bodyHasPart(body, after(events).state())).toBe(has);
});
