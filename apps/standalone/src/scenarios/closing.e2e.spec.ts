/** A promise is closed by what was delivered, and what still comes is taken: accountability page, section 1. */
import { startPromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
beforeAll(async () => (scenario = await startScenario()));
afterAll(() => scenario.close());

const MONEY = { currency: 'USD', fund: 'Peacebuilding Fund', funding: 'VOLUNTARY' };

describe('70 million for the Peacebuilding Fund', () => {
  let pledge: string;
  let sweden: Voice;
  let desk: Voice;
  beforeAll(async () => {
    sweden = scenario.as('MS', 'SWE');
    desk = scenario.as('DESK');
    const said = {
      category: 'FINANCE',
      capabilityCode: 'FIN-PBF',
      description: 'Money for the fund',
      quantity: '70 million',
      unit: 'USD',
    };
    const plan = [{ template: 'FIRST_PAYMENT', dueOn: '2022-06-30' }];
    pledge = await startPromise(scenario, 'SWE', said, plan);
    await sweden.post(`/pledges/${pledge}/evidence`, { kind: 'RECEIPT', url: 'https://example.org/first' });
    await meetEveryMilestone();
    await sweden.post(`/pledges/${pledge}/funds-committed`, {
      ...MONEY,
      amount: 70_000_000,
      agreementReference: 'PBF/SWE/2021',
    });
    await received(20_000_000);
  });

  const meetEveryMilestone = async (): Promise<void> => {
    const { implementation } = (await sweden.get(`/pledges/${pledge}`)) as {
      readonly implementation: Readonly<Record<'milestones' | 'evidence', readonly Body[]>>;
    };
    const evidence = implementation.evidence.map(({ evidenceId }) => evidenceId);
    for (const { milestoneId } of implementation.milestones)
      await sweden.post(`/pledges/${pledge}/milestones/${String(milestoneId)}/completion`, { evidence });
  };
  const received = (amount: number): Promise<Body> =>
    scenario.as('IMPL').post(`/pledges/${pledge}/funds-received`, { ...MONEY, amount });
  const path = (): string => `/pledges/${pledge}/fulfilment`;

  it('is not closed in full with 20 received, and the refusal names the dimension', async () => {
    expect(await desk.isRefused(path(), { as: 'FULL' })).toMatchObject({
      code: 'NOT_DELIVERED',
      field: 'as',
      allowed: ['PART'],
      dimensions: [{ dimension: 'MONEY', currency: 'USD', promised: 70_000_000, delivered: 20_000_000 }],
    });
  });

  it('is closed in part with a share of 29, computed, and the public sees by what', async () => {
    await desk.post(path(), { as: 'PART' });
    expect(await scenario.as('PUBLIC').get(`/pledges/${pledge}`)).toMatchObject({
      status: 'PARTIALLY_FULFILLED',
      accountability: {
        pledgeClass: 'KEPT_IN_PART',
        share: 29,
        judgedBecause: null,
        dimensions: [{ promised: 70_000_000, committed: 70_000_000, delivered: 20_000_000, surplus: 0 }],
        closing: { as: 'PART', judged: false, share: 29 },
      },
    });
  });

  it('takes what still comes, and is closed in full once nine tenths are there', async () => {
    await received(42_000_000);
    expect(await desk.isRefused(path(), { as: 'FULL' })).toMatchObject({ code: 'NOT_DELIVERED' });
    await received(1_000_000);
    await desk.post(path(), { as: 'FULL' });
    expect(await scenario.as('PUBLIC').get(`/pledges/${pledge}`)).toMatchObject({
      status: 'FULFILLED',
      accountability: { pledgeClass: 'KEPT', share: 90, closing: { as: 'FULL', judged: false } },
    });
  });

  it('a share that somebody states is refused by its name', async () => {
    const refused = await desk.isRefused(path(), { as: 'FULL', shareDelivered: 100 });
    expect(JSON.stringify(refused)).toContain('shareDelivered');
  });
});
