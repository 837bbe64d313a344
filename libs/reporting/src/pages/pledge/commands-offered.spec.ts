/**
 * Whatever a page offers its reader is not refused to him for who he is: neither his role, nor his state, nor what he did before. In
 * whatever life of a pledge; the decider is asked. Long because what is offered, and what is not now, are held against the same lives.
 */
import fc from 'fast-check';
import { addDays, commandRoutes, LEVELS, NO_TERMS, type Caller, type Role } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import {
  allowedNow,
  refusedNow,
  pledge as decider,
  type Pledge,
  type PledgeCommand,
} from '@pledgeline/pledge';
import { choices, commands, historyTo, streamOf, walk } from '@pledgeline/pledge/testing';
import { aLog, desk, id } from '../../testing/a-log.ts';
import { announce, register } from '../../testing/a-pledge.ts';
import { append, askedBy, closeAll, contentOf, openInMemory } from '../../testing/read-models-of.ts';
import type { CommandLink } from '../../views/tasks/command-link.schema.ts';
import { pledgeCommandLinks } from '../../views/tasks/command-links.ts';
import { getPledge } from './pledge-page.ts';

afterEach(closeAll);

const ROLES: readonly Role[] = ['MS', 'DESK', 'SFGC', 'FGS', 'PD', 'DOS', 'MISSION', 'IMPL', 'EVAL', 'ADMIN'];
/** In the lives that are walked everybody is called as his role, and who records for others a recorder. */
const callers: readonly Caller[] = ROLES.flatMap((role, n) =>
  [role, ROLES[(n + 3) % ROLES.length] ?? role, 'recorder', 'somebody else'].map((subject) => ({
    subject,
    role,
    state: role === 'MS' ? 'RWA' : null,
  })),
);

/** What the address names. */
const idsIn = ({ command, href }: CommandLink): Readonly<Record<string, string>> => {
  const { path = '' } = commandRoutes.find((one) => one.command === command) ?? {};
  const names = path.split('/');
  const values = href.split('/');
  return Object.fromEntries(
    names.flatMap((name, n) => (name.startsWith('{') ? [[name.slice(1, -1), values[n] ?? '']] : [])),
  );
};

/** What the example says is not for every role to say. */
const SUITED: Readonly<Record<string, object>> = {
  'DESK RegisterPledge': { capabilityCode: 'TRG-CENTRE' },
  'MS JoinPartnership': { state: 'RWA' },
  'MS LeavePartnership': { state: 'RWA' },
  'DOS StateTerms': { terms: { ...NO_TERMS, hospitalLevel: 2 } },
};

/** Null where it is taken, or refused for what the example says or the pledge is. */
const shutOut = (link: CommandLink, pledge: Pledge, caller: Caller, today: string): string | null => {
  const type = link.command as keyof typeof commands;
  const { role, state, subject } = caller;
  const now = `${today}T12:00:00.000Z`;
  const meta = metaFor({ actor: subject, role, onBehalfOf: state, now, occurredOn: today });
  const data = { ...commands[type].data, ...SUITED[`${role} ${type}`], ...idsIn(link) };
  try {
    decider.decide({ type, data, meta } as PledgeCommand, pledge);
    return null;
  } catch (error) {
    if (error instanceof Rejected) return error.kind === 'forbidden' ? error.message : null;
    throw error;
  }
};

const offeredTo = (pledge: Pledge, caller: Caller, today: string): readonly CommandLink[] =>
  allowedNow(pledge, caller, today).flatMap((type) => pledgeCommandLinks(type, pledge, caller));

const live = (taken: Parameters<typeof walk>[0]): readonly RecordedEvent[] =>
  walk(taken, ({ command, pledge }) => {
    try {
      return command === undefined ? [] : decider.decide(command, pledge);
    } catch (error) {
      if (error instanceof Rejected) return [];
      throw error;
    }
  });

it('is not refused for who he is, in any life of a pledge', () => {
  const seen = new Set<string>();
  const wrong = new Set<string>();
  const seeAll = (life: readonly RecordedEvent[], later: number): void => {
    let pledge = decider.initialState();
    for (const [n, event] of life.entries()) {
      pledge = decider.evolve(pledge, event);
      if (n % 5 !== 0 && n < life.length - 1) continue;
      const today = addDays(event.recordedAt.slice(0, 10), later);
      for (const caller of callers) {
        for (const link of offeredTo(pledge, caller, today)) {
          seen.add(link.command);
          const refused = shutOut(link, pledge, caller, today);
          if (refused !== null) wrong.add(`${link.command} to ${caller.role}: ${refused}`);
        }
      }
    }
  };
  for (const life of Object.values(historyTo)) seeAll(streamOf(life), 0);
  fc.assert(
    fc.property(choices, fc.integer({ min: 0, max: 90 }), (taken, later) => seeAll(live(taken), later)),
    { numRuns: 8 },
  );
  expect([...wrong]).toEqual([]);
  expect(seen.size).toBeGreaterThan(25);
});

