/** A unit from its announcement to its return, or as far as it gets: lifecycle page, sections 5 and 6. */
import { NOT_ON_RECORD } from '@pledgeline/contracts';
import type { GoesOn, Told } from './act.ts';
import { dayAfter, REGISTERED, type Begun } from './begin-life.ts';
import { carriedByTwo } from './carried-by-two.ts';
import { fieldedLife } from './fielded-life.ts';
import { OFFERED_UNITS, type OfferedUnit } from './offered-units.ts';

const DOCUMENTS = ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'] as const;
const MISSIONS = ['MINUSCA', 'UNMISS', 'MONUSCO', 'UNISFA'] as const;

export function* unitLife(life: Begun): Told {
  const { act, chances, pledgeId } = life;
  const unit = chances.oneOf(OFFERED_UNITS);
  if (!(yield* registeredUnit(life, unit))) return;
  if (chances.inHundred(10)) {
    const why = { reason: 'Needed at home', source: null };
    yield { after: chances.between(20, 120), acts: [act('MS', 'WithdrawPledge', { pledgeId, ...why })] };
    return;
  }
  if (chances.inHundred(12)) {
    yield { after: 340, acts: [act('SYSTEM', 'RemindRenewal', { pledgeId })] };
    yield { after: 70, acts: [act('SYSTEM', 'LapsePledge', { pledgeId })] };
    return;
  }
  const partner = chances.inHundred(15) ? yield* carriedByTwo(life) : null;
  yield* unitOnOffer(life, unit, partner);
}

/** From the announcement to the register, with its documents and caveats; false where it ends before. */
export function* registeredUnit(life: Begun, unit: OfferedUnit, units = 1): GoesOn {
  const { act, chances, idOf, n, pledgeId } = life;
  const { capabilityCode, category, name, persons, selector } = unit;
  yield life.announced({
    ...{ category, capabilityCode, description: `${name} (${units}), ready within ninety days` },
    ...{
      quantity: figure(units, units === 1 ? 'unit' : 'units'),
      strength: figure(units * persons, 'persons'),
    },
  });
  if (!(yield* life.received())) return false;
  const mayBeDeclined = chances.inHundred(6);
  if (mayBeDeclined) {
    const why = { reason: 'OUT_OF_SCOPE', text: 'No mission seeks it' } as const;
    yield { after: 20, acts: [act('SFGC', 'DeclineRegistration', { pledgeId, ...why })] };
    return false;
  }
  yield {
    after: chances.between(10, 60),
    acts: DOCUMENTS.map((kind, k) =>
      act('SFGC', 'ReceiveDocumentation', {
        ...{ pledgeId, kind, version: 1, datedOn: null, reference: `DOC-${n}-${k}` },
        sha256: idOf(kind).replaceAll('-', '').padEnd(64, String(k)),
      }),
    ),
  };
  const registration = { ...REGISTERED, pledgeId, capabilityCode, registrationReference: `PCRS-${n}` };
  yield { after: 5, acts: [act('SFGC', 'RegisterPledge', registration)] };
  if (chances.inHundred(25)) {
    const caveat = { caveatId: idOf('caveat'), text: 'Not beyond its sector', kind: 'GEOGRAPHIC' } as const;
    const said = { pledgeId, ...caveat, blocking: chances.inHundred(40), internal: false };
    yield { after: 4, acts: [act('MS', 'DeclareCaveat', said)] };
    if (said.blocking) {
      const paper = { pledgeId, caveatId: caveat.caveatId, confirmationReference: `NV-${n}` };
      yield { after: 40, acts: [act('MS', 'LiftCaveat', { ...paper, atOnce: false })] };
      yield { after: 9, acts: [act(selector, 'ConfirmCaveatLifting', { ...paper, mission: null })] };
    }
  }
  return true;
}

/** Visited, sought by a mission, chosen, and sent. @param partner who takes its place after the first turn. */
export function* unitOnOffer(life: Begun, unit: OfferedUnit, partner: string | null = null): Told {
  const { act, chances, idOf, n, pledgeId } = life;
  const { capabilityCode, selector } = unit;
  if (!(yield* visited(life))) return;
  const gapId = idOf('gap');
  const mission = chances.oneOf(MISSIONS);
  const sought = { gapId, mission, capabilityCode, substitutes: [], unit: 'unit', requirement: null };
  const urgent = {
    number: chances.between(1, 2),
    neededBy: null,
    priority: 'HIGH',
    narrowed: false,
  } as const;
  yield { after: 3, acts: [act(selector, 'PublishGap', { ...sought, ...urgent })] };
  if (chances.inHundred(10)) return;
  const held = { gapId, reservationId: idOf('reservation'), pledgeId, quantity: 1, personsPerUnit: null };
  yield { after: chances.between(5, 30), acts: [act('SFGC', 'ReserveGap', held)] };
  const decision = { decisionReference: `DEC-${n}`, hostConsent: 'GIVEN' as const, acceptedCaveats: [] };
  yield {
    after: chances.between(5, 30),
    acts: [act(selector, 'SelectUnit', { pledgeId, gapId, ...decision, ...NOT_ON_RECORD })],
  };
  if (chances.inHundred(6)) {
    yield { after: 12, acts: [act('MS', 'DeclineSelection', { pledgeId, reason: 'Parliament said no' })] };
    return;
  }
  yield* fieldedLife(life, unit, partner);
}

/** Scheduled, held, and with its outcome; false where the unit is not ready. */
function* visited({ act, chances, idOf, n, pledgeId, state }: Begun): GoesOn {
  const visitId = idOf('visit');
  const on = yield { after: 10, acts: [] };
  const [from, to] = [dayAfter(on, 21), dayAfter(on, 23)];
  const facts = { pledgeId, status: 'REGISTERED', memberState: state, level: 'L1', openVisits: [] } as const;
  const plan = { visitId, purpose: 'AAV', memberState: state, from, to, mode: 'IN_PERSON' } as const;
  yield { after: 1, acts: [act('SFGC', 'ScheduleVisit', { ...plan, units: [facts], team: [] })] };
  if (chances.inHundred(10)) return false;
  yield { after: 24, acts: [act('SFGC', 'ConductVisit', { visitId, from, to, checklists: [] })] };
  const isReady = !chances.inHundred(12);
  const outcome = isReady ? 'SUCCESSFUL' : 'NOT_SUCCESSFUL';
  yield {
    after: 6,
    acts: [
      act('SFGC', 'RecordVisitOutcome', {
        ...{
          visitId,
          outcomes: [{ pledgeId, outcome, recommendations: [] }],
          reportReference: `AAV-${n}`,
          agreementReference: null,
        },
      }),
    ],
  };
  if (!isReady) return false;
  const basis = { surReference: null, alignmentReference: null, agreementReference: null };
  yield {
    after: 4,
    acts: [
      act('SFGC', 'AttainLevel', {
        pledgeId,
        level: 'L2',
        ...basis,
        deployWithinDays: null,
        confirmedBy: null,
      }),
    ],
  };
  return true;
}

export const figure = (number: number, unit: string) => ({
  ...{ min: number, max: number, unit, asStated: String(number) },
});
