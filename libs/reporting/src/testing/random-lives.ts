/** Lives of pledges that nobody thought of, for tests of filters over all of them. */
import fc from 'fast-check';
import { id, type Log } from './a-log.ts';
import { acknowledge, announce, attainL2, match, register, withdraw } from './a-pledge.ts';

export const STATES = ['BGD', 'RWA', 'NOR'] as const;
const OFFERS = [
  { category: 'UNIT', capabilityCode: 'INF-BN' },
  { category: 'UNIT', capabilityCode: null },
  { category: 'ENABLER', capabilityCode: 'HOSP-L2' },
  { category: 'TRAINING', capabilityCode: 'TRG-COURSE' },
] as const;

const plan = fc.record({
  state: fc.constantFrom(...STATES),
  conference: fc.constantFrom(null, '2021-seoul', '2015-new-york'),
  offer: fc.constantFrom(...OFFERS),
  hasQuantity: fc.boolean(),
  hasTimeframe: fc.boolean(),
  isRegistered: fc.boolean(),
  deployWithinDays: fc.constantFrom('never said', 'registered', 'amended', 'taken back'),
  isAtLevel2: fc.boolean(),
  isMatched: fc.boolean(),
  caveats: fc.subarray(['declared', 'kept back', 'discovered', 'lifted'] as const),
  isAsked: fc.boolean(),
  partner: fc.constantFrom(null, 'joined', 'taken in'),
  themes: fc.subarray(['poc', 'a4p-women'] as const),
  isWithdrawn: fc.boolean(),
  assigned: fc.subarray(['pledge', 'task', 'taken back'] as const),
});
export const plans = fc.array(plan, { minLength: 1, maxLength: 7 });
type Plan = typeof plan extends fc.Arbitrary<infer Planned> ? Planned : never;

const count = { min: 1, max: 1, unit: 'units', asStated: '1' };

/** The life that was drawn, in the log. */
export const tell = (log: Log, name: string, said: Plan): void => {
  const pledgeId = id(name);
  const partner = STATES[(STATES.indexOf(said.state) + 1) % STATES.length] ?? 'NOR';
  announce(log, name, {
    ...said.offer,
    memberState: said.state,
    memberStateAsStated: said.state,
    conference: said.conference,
    reference: `${said.conference ?? 'none'}/${said.state}/${name}`,
    quantity: said.hasQuantity ? count : null,
    timeframe: said.hasTimeframe ? '2027' : null,
  });
  if (said.themes.length > 0)
    log.add(name, 'ThemeTagged', { pledgeId, themes: [...said.themes], mainTheme: null });
  if (said.partner !== null) {
    const kind = {
      pledgeId,
      kind: 'JOINT_DEPLOYMENT',
      lead: said.state,
      handoverTo: null,
      handoverOn: null,
    } as const;
    const joined = {
      state: partner,
      body: null,
      role: 'UNIT',
      part: null,
      share: null,
      from: '2026-01-01',
      to: null,
    } as const;
    log.add(name, 'PartnershipDeclared', kind);
    log.add(name, 'PartnerJoined', {
      pledgeId,
      ...joined,
      leadConsentReference: 'NV/1',
      confirmation: 'MERGED',
    });
    if (said.partner === 'taken in') log.add(name, 'PartnershipDeclared', kind);
  }
  if (said.isRegistered) {
    const days = said.deployWithinDays === 'registered' || said.deployWithinDays === 'taken back' ? 30 : null;
    acknowledge(log, name, '2026-01-10');
    register(log, name, '2026-01-20', {
      quantity: said.hasQuantity ? count : null,
      capabilityCode: said.offer.capabilityCode ?? 'INF-BN',
      deployWithinDays: days,
    });
    if (said.isAtLevel2) attainL2(log, name, '2026-01-25');
    if (said.isMatched) match(log, `gap of ${name}`, name, '2026-02-01');
  }
  if (said.deployWithinDays === 'amended' || said.deployWithinDays === 'taken back') {
    const change = said.deployWithinDays === 'amended' ? { old: null, new: 60 } : { old: 30, new: null };
    const changes = [{ field: 'deployWithinDays' as const, ...change }];
    log.add(name, 'PledgeAmended', { pledgeId, changes, reason: 'r', source: 's', consentReference: null });
  }
  const caveat = {
    pledgeId,
    caveatId: id(`caveat of ${name}`),
    text: 't',
    kind: 'TIME',
    blocking: true,
  } as const;
  if (said.caveats.includes('declared')) log.add(name, 'CaveatDeclared', caveat);
  if (said.caveats.includes('kept back')) {
    const kept = log.add(name, 'CaveatDeclared', {
      ...caveat,
      caveatId: id(`kept ${name}`),
      kind: 'GEOGRAPHIC',
    });
    Object.assign(kept.metadata, { visibility: 'INTERNAL' });
  }
  if (said.caveats.includes('discovered')) {
    const found = {
      ...caveat,
      caveatId: id(`found ${name}`),
      kind: 'TASK',
      incidentOn: '2026-02-03',
      source: 's',
    } as const;
    log.add(name, 'CaveatDiscovered', found);
  }
  if (said.caveats.includes('lifted'))
    log.add(name, 'CaveatLifted', { ...caveat, liftedOn: '2026-02-10', confirmationReference: 'FGS-1' });
  const question = { pledgeId, clarificationId: id(`q ${name}`), question: 'q', blocking: false };
  if (said.isAsked)
    log.add(name, 'ClarificationRequested', { ...question, dueOn: '2026-03-01' }, { on: '2026-02-11' });
  const assign = (assignee: string | null, kind?: string) =>
    log.add(`${name} file`, 'PledgeAssigned', {
      ...{ pledgeId, assignee },
      task: kind === undefined ? null : { kind, about: null },
    });
  if (said.assigned.includes('pledge')) assign('officer.a');
  if (said.assigned.includes('task')) assign('officer.b', 'SILENT');
  if (said.assigned.includes('taken back')) assign(null);
  if (said.isWithdrawn) withdraw(log, name, '2026-02-20');
};