/** What the body says for its part: the next level, another decision than before, the caveat, the match and the parts that there are. */
const suitedTo = (pledge: Pledge, subject: string): Readonly<Record<string, object>> => {
  const { level, repeat, caveats, matches, capabilityCode, implementation, delivered } = pledge;
  const open = caveats.find(({ liftedOn }) => liftedOn === null);
  const about = open === undefined ? {} : { caveatId: open.caveatId };
  const [milestone = {}] = (implementation?.milestones ?? []).map(({ milestoneId }) => ({ milestoneId }));
  const [evidence = {}] = (implementation?.evidence ?? []).map(({ evidenceId }) => ({ evidenceId }));
  const [secondment = {}] = (delivered?.secondments ?? []).map(({ secondmentId }) => ({ secondmentId }));
  return {
    AttainLevel: { level: LEVELS[level === null ? 0 : LEVELS.indexOf(level) + 1] ?? 'RDL' },
    DecideRepeat:
      repeat?.decision === 'REPEAT' ? { decision: 'ADDITIONAL', repeats: null } : { decision: 'REPEAT' },
    SelectUnit: matches[0] === undefined ? {} : { gapId: matches[0].gapId },
    MatchPledge: { acceptedCodes: [capabilityCode] },
    ConfirmCaveatLifting: about,
    RefuseCaveatLifting: about,
    // Where none is open, what is said is of the first.
    ReviseMilestone: milestone,
    MeetMilestone: milestone,
    VerifyEvidence: evidence,
    RejectEvidence: evidence,
    EndSecondment: secondment,
    ...ownProposals(pledge, subject),
  };
};

/** What waits for another, because this person proposed it. */
const ownProposals = ({ corrections, annulments, acts }: Pledge, subject: string) => {
  const isOwn = ({ standing, proposedBy }: { readonly standing: string; readonly proposedBy: string }) =>
    standing === 'PROPOSED' && proposedBy === subject;
  const correctionId = corrections.find(isOwn)?.correctionId;
  const annulmentId = annulments.find(isOwn)?.annulmentId;
  const actId = acts.find(
    ({ standing, officers }) => standing === 'PROPOSED' && officers.includes(subject),
  )?.actId;
  return {
    ...(correctionId !== undefined && { CorrectEvent: { correctionId } }),
    ...(annulmentId !== undefined && { AnnulEvent: { annulmentId } }),
    ...(actId !== undefined && { ApproveAct: { actId } }),
  };
};

