/** A battalion of Rwanda on its way from a note verbale to the field within a year, as most scenarios need one. */
import { announcePromise } from './implementation-steps.ts';
import type { Scenario } from './scenario.ts';
import { assess, deployUnit, matchUnit, registerUnit } from './unit-steps.ts';

/** Assessed on 14 March 2025, deployed on 15 October. @returns the id of the pledge. */
export const deployedUnit = async (scenario: Scenario): Promise<string> => {
  const offer = {
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    quantity: '1',
    unit: 'unit',
    description: 'An infantry battalion',
    source: 'Note verbale 2025/3',
  };
  const pledgeId = await announcePromise(scenario, 'RWA', offer, '2025-01-05');
  const days = { acknowledged: '2025-01-08', registered: '2025-01-15' };
  await registerUnit(scenario, pledgeId, days, { capabilityCode: 'INF-BN' });
  await assess(scenario, pledgeId, 'RWA', '2025-03-14');
  const need = { mission: 'MINUSCA', capabilityCode: 'INF-BN' };
  const gapId = await matchUnit(scenario, pledgeId, need, '2025-04-01');
  await deployUnit(
    scenario,
    pledgeId,
    { gapId, strength: 750, place: 'Bangui' },
    {
      selected: '2025-05-02',
      signed: '2025-06-10',
      visited: '2025-09-01',
      deployed: '2025-10-15',
      until: '2027-10-14',
    },
  );
  return pledgeId;
};
