/**
 * Histories that are entered today with their true dates: accountability page, section 5. The life of Viet Nam's hospital
 * (lifecycle page, section 8.12) in other states and years, with the jobs running between the steps, and what is told where
 * something of the history is left out.
 */
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { assess, deployUnit, matchUnit, registerUnit } from '../testing/unit-steps.ts';

const LIVES = [
  ['VNM', 'Viet Nam', 2015],
  ['NPL', 'Nepal', 2016],
  ['FJI', 'Fiji', 2018],
  ['TZA', 'United Republic of Tanzania', 2020],
] as const;

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

/** The day of the first life, in that many years. */
const after = (years: number, day: string): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

const announce = (state: string, name: string, announcedOn: string): Promise<string> =>
  scenario.as('MS', state).makes('/pledges', {
    memberState: name,
    category: 'ENABLER',
    capabilityCode: 'HOSP-L2',
    quantity: '1',
    unit: 'unit',
    description: `Level II field hospital, ${announcedOn}`,
    announcedOn,
    source: 'https://example.org/hospital',
  });

/** As ADMIN, for the day of the server's clock. */
const jobsRun = (): Promise<Body> => scenario.as('ADMIN').post('/operations/due-work', {});

const pageOf = (pledgeId: string): Promise<Body> => scenario.as('DESK').get(`/pledges/${pledgeId}`);

it.each(LIVES)(
  '%s: three years and three renewals from the announcement to the field',
  async (code, name, year) => {
    const on = (day: string) => after(year - 2015, day);
    const pledgeId = await announce(code, name, on('2015-09-28'));
    const kind = { capabilityCode: 'HOSP-L2' };
    const registered = { acknowledged: on('2015-10-20'), registered: on('2016-01-15') };
    await registerUnit(scenario, pledgeId, registered, kind);
    await jobsRun();
    expect(await pageOf(pledgeId)).toMatchObject({
      status: 'REGISTERED',
      level: 'L1',
      validUntil: on('2017-01-15'),
    });
    for (const day of ['2016-12-20', '2017-06-20', '2017-12-20']) {
      await scenario.as('MS', code).post(`/pledges/${pledgeId}/renewals`, { occurredOn: on(day) });
      await jobsRun();
    }
    await assess(scenario, pledgeId, code, on('2017-03-14'));
    await jobsRun();
    expect(await pageOf(pledgeId)).toMatchObject({
      status: 'REGISTERED',
      level: 'L2',
      validUntil: on('2018-07-15'),
    });
    const gapId = await matchUnit(scenario, pledgeId, { mission: 'UNMISS', ...kind }, on('2018-01-15'));
    await deployUnit(
      scenario,
      pledgeId,
      { gapId, strength: 63, place: 'Bentiu' },
      {
        selected: on('2018-02-01'),
        signed: on('2018-05-10'),
        visited: on('2018-08-20'),
        deployed: on('2018-10-15'),
        until: on('2020-11-30'),
      },
    );
    await jobsRun();
    expect(await pageOf(pledgeId)).toMatchObject({
      status: 'DEPLOYED',
      lastWord: { on: on('2017-12-20'), by: 'STATE' },
      silent: false,
      deployment: { deployedOn: on('2018-10-15') },
    });
    expect(await scenario.as('PUBLIC').get(`/pledges/${pledgeId}?asOf=${on('2018-06-30')}`)).toMatchObject({
      status: 'MOU_SIGNED',
      validUntil: on('2018-07-15'),
    });
  },
);

describe('what is left out', () => {
  let pledgeId: string;
  const sfgc = () => scenario.as('SFGC');
  const renewed = (on: string) =>
    scenario.as('MS', 'GHA').post(`/pledges/${pledgeId}/renewals`, { occurredOn: on });
  beforeAll(async () => {
    pledgeId = await announce('GHA', 'Ghana', '2015-09-28');
  });

  it('of the registration: that it is entered late', async () => {
    const kind = { capabilityCode: 'HOSP-L2' };
    await expect(
      registerUnit(
        scenario,
        pledgeId,
        { acknowledged: '2015-10-20', registered: '2016-01-15' },
        { ...kind, lateEntry: false },
      ),
    ).rejects.toThrow('ALREADY_EXPIRED');
    const body = { ...kind, registrationReference: 'PCRS-1', occurredOn: '2016-01-15' };
    const refused = await sfgc().isRefused(`/pledges/${pledgeId}/registration`, body);
    expect(refused).toMatchObject({
      code: 'ALREADY_EXPIRED',
      field: 'lateEntry',
      validUntil: '2017-01-15',
      instead: { lateEntry: true },
    });
    await sfgc().post(`/pledges/${pledgeId}/registration`, { ...body, ...(refused.instead as Body) });
  });

  it('of the renewals: an act of a day on which the offer did not stand is refused, one within its validity is taken', async () => {
    const gap = {
      number: 2,
      neededBy: '2030-12-31',
      priority: 'HIGH',
      mission: 'UNMISS',
      capabilityCode: 'HOSP-L2',
    };
    const gapId = await scenario.as('MISSION').makes('/gaps', { ...gap, occurredOn: '2016-02-01' });
    const match = { gapId, quantity: 1 };
    const late = await sfgc().isRefused(`/pledges/${pledgeId}/matches`, {
      ...match,
      occurredOn: '2017-01-16',
    });
    expect(late).toMatchObject({ code: 'EXPIRED', validUntil: '2017-01-15' });
    await renewed('2016-12-20');
    await sfgc().post(`/pledges/${pledgeId}/matches`, { ...match, occurredOn: '2017-01-16' });
    await sfgc().post(`/pledges/${pledgeId}/matches/${gapId}/release`, {
      reason: 'The mission needs none',
      occurredOn: '2017-03-01',
    });
    expect(await pageOf(pledgeId)).toMatchObject({ status: 'REGISTERED', validUntil: '2017-07-15' });
  });

  it('of one renewal between others: the offer goes on by steps of six months, and the jobs leave it', async () => {
    await renewed('2017-12-20');
    expect(await pageOf(pledgeId)).toMatchObject({ validUntil: '2018-01-15' });
    const before = await scenario
      .as('MS', 'GHA')
      .isRefused(`/pledges/${pledgeId}/renewals`, { occurredOn: '2017-06-20' });
    expect(before).toMatchObject({ code: 'RENEWAL_TOO_EARLY', earliest: '2017-12-20' });
    await jobsRun();
    expect(await pageOf(pledgeId)).toMatchObject({ status: 'REGISTERED' });
  });
});