/** What the decider answers to the command on the whole pledge: null where it takes it; what was said before may be said again. */
const refusalOf = (type: keyof typeof commands, pledge: Pledge, caller: Caller, today: string) => {
  const { role, state, body = null, subject } = caller;
  const now = `${today}T12:00:00.000Z`;
  const meta = metaFor({ actor: subject, role, onBehalfOf: state, body, now, occurredOn: today });
  const data = { ...commands[type].data, ...SUITED[`${role} ${type}`], ...suitedTo(pledge, subject)[type] };
  try {
    return decider.decide({ type, data, meta } as PledgeCommand, pledge).length === 0 ? 'repeated' : null;
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
};

/** Another code, proposed by this person for the SFGC: a second person has to agree. */
const waitsForAnother = (subject: string): readonly RecordedEvent[] => {
  const log = aLog();
  announce(log, 'one');
  register(log, 'one', '2026-01-20');
  const proposed = log.add('one', 'ReclassificationProposed', {
    pledgeId: id('one'),
    capabilityCode: 'FPU',
    reason: 'It is police',
  });
  Object.assign(proposed.metadata, { actor: subject, role: 'SFGC' });
  return log.events;
};

it('what a page says is not possible now is refused, in the same words', () => {
  const seen = new Set<string>();
  const wrong = new Set<string>();
  const seeAll = (life: readonly RecordedEvent[], later: number): void => {
    let pledge = decider.initialState();
    for (const [n, event] of life.entries()) {
      pledge = decider.evolve(pledge, event);
      if (n % 5 !== 0 && n < life.length - 1) continue;
      const today = addDays(event.recordedAt.slice(0, 10), later);
      for (const caller of callers) {
        const allowed = allowedNow(pledge, caller, today);
        for (const { type, refusal } of refusedNow(pledge, caller, today)) {
          seen.add(refusal.code);
          const met = refusalOf(type, pledge, caller, today);
          if (met === 'repeated') continue;
          if (met?.code !== refusal.code || met.message !== refusal.message || allowed.includes(type))
            wrong.add(
              `${caller.role} ${type} ${refusal.code}: ${met?.code}: ${refusal.message} ${met?.message}`,
            );
        }
      }
    }
  };
  for (const life of Object.values(historyTo)) seeAll(streamOf(life), 0);
  // Walks come to it by chance only.
  seeAll(waitsForAnother('SFGC'), 0);
  fc.assert(
    fc.property(choices, fc.integer({ min: 0, max: 90 }), (taken, later) => seeAll(live(taken), later)),
    { numRuns: 30 },
  );
  expect([...wrong]).toEqual([]);
  expect(seen.size).toBeGreaterThan(8);
  expect(seen).toContain('SAME_PERSON');
});

const officer = (subject: string): Caller => ({ ...desk, subject });
const commandsOn = async (log: { readonly events: readonly RecordedEvent[] }, asker: readonly Caller[]) => {
  const { readModels, store } = await openInMemory();
  await append(store, log.events);
  await readModels.handle(log.events);
  const pages = asker.map((caller) => readModels.ask(getPledge, { pledgeId: id('one') }, askedBy(caller)));
  return (await Promise.all(pages)).map((page) =>
    (contentOf(page) as { readonly commands: readonly CommandLink[] }).commands.map(({ command }) => command),
  );
};

it('who recorded an act is not asked to approve it, and his colleagues are, whoever asked first', async () => {
  const log = aLog();
  announce(log, 'one');
  register(log, 'one', '2026-01-20');
  const act = {
    pledgeId: id('one'),
    actId: id('act'),
    command: 'WithdrawPledge',
    state: 'BGD',
    body: null,
    paper: { reference: 'Note verbale 88', date: '2026-02-01' },
    data: { pledgeId: id('one'), reason: 'Needed at home' },
    ground: 'It takes back.',
  };
  const proposed = log.add('one', 'ActProposed', act);
  Object.assign(proposed.metadata, { actor: 'first', role: 'DESK' });
  const people = [officer('first'), officer('second'), officer('first'), officer('third')];
  for (const order of [people, people.toReversed()]) {
    const offered = await commandsOn(log, order);
    expect(offered.map((names) => names.includes('ApproveAct'))).toEqual(
      order.map(({ subject }) => subject !== 'first'),
    );
    // He may take it back, and do all else that the desk does.
    expect(offered.every((names) => names.includes('RejectAct'))).toBe(true);
  }
});

it('the same of a correction and of a code, in whatever role he comes back', async () => {
  const log = { events: waitsForAnother('first') };
  const [own = [], others = []] = await commandsOn(log, [
    { ...desk, role: 'SFGC', subject: 'first' },
    { ...desk, role: 'SFGC', subject: 'second' },
  ]);
  expect([own.includes('ReclassifyPledge'), others.includes('ReclassifyPledge')]).toEqual([false, true]);
});

it('who recorded an act may ask for its correction or annulment, and is not offered to decide about either', async () => {
  const log = aLog();
  announce(log, 'one');
  const act = { actId: id('act'), command: 'AmendPledge', role: 'MS', state: 'BGD', body: null } as const;
  const recorded = log.add('one', 'ActRecorded', {
    ...{ pledgeId: id('one'), ...act, paper: { reference: 'Note verbale 9', date: '2026-02-01' } },
    ...{ events: ['PledgeAmended'], about: [] },
  });
  Object.assign(recorded.metadata, { actor: 'first', role: 'DESK' });
  const asked = { pledgeId: id('one'), reason: 'Of another pledge' };
  const proposed = log.add('one', 'AnnulmentProposed', {
    ...{ ...asked, annulmentId: id('annulment'), annuls: [recorded.id], annulledTypes: ['ActRecorded'] },
  });
  Object.assign(proposed.metadata, { actor: 'second', role: 'ADMIN' });
  const admin = (subject: string): Caller => ({ ...desk, role: 'ADMIN', subject });
  const offered = await commandsOn(log, [admin('first'), admin('second'), admin('third')]);
  const deciding = ['CorrectEvent', 'AnnulEvent'];
  expect(offered.map((names) => names.filter((name) => deciding.includes(name)))).toEqual([
    [],
    [],
    ['AnnulEvent'],
  ]);
  for (const names of offered)
    expect(names).toEqual(expect.arrayContaining(['ProposeCorrection', 'ProposeAnnulment']));
});
