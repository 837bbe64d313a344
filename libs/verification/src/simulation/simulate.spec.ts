/** Simulated pledges: the same in every run, decided by the deciders, and as manifold as the vocabulary. */
import fc from 'fast-check';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';
import { keptLog } from '../testing/a-world.ts';
import { simulate, type Simulation } from './simulate.ts';
import { simulationCommands } from './simulation-commands.ts';

const FIVE_YEARS = { from: '2027-01-01', to: '2031-12-31' };

const run = async (simulation: Pick<Simulation, 'seed' | 'pledges'> & Partial<Simulation>) => {
  let now = '';
  const clock = () => now;
  const store = sqliteEventStore({ path: ':memory:', clock });
  const simulated = await simulate(
    {
      ...simulationCommands(store),
      ...{ clock, log: keptLog() },
      moveTo: (time) => {
        expect(time >= now).toBe(true);
        now = time;
      },
    },
    { ...FIVE_YEARS, ...simulation },
  );
  const events = await wholeLog(store);
  await store.close();
  return { simulated, events };
};

const wholeLog = async (store: EventStore): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll({ after: events.at(-1)?.position, limit: 1000 });
    if (page.length === 0) return events;
    events.push(...page);
  }
};

/**
 * All that a reader sees of them, stream by stream. The ids of events are drawn: each stands for its place, also where others name
 * it, and so do the ids of commands that policies derive from them.
 */
const told = (events: readonly RecordedEvent[]) => {
  const places = new Map(events.map(({ id, stream, revision }) => [id, `${stream}@${revision}`]));
  return events
    .map(({ stream, revision, type, data, recordedAt, metadata }) => {
      const { role, onBehalfOf, occurredOn, causationId, commandId } = metadata;
      const sent = causationId === null ? commandId : `follows ${causationId}`;
      const seen = JSON.stringify([
        stream,
        revision,
        type,
        data,
        recordedAt,
        role,
        onBehalfOf,
        occurredOn,
        sent,
      ]);
      return seen.replaceAll(UUIDS, (id) => places.get(id) ?? id);
    })
    .sort();
};

const UUIDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

describe('four hundred pledges of five years', () => {
  let simulated: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    simulated = await run({ seed: 'dashboards', pledges: 400 });
  });

  it('are all begun, and nothing that they do is refused', () => {
    expect(simulated.simulated).toEqual({ pledges: 400, events: simulated.simulated.events, refusals: {} });
    expect(simulated.events.length).toBeGreaterThanOrEqual(simulated.simulated.events);
  });

  it('are of both tracks, and of all that happens in whole lives', () => {
    const types = new Set(simulated.events.map(({ type }) => type));
    const expected = [
      ...['PledgeAnnounced', 'PledgeAcknowledged', 'ClarificationRequested', 'ClarificationProvided'],
      ...['RegistrationDeclined', 'DocumentationReceived', 'PledgeRegistered', 'PledgeWithdrawn'],
      ...['RenewalReminded', 'PledgeLapsed', 'CaveatDeclared', 'CaveatGivenUp', 'CaveatLiftingConfirmed'],
      ...['AavScheduled', 'AavConducted', 'AavOutcomeRecorded', 'VisitOutcomeNoted', 'LevelAttained'],
      ...['GapPublished', 'GapReserved', 'PledgeMatched', 'UnitSelected', 'SelectionDeclined', 'GapReleased'],
      ...['MouSigned', 'PdvConducted', 'UnitDeployed', 'CaveatDiscovered', 'PerformanceAssessed'],
      ...['ImprovementPlanClosed', 'PledgeSuspended', 'PledgeResumed', 'UnitRotated', 'UnitRepatriated'],
      ...['PledgeFulfilled', 'PledgePartiallyFulfilled', 'ImplementationPlanned', 'ImplementationStarted'],
      ...['MilestoneMet', 'EvidenceSubmitted', 'EvidenceVerified', 'ProgressReported'],
      ...['CourseDelivered', 'EquipmentDelivered', 'FundsCommitted', 'FundsReceived', 'ExpertSeconded'],
      ...['PoliticalActRecorded', 'PartnershipDeclared', 'PartnerInvited', 'PartnerJoined', 'TurnsAgreed'],
      ...['PartnerProposalEnded', 'MergeConsented', 'PledgesMerged', 'PledgeMergedInto', 'PledgeSplit'],
      ...['PledgeDerived', 'NeedPublished', 'OfferMade', 'OfferChosen', 'OfferDeclined', 'OfferWithdrawn'],
      'NeedClosed',
    ];
    expect(expected.filter((type) => !types.has(type))).toEqual([]);
  });

  it('say of themselves that they are simulated, also those that come from others', () => {
    const opened = simulated.events.filter(({ type }) => ['PledgeAnnounced', 'PledgeDerived'].includes(type));
    expect(opened.length).toBeGreaterThan(400);
    for (const { data } of opened)
      expect(data).toMatchObject({
        reference: expect.stringMatching(/^SIMULATED\//) as unknown,
        source: 'SIMULATED',
      });
  });

  it.each([
    ['a split', 'PledgeSplit', 'UnitSelected'],
    ['a merger', 'PledgesMerged', 'UnitSelected'],
  ])('the pledges of %s live on', (_, origin, later) => {
    const ids = simulated.events
      .filter(({ type }) => type === origin)
      .flatMap(({ data }) => {
        const { children = [], jointPledgeId } = data as {
          readonly children?: readonly { readonly pledgeId: string }[];
          readonly jointPledgeId?: string;
        };
        return [...children.map(({ pledgeId }) => pledgeId), ...(jointPledgeId ? [jointPledgeId] : [])];
      });
    const streams = new Set(ids.map((id) => `pledge-${id}`));
    const types = simulated.events.filter(({ stream }) => streams.has(stream)).map(({ type }) => type);
    expect(types.filter((type) => type === 'PledgeDerived')).toHaveLength(ids.length);
    expect(types).toContain(later);
  });

  it('promises answer needs', () => {
    const needs = new Set(simulated.events.flatMap(({ data }) => (data as { needId?: string }).needId ?? []));
    const answers = simulated.events
      .filter(({ type }) => type === 'PledgeAnnounced')
      .flatMap(({ data }) => (data as { need: string | null }).need ?? []);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter((need) => !needs.has(need))).toEqual([]);
  });

  it('are spread over the years, and some are under way at the end', () => {
    const years = simulated.events.map(({ recordedAt }) => recordedAt.slice(0, 4));
    expect(new Set(years)).toEqual(new Set(['2027', '2028', '2029', '2030', '2031']));
  });
});

it('the same seed and number give the same pledges, another seed others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 8 }), fc.integer({ min: 1, max: 12 }), async (seed, pledges) => {
      const [one, again, other] = await Promise.all([
        run({ seed, pledges }),
        run({ seed, pledges }),
        run({ seed: `${seed}'`, pledges }),
      ]);
      expect(told(again.events)).toEqual(told(one.events));
      expect(told(other.events)).not.toEqual(told(one.events));
    }),
    { numRuns: 8 },
  );
});

it('stops between days when it is interrupted', async () => {
  const interrupted = AbortSignal.abort();
  expect((await run({ seed: 'x', pledges: 5, interrupted })).simulated).toMatchObject({
    pledges: 0,
    events: 0,
  });
});
