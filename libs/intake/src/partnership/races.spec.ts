/**
 * The sides of a partnership act at once: accountability page, section 6. Two handlers with caches of their own write to one log,
 * as two processes do. Whoever comes second is told why, and the history is one.
 */
import { commandFor, streamName } from '@pledgeline/contracts';
import type { Role } from '@pledgeline/contracts';
import { Rejected, type Handled } from '@pledgeline/event-sourcing';
import { confirmedIn, pledgeCommands, statesOf } from '@pledgeline/pledge';
import type { CommandOf, PledgeCommand } from '@pledgeline/pledge';
import { registerAt } from '../testing/a-registered-pledge.ts';
import { by, id } from '../testing/a-request.ts';
import { openLog } from '../testing/log-and-views.ts';

type Type = PledgeCommand['type'];
type Body<T extends Type> = Omit<CommandOf<T>['data'], 'pledgeId'>;

const LEAD = 'KOR';
const NOW = '2026-11-15T09:00:00.000Z';
const PROPOSAL = id(500);
const named = (state: string) => ({ state, body: null, role: 'UNIT' as const });
const terms = (state: string, share: number | null = null, proposalId = PROPOSAL) => ({
  ...{ ...named(state), proposalId, part: null, share, from: '2027-01-01', to: null },
});
const LEAVING = { reason: 'Needed at home', leadConsentReference: null, dosNoteReference: null };

const start = async () => {
  const store = openLog();
  const pledgeId = await registerAt(pledgeCommands(store), { memberState: LEAD });
  const stream = streamName('pledge', pledgeId);
  const processes = [pledgeCommands(store), pledgeCommands(store)] as const;
  let sent = 0;
  /** By one process and the other in turn. */
  const send = <T extends Type>(
    type: T,
    state: string,
    data: Body<T>,
    role: Role = 'MS',
  ): Promise<Handled> => {
    const { commandContext } = by((sent += 1), role, { now: NOW });
    const context = { ...commandContext, caller: { subject: `${state} ${sent}`, role, state } };
    const command = commandFor(context, type, { pledgeId, ...data }) as unknown as PledgeCommand;
    return processes[sent % 2 === 0 ? 0 : 1](stream, command);
  };
  await send('DeclarePartnership', LEAD, { kind: 'JOINT_DEPLOYMENT', handoverTo: null, handoverOn: null });
  const left = async () => {
    const states = await Promise.all([...processes, pledgeCommands(store)].map((one) => one.load(stream)));
    const [first, ...others] = states.map(({ state }) => state);
    for (const other of others) expect(other).toEqual(first);
    return first!;
  };
  const types = async () => (await store.read(stream, { from: 0, limit: 1000 })).map(({ type }) => type);
  const invite = (state = 'NOR', share: number | null = null, proposalId = PROPOSAL) =>
    send('InvitePartner', LEAD, { ...terms(state, share, proposalId), consentReference: null });
  const accept = (state = 'NOR', proposalId = PROPOSAL) => send('AcceptInvitation', state, { proposalId });
  const ask = () => send('JoinPartnership', 'NOR', { ...terms('NOR'), leadConsentReference: null });
  const confirm = () =>
    send('ConfirmPartner', LEAD, { ...named('NOR'), proposalId: PROPOSAL, consentReference: null });
  const decline = (state: string) =>
    send('DeclinePartner', state, { proposalId: PROPOSAL, reason: 'No more', consentReference: null });
  const leave = () => send('LeavePartnership', 'NOR', { ...named('NOR'), ...LEAVING });
  const part = () => send('PartFromPartner', LEAD, { ...named('NOR'), ...LEAVING });
  const nameLead = (state: string) => send('NameLead', LEAD, { lead: state, consentReference: 'NV/1' });
  return { invite, accept, ask, confirm, decline, leave, part, nameLead, left, types };
};
type Race = Awaited<ReturnType<typeof start>>;

/** What becomes of it, or the code with the status that the runtime gives its kind. */
const outcomeOf = async (answer: Promise<Handled>): Promise<string> => {
  try {
    return (await answer).repeated ? 'repeated' : 'done';
  } catch (error) {
    if (error instanceof Rejected) return `${error.code} ${error.kind}`;
    throw error;
  }
};

const ORDERS = [
  ['as listed', <T>(list: readonly T[]) => list],
  ['the other way round', <T>(list: readonly T[]) => list.toReversed()],
] as const;

