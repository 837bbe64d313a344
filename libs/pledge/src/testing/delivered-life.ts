/** What was given for a pledge, told by name. */
import { NOT_ON_RECORD } from '@pledgeline/contracts';
import { COURSE, exampleEvent, idOf, PLEDGE, SECONDMENT } from './named-events.ts';

const money = {
  pledgeId: PLEDGE,
  amount: 70,
  currency: 'USD',
  fund: 'Peacebuilding Fund',
  funder: null,
  funding: 'VOLUNTARY',
  trancheYear: null,
  agreementReference: 'PBF/2025/1',
  note: null,
} as const;

export const fundsPledged = exampleEvent('FundsPledged', '2025-09-01', {
  ...money,
  pledgedOn: '2025-09-01',
});
export const fundsCommitted = exampleEvent('FundsCommitted', '2025-10-01', {
  ...money,
  committedOn: '2025-10-01',
});
export const fundsReceived = exampleEvent('FundsReceived', '2025-11-01', {
  ...money,
  amount: 20,
  receivedOn: '2025-11-01',
});
export const courseDelivered = exampleEvent('CourseDelivered', '2025-11-14', {
  pledgeId: PLEDGE,
  courseId: COURSE,
  capabilityCode: 'TRG-ENG',
  trained: 40,
  women: 12,
  leaders: null,
  place: 'Entebbe',
  centre: 'Regional Service Centre',
  languages: ['French'],
  contributors: [
    { party: 'JPN', part: 'FUNDER' },
    { party: 'KEN', part: 'TRAINER' },
    { party: 'UGA', part: 'HOST' },
  ],
  from: '2025-11-03',
  to: '2025-11-14',
});
export const courseEvaluated = exampleEvent('CourseEvaluated', '2026-01-10', {
  pledgeId: PLEDGE,
  courseId: COURSE,
  evaluationId: idOf(84),
  result: 'EFFECTIVE',
  text: 'All drive at night',
  reportReference: null,
  evaluatedOn: '2026-01-10',
});
export const seconded = exampleEvent('ExpertSeconded', '2025-09-01', {
  pledgeId: PLEDGE,
  secondmentId: SECONDMENT,
  persons: 2,
  post: 'Planner, U5',
  mission: 'MINUSCA',
  hostInstitution: null,
  from: '2025-10-01',
  to: '2026-10-01',
  beyondPledge: false,
  ...NOT_ON_RECORD,
});
export const secondmentEnded = exampleEvent('SecondmentEnded', '2026-01-10', {
  pledgeId: PLEDGE,
  secondmentId: SECONDMENT,
  endedOn: '2026-01-10',
});
export const equipmentDelivered = exampleEvent('EquipmentDelivered', '2025-12-01', {
  pledgeId: PLEDGE,
  item: 'Mine-protected vehicle',
  number: 4,
  receiver: 'Ghana',
  inUse: null,
  note: null,
  deliveredOn: '2025-12-01',
});
export const actRecorded = exampleEvent('PoliticalActRecorded', '2025-12-01', {
  pledgeId: PLEDGE,
  act: 'ENDORSEMENT',
  what: 'Kigali Principles',
  link: 'https://example.org/kigali',
  document: null,
  doneOn: '2025-12-01',
});
export const measured = exampleEvent('TargetMeasured', '2025-12-01', {
  pledgeId: PLEDGE,
  indicator: 'WOMEN_IN_UNIT',
  low: 12,
  high: 12,
  unit: 'PER_CENT',
  target: 15,
  measuredOn: '2025-12-01',
});
