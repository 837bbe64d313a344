import type { DataOf } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { actRecorded, courseDelivered, equipmentDelivered, measured } from '../testing/delivered-life.ts';
import { acknowledged, announced, registered } from '../testing/early-life.ts';
import { carriedOutTo, planned, started } from '../testing/implementation-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { COURSE, idOf, PLEDGE } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const { REGISTERED, PLANNED, IN_PROGRESS } = carriedOutTo;
const delivered = (history: Parameters<typeof after>[0]) => after(history).state().delivered;

describe('DeliverCourse', () => {
  const { DeliverCourse } = commands;

  it('is dated by its last day', () => {
    const [event] = after(IN_PROGRESS).when(DeliverCourse).events();
    expect(event).toEqual({ type: 'CourseDelivered', data: DeliverCourse.data, occurredOn: '2026-01-14' });
  });

  it('with three contributors is one course', () => {
    expect(delivered([...IN_PROGRESS, courseDelivered()])).toMatchObject({
      courses: [{ courseId: COURSE, contributors: [{ party: 'JPN' }, { party: 'KEN' }, { party: 'UGA' }] }],
      training: { trained: 40, women: 12, leaders: null },
    });
  });

  it('counts women apart, as far as they were stated', () => {
    const second = courseDelivered({ courseId: idOf(83), trained: 10, women: null, leaders: 2 });
    expect(delivered([...IN_PROGRESS, courseDelivered(), second])?.training).toEqual({
      trained: 50,
      women: 12,
      leaders: 2,
    });
  });

  it.each([
    ['PART_ABOVE_TOTAL', { women: 41 }],
    ['PART_ABOVE_TOTAL', { leaders: 41 }],
    ['DATE_IN_FUTURE', { to: '2026-01-16' }],
    ['PERIOD_INVALID', { to: '2026-01-04' }],
    ['UNKNOWN_CAPABILITY', { capabilityCode: 'TRG-X' }],
    ['TEXT_MISSING', { place: ' ' }],
  ])('is refused as %s for %j', (code, change) =>
    after(IN_PROGRESS).when(DeliverCourse, change).thenRefused(code),
  );

  it('of one day, for women only, is a course too', () =>
    after(IN_PROGRESS).when(DeliverCourse, { women: 40, from: '2026-01-14' }).thenTypes('CourseDelivered'));

  it('twice under one id is refused', () =>
    after([...IN_PROGRESS, courseDelivered()])
      .when(DeliverCourse)
      .thenRefused('COURSE_ID_REUSED'));

  it('before the start is out of order', () => after(PLANNED).when(DeliverCourse).thenRefused('WRONG_ORDER'));
});

describe('DeliverEquipment', () => {
  const { DeliverEquipment } = commands;
  const ofFive = registered({
    track: 'IMPLEMENTATION',
    capabilityCode: 'EQP-MRAP',
    quantity: { min: 5, max: 5, unit: 'vehicles', asStated: '5' },
  });
  const underWay = [announced(), acknowledged(), ofFive, planned(), started()];

  it('above what was pledged says why', () => {
    after(underWay).when(DeliverEquipment, { number: 5 }).thenTypes('EquipmentDelivered');
    const rejected = after([...underWay, equipmentDelivered()])
      .when(DeliverEquipment, { number: 2 })
      .thenRejected('NUMBER_ABOVE_PLEDGED');
    expect(rejected.details).toEqual({ field: 'note', pledged: 5, delivered: 6 });
    after([...underWay, equipmentDelivered()])
      .when(DeliverEquipment, { number: 2, note: 'A gift' })
      .thenTypes('EquipmentDelivered');
  });

  it('has no limit where no number was pledged', () =>
    after(IN_PROGRESS).when(DeliverEquipment, { number: 999 }).thenTypes('EquipmentDelivered'));

  it('adds up by item and receiver; handed over is not yet in use', () => {
    const history = [
      ...IN_PROGRESS,
      equipmentDelivered(),
      equipmentDelivered({ number: 2, inUse: true }),
      equipmentDelivered({ number: 1, inUse: false }),
      equipmentDelivered({ receiver: 'Senegal', number: 3 }),
    ];
    expect(delivered(history)?.equipment).toEqual([
      { item: 'Mine-protected vehicle', receiver: 'Ghana', number: 7, inUse: 2 },
      { item: 'Mine-protected vehicle', receiver: 'Senegal', number: 3, inUse: null },
    ]);
  });

  it.each([{ item: '' }, { receiver: ' ' }])('is refused with %j', (change) =>
    after(IN_PROGRESS).when(DeliverEquipment, change).thenRefused('TEXT_MISSING'),
  );
});

