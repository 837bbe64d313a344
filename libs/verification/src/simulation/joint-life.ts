/** Units of two states that become one pledge, and what becomes of that: lifecycle page, section 5, history 10. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import { derivedId } from '@pledgeline/event-sourcing';
import type { Told } from './act.ts';
import { beginLife, otherState, type Begun } from './begin-life.ts';
import { OFFERED_UNITS } from './offered-units.ts';
import { figure, registeredUnit, unitOnOffer } from './unit-life.ts';

export function* jointLife(life: Begun): Told {
  const { act, chances, idOf, n, pledgeId, state } = life;
  const unit = chances.oneOf(OFFERED_UNITS);
  const other = beginLife(idOf('other source'), chances, n, otherState(life));
  if (!(yield* registeredUnit(life, unit))) return;
  if (!(yield* registeredUnit(other, unit))) return yield* unitOnOffer(life, unit);
  const mergeId = idOf('merger');
  const agreed = { mergeId, leadState: state, role: 'UNIT' } as const;
  const own = { ...agreed, share: 60, consentReference: `NV-${n}-1`, others: [other.pledgeId] };
  const theirs = { ...agreed, share: 40, consentReference: `NV-${n}-2`, others: [pledgeId] };
  const first = yield { after: 14, acts: [act('MS', 'ConsentToMerge', { pledgeId, ...own })] };
  if (chances.inHundred(20)) return;
  const second = yield {
    after: chances.between(7, 60),
    acts: [other.act('MS', 'ConsentToMerge', { pledgeId: other.pledgeId, ...theirs })],
  };
  const asTheyStand = { status: 'REGISTERED', track: 'CAPABILITY', money: null, ...NOTHING_BESIDE } as const;
  const sources = [
    { ...asTheyStand, pledgeId, memberState: state, consent: { ...own, consentedOn: first } },
    {
      ...{ ...asTheyStand, pledgeId: other.pledgeId, memberState: other.state },
      consent: { ...theirs, consentedOn: second },
    },
  ];
  const joint = beginLife(derivedId('joint pledge', mergeId), chances, n, state);
  const { capabilityCode, name, persons } = unit;
  const what = {
    ...{ capabilityCode, quantity: figure(1, 'unit'), strength: figure(persons, 'persons'), aircraft: null },
    description: `One ${name} of two states`,
  };
  const merger = { pledgeId, mergeId, jointPledgeId: joint.pledgeId, ...what, sources };
  yield { after: 10, acts: [act('DESK', 'MergePledges', merger)] };
  yield* unitOnOffer(joint, unit);
}
