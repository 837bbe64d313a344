import { after } from '../testing/a-pledge.ts';
import { seconded, secondmentEnded } from '../testing/delivered-life.ts';
import { carriedOutTo } from '../testing/implementation-life.ts';
import { SECONDMENT } from '../testing/named-events.ts';
import { commands } from '../testing/commands.ts';
import { tourMonths } from './posts.ts';

const { REGISTERED } = carriedOutTo;
const held = [...REGISTERED, seconded()];
const { SecondExpert, EndSecondment } = commands;
const samePost = { mission: 'MINUSCA', post: ' planner, u5 ' };

describe('SecondExpert', () => {
  it('may begin in the future, and in no mission', () => {
    after(REGISTERED).when(SecondExpert).then({ type: 'ExpertSeconded', data: SecondExpert.data });
    after(REGISTERED).when(SecondExpert, { mission: null }).thenTypes('ExpertSeconded');
  });

  it('to a post that is held is refused, however the post is spelt', () => {
    const rejected = after(held).when(SecondExpert, samePost).thenRejected('POST_OCCUPIED');
    expect(rejected.details).toEqual({ field: 'post', secondmentId: SECONDMENT });
  });

  it('follows on the day of handing over, or after an early end', () => {
    after(held)
      .when(SecondExpert, { ...samePost, from: '2026-10-01' })
      .thenTypes('ExpertSeconded');
    after([...held, secondmentEnded()])
      .when(SecondExpert, samePost)
      .thenTypes('ExpertSeconded');
  });

  it('to the same post elsewhere is another post', () =>
    after(held).when(SecondExpert, { post: 'Planner, U5' }).thenTypes('ExpertSeconded'));

  it.each([
    ['PERIOD_INVALID', { to: '2026-02-01' }],
    ['DATE_IMPOSSIBLE', { from: '2026-02-30' }],
    ['TEXT_MISSING', { post: '' }],
    ['SECONDMENT_ID_REUSED', { secondmentId: SECONDMENT }],
  ])('is refused as %s for %j', (code, change) => after(held).when(SecondExpert, change).thenRefused(code));
});

describe('EndSecondment', () => {
  it('frees the post', () => {
    after(held)
      .when(EndSecondment)
      .then({ type: 'SecondmentEnded', data: { ...EndSecondment.data, endedOn: '2026-01-15' } });
    const pledge = after([...held, secondmentEnded()]).state();
    expect(pledge.delivered?.secondments).toMatchObject([{ to: '2026-10-01', endedOn: '2026-01-10' }]);
  });

  it('not before it began', () =>
    after(held).when(EndSecondment, {}, { occurredOn: '2025-10-01' }).thenRefused('PERIOD_INVALID'));

  it('not over the time of the next on the post', () => {
    const next = seconded({ secondmentId: SecondExpert.data.secondmentId, from: '2025-12-01' });
    const earlier = seconded({ to: '2025-12-01' });
    after([...REGISTERED, earlier, next])
      .when(EndSecondment)
      .thenRefused('POST_OCCUPIED');
  });

  it('twice, or of none, is refused', () => {
    after([...held, secondmentEnded()])
      .when(EndSecondment)
      .thenRefused('SECONDMENT_ENDED');
    after(REGISTERED).when(EndSecondment).thenRefused('UNKNOWN_SECONDMENT');
  });
});

it.each([
  ['2025-10-01', '2026-10-01', null, 12],
  ['2025-10-15', '2026-10-14', null, 12],
  ['2025-10-15', '2026-10-13', null, 11],
  ['2025-01-01', '2025-12-31', null, 12],
  ['2025-01-01', '2026-12-31', '2025-06-30', 6],
  ['2025-01-31', '2025-02-27', null, 1],
  ['2025-08-31', '2026-02-28', null, 6],
  ['2025-10-01', '2026-10-01', '2026-01-10', 3],
])('a tour from %s to %s, ended on %s, is of %d whole months', (from, to, endedOn, months) => {
  expect(tourMonths({ ...seconded({ from, to }).data, endedOn } as Parameters<typeof tourMonths>[0])).toBe(
    months,
  );
});