describe('RecordPoliticalAct', () => {
  const { RecordPoliticalAct } = commands;

  it('is noted with its link or document', () => {
    const byDocument = { link: null, document: 'A/RES/1' };
    after(REGISTERED).when(RecordPoliticalAct, byDocument).thenTypes('PoliticalActRecorded');
    expect(delivered([...REGISTERED, actRecorded()])?.acts).toMatchObject([
      { act: 'ENDORSEMENT', what: 'Kigali Principles' },
    ]);
  });

  it.each([
    ['REFERENCE_MISSING', { link: null }],
    ['REFERENCE_MISSING', { link: ' ' }],
    ['TEXT_MISSING', { what: '' }],
  ])('is refused as %s for %j', (code, change) =>
    after(REGISTERED).when(RecordPoliticalAct, change).thenRefused(code),
  );
});

describe('MeasureTarget', () => {
  const { MeasureTarget } = commands;

  it('takes the unit of the indicator', () =>
    after(REGISTERED)
      .when(MeasureTarget)
      .then({
        type: 'TargetMeasured',
        data: {
          pledgeId: PLEDGE,
          indicator: 'WOMEN_IN_UNIT',
          low: 12,
          high: 12,
          unit: 'PER_CENT',
          target: 15,
          measuredOn: '2026-01-15',
        },
      }));

  it.each(['REGISTERED', 'MATCHED', 'READY', 'DEPLOYED'] as const)(
    'of a unit is possible while %s',
    (status) =>
      after(historyTo[status] ?? [])
        .when(MeasureTarget)
        .thenTypes('TargetMeasured'),
  );

  it.each([
    ['WOMEN_IN_UNIT', 15],
    ['RENEWABLE_ENERGY', null],
  ])('of %s is held against the share of women announced: %s', (indicator, target) => {
    const terms = { womenShareTarget: 15 } as NonNullable<DataOf<'PledgeAnnounced'>['terms']>;
    const [event] = after([announced({ terms }), acknowledged(), registered()])
      .when(MeasureTarget, { indicator, target: null })
      .events();
    expect(event?.data).toMatchObject({ target });
  });

  it('of a unit that came home comes too late', () =>
    after(historyTo.REPATRIATED ?? [])
      .when(MeasureTarget)
      .thenRefused('WRONG_ORDER'));

  it('may be a range', () => {
    after(REGISTERED)
      .when(MeasureTarget, { indicator: 'RENEWABLE_ENERGY', low: 20, high: 35 })
      .thenTypes('TargetMeasured');
    expect(delivered([...REGISTERED, measured({ low: 10 })])?.measurements).toMatchObject([
      { low: 10, high: 12, target: 15 },
    ]);
  });

  it.each([
    ['UNKNOWN_INDICATOR', { indicator: 'MORALE' }],
    ['MEASURE_OUT_OF_RANGE', { high: 101 }],
    ['MEASURE_OUT_OF_RANGE', { low: -1 }],
    ['MEASURE_OUT_OF_RANGE', { target: 100.1 }],
    ['MEASURE_OUT_OF_RANGE', { low: 13 }],
    ['MEASURE_OUT_OF_RANGE', { low: NaN }],
  ])('is refused as %s for %j', (code, change) =>
    after(REGISTERED).when(MeasureTarget, change).thenRefused(code),
  );

  it('is the state’s own or an evaluator’s', () => {
    after(REGISTERED).when(MeasureTarget, {}, by('MS', 'RWA')).thenTypes('TargetMeasured');
    after(REGISTERED).when(MeasureTarget, {}, by('IMPL')).thenRefused('FORBIDDEN');
  });
});
