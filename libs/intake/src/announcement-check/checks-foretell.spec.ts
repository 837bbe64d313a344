/** A check says what the announcement would become, refuses what it would refuse, and writes nothing. */
import type { AnnouncePledgeRequest } from '../announcement/announcement.request.ts';
import { by, id } from '../testing/a-request.ts';
import { additional, announce, named, offer } from '../testing/announcing.ts';
import { wholeLog } from '../testing/log-and-views.ts';
import { startIntake } from '../testing/start-intake.module.ts';
import type { Intake } from '../testing/start-intake.module.ts';

const OWN = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61';

let checks = 0;

const foretold = async ({ checks: door }: Intake, row: object) => {
  checks += 1;
  const request = by(800_000 + checks, 'DESK', { keyed: false });
  try {
    const { outcome, pledgeId, reference, fields } = await door.check(row as AnnouncePledgeRequest, request);
    return { is: outcome as string, pledgeId, reference, fields };
  } catch (error) {
    return { is: (error as { code: string }).code, pledgeId: '', reference: '', fields: [] };
  }
};

/** In the words of a check. */
const OUTCOME_OF: Readonly<Record<string, string>> = {
  PLEDGE_EXISTS: 'DIFFERS',
  DUPLICATE_ANNOUNCEMENT: 'DIFFERS',
};

it.each<[string, object]>([
  ['something new', { ...offer, description: 'Another' }],
  ['something new under an id', { ...offer, description: 'Another', pledgeId: OWN }],
  ['the same again', offer],
  ['the same in another spelling', { ...offer, memberState: 'South Korea', quantity: 1 }],
  ['the same offer in other words', { ...named, description: 'Another' }],
  ['an additional one', { ...named, ...additional, description: 'Another' }],
  ['an additional one again', { ...offer, ...additional }],
  ['the second additional one', { ...offer, ...additional, additionalNumber: 2 }],
  ['an additional one without a reason', { ...offer, additional: true }],
  ['a pledge that is named', { ...offer, pledge: id(1), description: 'Announced under an id' }],
  ['a pledge that is named, in other words', { ...offer, pledge: id(1) }],
  ['a pledge that is not there', { ...offer, pledge: id(2) }],
  ['a pledge of another state', { ...offer, memberState: 'JPN', pledge: id(1) }],
  ['an id that is there, in other words', { ...offer, pledgeId: id(1) }],
  ['an id that nobody may give', { ...offer, pledgeId: 'ffffffff-ffff-5fff-8fff-ffffffffffff' }],
  ['a state that nobody knows', { ...offer, memberState: 'Atlantis' }],
  ['a capability that nobody knows', { ...offer, capabilityCode: 'INF-XX' }],
])('%s', async (_what, row) => {
  const intake = await startIntake();
  await announce(intake, offer);
  await announce(intake, named);
  await announce(intake, { ...offer, ...additional });
  await announce(intake, { ...offer, description: 'Announced under an id', pledgeId: id(1) });
  await intake.catchUp();
  const before = await wholeLog(intake.store);

  const { is, pledgeId, reference, fields } = await foretold(intake, row);
  expect(await wholeLog(intake.store)).toEqual(before);

  const came = await announce(intake, row);
  expect(is).toBe(OUTCOME_OF[came.is] ?? came.is);
  if ('location' in came) {
    expect([`/pledges/${pledgeId}`, fields]).toEqual([came.location, []]);
    const event = (await wholeLog(intake.store)).find(({ stream }) => stream === `pledge-${pledgeId}`);
    expect(event?.data).toMatchObject({ pledgeId, reference });
  } else if (is === 'DIFFERS') {
    expect({ pledgeId, reference, fields }).toMatchObject({
      pledgeId: came.details['pledgeId'],
      reference: came.details['reference'],
      fields: came.details['fields'],
    });
    expect(fields).not.toEqual([]);
  }
});
