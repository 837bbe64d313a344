/** A joint pledge is found for each of its states, and counted in place of its sources. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import { pledgePage } from './pledge-page.ts';
import { pledgesMatching } from './pledges-matching.ts';
import { progressReport } from '../../reports/progress/progress-report.ts';
import { aLog, id, reader, type Log } from '../../testing/a-log.ts';
import { announce, register } from '../../testing/a-pledge.ts';
import { takenOver } from '../../testing/a-split.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const part = { role: 'UNIT', share: 50, consentReference: 'NV/1' } as const;
const STATES = ['NOR', 'SRB'];
const sources = STATES.map((state) => ({ pledgeId: id(state), state, ...part }));

/** A hospital of Norway and Serbia, announced by each. */
const hospital = (log: Log): void => {
  for (const state of STATES) {
    announce(log, state, { memberState: state });
    register(log, state, '2026-01-20');
  }
  const joint = { mergeId: id('merger'), jointPledgeId: id('joint') };
  const said = {
    capabilityCode: 'HOSP-L2',
    quantity: null,
    ...NOTHING_BESIDE,
    money: null,
    description: 'A hospital',
  };
  const merged = { pledgeId: id('NOR'), ...joint, lead: 'NOR', shares: sources, ...said };
  log.add('NOR', 'PledgesMerged', merged, { on: '2026-02-01' });
  log.add('SRB', 'PledgeMergedInto', { pledgeId: id('SRB'), ...joint, endedMatches: [] });
  const derived = { ...takenOver, ...said, pledgeId: id('joint'), parents: STATES.map(id), conference: null };
  const named = { kind: 'MERGE', memberState: 'NOR', memberStateAsStated: 'Norway' } as const;
  const reference = 'none/NOR/joint';
  log.add('joint', 'PledgeDerived', {
    ...derived,
    ...named,
    reference,
    level: 'L1',
    partners: [],
    themes: [],
  });
  const declared = { kind: 'JOINT_PLEDGE', lead: 'NOR', handoverTo: null, handoverOn: null } as const;
  log.add('joint', 'PartnershipDeclared', { pledgeId: id('joint'), ...declared });
  for (const { state, role, share } of sources) {
    const partner = { state, body: null, role, part: null, share, from: '2026-02-01', to: null };
    log.add('joint', 'PartnerJoined', {
      pledgeId: id('joint'),
      ...partner,
      leadConsentReference: 'NV/1',
      confirmation: 'MERGED',
    });
  }
};

it('both states show it; two promises were made, and one is registered', async () => {
  const log = aLog();
  hospital(log);
  const context = await contextOf(log.events);
  for (const memberState of STATES) {
    const { items } = await pledgesMatching(context, { memberState, status: 'REGISTERED' }, reader);
    expect(items.map(({ pledgeId }) => pledgeId)).toEqual([id('joint')]);
  }
  const { overall } = await progressReport(context, {}, '2026-03-01T12:00:00.000Z');
  expect(overall).toMatchObject({ pledges: 2, states: 2, current: { MERGED: 2, REGISTERED: 1 } });
  const page = await pledgePage(context, id('SRB'), reader, '2026-03-01');
  expect(page).toMatchObject({ status: 'MERGED', children: [{ pledgeId: id('joint') }] });
});
