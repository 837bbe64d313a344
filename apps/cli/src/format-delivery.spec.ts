import type { DataOf, PledgeEvent } from '@pledgeline/contracts';
import { formatEvent } from './format-event.ts';

const said = <Type extends PledgeEvent['type']>(type: Type, data: Partial<DataOf<Type>>): string =>
  formatEvent({ type, data } as unknown as PledgeEvent);
const money = {
  amount: 2_500_000.5,
  currency: 'USD',
  fund: 'Peacebuilding Fund',
  funder: null,
  funding: 'VOLUNTARY',
  trancheYear: 2026,
} as const;

it.each([
  [said('FundsPledged', money), '2,500,000.5 USD, voluntary, to Peacebuilding Fund, tranche of 2026'],
  [
    said('FundsReceived', { ...money, fund: null, funder: 'Qatar', funding: null, trancheYear: null }),
    '2,500,000.5 USD, from Qatar',
  ],
  [said('CourseDelivered', { trained: 40, women: null, place: 'Entebbe' }), '40 trained, Entebbe'],
  [
    said('CourseEvaluated', { result: 'PARTLY_EFFECTIVE', text: 'Drills are held' }),
    'partly effective: Drills are held',
  ],
  [
    said('ExpertSeconded', {
      persons: 2,
      post: 'Planner',
      mission: 'UNMISS',
      hostInstitution: null,
      from: '2026-01-01',
      to: '2027-01-01',
    }),
    '2 to Planner, UNMISS, 2026-01-01 to 2027-01-01',
  ],
  [said('SecondmentEnded', { endedOn: '2026-06-01' }), 'on 2026-06-01'],
  [
    said('EquipmentDelivered', { number: 4, item: 'vehicles', receiver: 'Ghana', inUse: true }),
    '4 vehicles to Ghana, in use',
  ],
  [said('PoliticalActRecorded', { act: 'LAW', what: 'Conduct act' }), 'law: Conduct act'],
  [
    said('TargetMeasured', { indicator: 'WOMEN_IN_UNIT', low: 10, high: 12, unit: 'PER_CENT', target: 15 }),
    'Women in the contingent or unit: 10 to 12 per cent, aimed at 15',
  ],
])('%s', (line, expected) => {
  expect(line).toBe(expected);
});
