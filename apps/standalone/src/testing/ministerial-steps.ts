/** What happens around a ministerial: it is registered, promises are made at it, and the Secretariat publishes what it needs. */
import { capability } from '@pledgeline/contracts';
import { announcePromise } from './implementation-steps.ts';
import type { Body, Scenario } from './scenario.ts';

/** A promise of one unit or enabler, by the state itself, in December 2021 unless it says otherwise. */
export const announceUnit = (
  scenario: Scenario,
  state: string,
  { capabilityCode = 'INF-BN', announcedOn = '2021-12-07', ...said }: Body = {},
): Promise<string> =>
  announcePromise(
    scenario,
    state,
    {
      capabilityCode,
      category: capability(String(capabilityCode))?.category,
      quantity: '1',
      unit: 'unit',
      description: `One ${String(capabilityCode)}`,
      timeframe: 'within a year',
      ...said,
    },
    String(announcedOn),
  );

export const registerConference = (scenario: Scenario, code: string, said: Body): Promise<Body> =>
  scenario.as('DESK').post('/conferences', {
    code,
    kind: 'ministerial',
    name: `Peacekeeping meeting ${code}`,
    source: 'seed:001',
    ...said,
  });

export const REQUIREMENTS = 'uniformed-capability-requirements';

/** One edition of the paper on uniformed capabilities; each slot is for one unit in MINUSCA unless it says otherwise. */
export const requirements = (edition: string, slots: readonly Body[]): Body => ({
  code: REQUIREMENTS,
  edition,
  title: 'Current and emerging uniformed capability requirements',
  source: 'seed:001',
  slots: slots.map((slot) => ({ mission: 'MINUSCA', number: 1, priority: 'HIGH', ...slot })),
});
