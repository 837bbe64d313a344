/** Two units promised as one pledge, which then go ways of their own: lifecycle page, section 5. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import type { Told } from './act.ts';
import { beginLife, type Begun } from './begin-life.ts';
import { OFFERED_UNITS } from './offered-units.ts';
import { figure, registeredUnit, unitOnOffer } from './unit-life.ts';

export function* splitLife(life: Begun): Told {
  const { act, chances, idOf, n, pledgeId, state } = life;
  const unit = chances.oneOf(OFFERED_UNITS);
  if (!(yield* registeredUnit(life, unit, 2))) return;
  const [part, rest] = ['part', 'rest'].map((name) => beginLife(idOf(name), chances, n, state));
  if (part === undefined || rest === undefined) return;
  const child = {
    ...{ pledgeId: part.pledgeId, quantity: figure(1, 'unit'), ...NOTHING_BESIDE, amount: null },
    ...{ capabilityCode: null, description: 'The first of the two', coveredByAav: false },
  };
  const split = { pledgeId, children: [child], restId: rest.pledgeId, consentReference: null };
  yield { after: chances.between(15, 90), acts: [act('MS', 'SplitPledge', split)] };
  if (chances.inHundred(40)) {
    const why = { pledgeId: rest.pledgeId, reason: 'One unit is all that can be spared', source: null };
    yield { after: chances.between(10, 90), acts: [rest.act('MS', 'WithdrawPledge', why)] };
  }
  yield* unitOnOffer(part, unit);
}
