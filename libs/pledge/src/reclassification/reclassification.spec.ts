import { after } from '../testing/a-pledge.ts';
import { acknowledged, announced, documents, registered } from '../testing/early-life.ts';
import { atLevel1, atLevel2, historyTo } from '../testing/later-life.ts';
import { reclassificationProposed, reclassified } from '../testing/shape-life.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const { ProposeReclassification, ReclassifyPledge } = commands;
const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const asCentre = { capabilityCode: 'TRG-CENTRE', level: null, validUntil: null };
const centre = registered({ ...asCentre, track: 'IMPLEMENTATION', target: 'a centre' });
const toCentre = reclassificationProposed({ capabilityCode: 'TRG-CENTRE' });
const toUnit = reclassificationProposed({ capabilityCode: 'INF-BN' });

describe('ProposeReclassification', () => {
  it('changes nothing by itself', () => {
    after(atLevel1).when(ProposeReclassification).thenTypes('ReclassificationProposed');
    expect(after([...atLevel1, reclassificationProposed()]).state()).toMatchObject({
      capabilityCode: 'INF-BN',
      reclassification: { capabilityCode: 'FPU' },
    });
  });

  it.each([
    ['UNKNOWN_CAPABILITY', { capabilityCode: 'NONE' }],
    ['NOTHING_TO_CHANGE', { capabilityCode: 'INF-BN' }],
    ['TEXT_MISSING', { reason: ' ' }],
  ])('is refused as %s', (code, changes) =>
    after(atLevel1).when(ProposeReclassification, changes).thenRefused(code),
  );
});

describe('ReclassifyPledge', () => {
  const when = (history: Parameters<typeof after>[0], capabilityCode = 'FPU') =>
    after(history).when(ReclassifyPledge, { capabilityCode });

  it('within the track keeps level and validity', () => {
    const [event] = when([...atLevel1, reclassificationProposed()]).events();
    expect(event).toMatchObject({
      data: {
        oldCapabilityCode: 'INF-BN',
        capabilityCode: 'FPU',
        track: 'CAPABILITY',
        reason: 'They are police',
        level: 'L1',
        validUntil: '2026-06-01',
      },
      ruleSet: 'pcrs-2019.01',
    });
  });

  it('to the implementation track drops level and validity', () => {
    const [event] = when([...atLevel1, toCentre], 'TRG-CENTRE').events();
    expect(event?.data).toMatchObject({ track: 'IMPLEMENTATION', level: null, validUntil: null });
    const pledge = after([
      ...atLevel1,
      toCentre,
      reclassified({ ...asCentre, track: 'IMPLEMENTATION' }),
    ]).state();
    expect(pledge).toMatchObject({ ...asCentre, track: 'IMPLEMENTATION', reclassification: null });
  });

  it('to the capability track begins as a registration: Level 1, twelve months, with its documents', () => {
    const papers = [announced(), acknowledged(), ...documents, centre, toUnit];
    const [event] = when(papers, 'INF-BN').events();
    expect(event?.data).toMatchObject({ track: 'CAPABILITY', level: 'L1', validUntil: '2027-01-15' });
    when([announced(), acknowledged(), centre, toUnit], 'INF-BN').thenRefused('DOCUMENTS_MISSING');
  });

  it('by the one who proposed it is refused', () => {
    const [proposal] = after(atLevel1).when(ProposeReclassification).events();
    after([...atLevel1, proposal!])
      .when(ReclassifyPledge, {}, { actor: 'tester' })
      .thenRefused('SAME_PERSON');
  });

  it('of what nobody proposed, or of another code, is refused', () => {
    when(atLevel1).thenRefused('PROPOSAL_MISSING');
    when([...atLevel1, toCentre]).thenRefused('STALE_VALUE');
  });

  it('is too late above Level 1 and after REGISTERED', () => {
    when([...atLevel2, reclassificationProposed()]).thenRefused('LEVEL_TOO_HIGH');
    after(atLevel2).when(ProposeReclassification).thenRefused('LEVEL_TOO_HIGH');
    for (const status of ['MATCHED', 'IN_PROGRESS', 'DEPLOYED'] as const) {
      after(at(status)).when(ProposeReclassification).thenRefused('WRONG_ORDER');
    }
  });

  it('by the state is forbidden', () =>
    after([...atLevel1, reclassificationProposed()])
      .when(ReclassifyPledge, {}, by('MS', 'RWA'))
      .thenRefused('FORBIDDEN'));
});