/** All at once; the outcomes are sorted, since either may be first. */
const raced = async (contenders: readonly (() => Promise<Handled>)[]): Promise<readonly string[]> =>
  (await Promise.all(contenders.map((send) => outcomeOf(send())))).sort();

const newTypes = async ({ types }: Race, after: number): Promise<readonly string[]> =>
  (await types()).slice(after);

describe.each(ORDERS)('sent %s', (_, order) => {
  let race: Race;
  let before: number;
  beforeEach(async () => {
    race = await start();
  });
  const begun = async (...steps: readonly (() => Promise<Handled>)[]): Promise<void> => {
    for (const step of steps) await step();
    before = (await race.types()).length;
  };

  it('four who confirm one request: one does, and the others are told that it joined', async () => {
    await begun(race.ask);
    const four = [race.confirm, race.confirm, race.confirm, race.confirm];
    const lost = 'PROPOSAL_CLOSED conflict';
    expect(await raced(order(four))).toEqual([lost, lost, lost, 'done']);
    expect(await newTypes(race, before)).toEqual(['PartnerJoined']);
    expect(statesOf(await race.left())).toEqual([LEAD, 'NOR']);
  });

  it('an acceptance and the taking back of the invitation: whichever is first holds', async () => {
    await begun(race.invite);
    expect(await raced(order([race.accept, () => race.decline(LEAD)]))).toEqual([
      'PROPOSAL_CLOSED conflict',
      'done',
    ]);
    const [only, ...others] = await newTypes(race, before);
    expect(others).toEqual([]);
    expect(['PartnerJoined', 'PartnerProposalEnded']).toContain(only);
    expect(statesOf(await race.left()).includes('NOR')).toBe(only === 'PartnerJoined');
  });

  it('leaving and being parted from: it goes once', async () => {
    await begun(race.invite, race.accept);
    expect(await raced(order([race.leave, race.part]))).toEqual(['ALREADY_LEFT conflict', 'done']);
    expect(await newTypes(race, before)).toEqual(['PartnerLeft']);
    const { partnership } = await race.left();
    expect([partnership?.partners, partnership?.former.length]).toEqual([[], 1]);
  });

  it('an acceptance and a parting: it joins and goes, or is in and the lead was told of the invitation', async () => {
    await begun(race.invite);
    const outcomes = await raced(order([race.accept, race.part]));
    const types = await newTypes(race, before);
    const isIn = statesOf(await race.left()).includes('NOR');
    if (isIn) {
      expect([outcomes, types]).toEqual([['PROPOSAL_OPEN conflict', 'done'], ['PartnerJoined']]);
    } else {
      expect([outcomes, types]).toEqual([
        ['done', 'done'],
        ['PartnerJoined', 'PartnerLeft'],
      ]);
    }
  });

  it('two who accept more together than there is: one is in', async () => {
    await begun(
      () => race.invite('NOR', 60),
      () => race.invite('SRB', 60, id(501)),
    );
    const both = [() => race.accept('NOR'), () => race.accept('SRB', id(501))];
    expect(await raced(order(both))).toEqual(['SHARES_TOO_LARGE conflict', 'done']);
    expect(confirmedIn((await race.left()).partnership)).toHaveLength(1);
  });

  it('an acceptance and another lead: an invitation of the former lead takes nobody in afterwards', async () => {
    await begun(
      () => race.invite('SRB', null, id(501)),
      () => race.accept('SRB', id(501)),
      race.invite,
    );
    const outcomes = await raced(order([race.accept, () => race.nameLead('SRB')]));
    const types = await newTypes(race, before);
    const isIn = statesOf(await race.left()).includes('NOR');
    expect([outcomes, types]).toEqual(
      isIn
        ? [
            ['done', 'done'],
            ['PartnerJoined', 'LeadNamed'],
          ]
        : [['LEAD_CHANGED conflict', 'done'], ['LeadNamed']],
    );
  });

  it('a request and an invitation for the same part: one is open, and the other side answers it', async () => {
    await begun();
    expect(await raced(order([race.ask, () => race.invite('NOR', null, id(502))]))).toEqual([
      'PROPOSAL_OPEN conflict',
      'done',
    ]);
    expect((await race.left()).partnerProposals).toHaveLength(1);
  });
});
