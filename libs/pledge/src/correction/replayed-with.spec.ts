/** What a correction would do to the rest of a history. */
import fc from 'fast-check';
import { correctedBy, eventContracts, fieldsOf } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { pledge as decider } from '../pledge.ts';
import { streamOf } from '../testing/a-stream.ts';
import { fundsCommitted, fundsReceived } from '../testing/delivered-life.ts';
import { carriedOutTo } from '../testing/implementation-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { choices, sampledChoices, walk } from '../testing/random-walk.ts';
import { commands } from '../testing/commands.ts';
import type { Change } from './correction.state.ts';
import { decidedAgain, examine } from './replayed-with.ts';

const live: Parameters<typeof walk>[1] = ({ command, pledge }) => {
  if (command === undefined) return [];
  try {
    return decider.decide(command, pledge);
  } catch (error) {
    if (error instanceof Rejected) return [];
    throw error;
  }
};

/** The steps of a walk, without the history it began with, which nobody decided. */
const wasDecided = ({ metadata }: RecordedEvent): boolean => metadata.commandId.startsWith('step-');

describe('every life decided again', () => {
  it('without a correction says what it said, event by event', () => {
    fc.assert(
      fc.property(choices, (taken) => {
        const life = walk(taken, live);
        for (const { event, outcome } of decidedAgain(life, 0)) {
          if (outcome === undefined || !wasDecided(event)) continue;
          const { type, data } = event;
          const events = outcome instanceof Rejected ? [`${type}: ${outcome.code}`] : outcome;
          expect(events).toContainEqual(expect.objectContaining({ type, data }));
        }
      }),
      { numRuns: 120 },
    );
  });

  it('leaves out only what no command of the stream decides', () => {
    const left = [
      'ActObjected',
      'ActProposed',
      'ActRecorded',
      'ActRejected',
      'AnnulmentProposed',
      'AnnulmentRejected',
      'CorrectionProposed',
      'CorrectionRejected',
      'EventAnnulled',
      'EventCorrected',
      'MatchRefused',
      'PledgeDerived',
      'RecordsCarriedOver',
    ];
    const all = eventContracts.filter(({ category }) => category === 'pledge').map(({ type }) => type);
    const decided = new Set<string>();
    for (const taken of sampledChoices()) {
      if (decided.size === all.length - left.length) break;
      for (const { event, outcome } of decidedAgain(walk(taken, live), 0)) {
        if (outcome !== undefined) decided.add(event.type);
      }
    }
    expect(all.filter((type) => !decided.has(type)).sort()).toEqual(left);
  });
});

describe('a correction', () => {
  const deployed = streamOf(historyTo.DEPLOYED ?? []);
  const of = (type: string, ...changes: readonly Change[]) => {
    const corrects = deployed.find((event) => event.type === type)?.id ?? '';
    return examine(deployed, corrects, changes, '2026-02-01T09:00:00.000Z').findings;
  };
  const aavOn = (day: string, until: string) => [
    { field: 'occurredOn', old: '2025-07-01', new: day },
    { field: 'conductedOn', old: '2025-07-01', new: day },
    { field: 'validUntil', old: '2027-07-01', new: until },
  ];

  it('that leaves every later act possible breaks nothing', () => {
    expect(of('VisitOutcomeNoted', ...aavOn('2025-06-20', '2027-06-20'))).toEqual({
      blocked: [],
      lacking: [],
    });
  });

  it('names each event that could not have happened, with why', () => {
    const level = deployed.find(({ type }) => type === 'LevelAttained');
    expect(of('VisitOutcomeNoted', ...aavOn('2025-07-15', '2027-07-15')).blocked).toEqual([
      {
        eventId: level?.id,
        event: 'LevelAttained',
        revision: level?.revision,
        code: 'BEFORE_VISIT',
        message: expect.any(String),
      },
    ]);
  });

  it('may make the corrected event itself impossible', () => {
    const later = { field: 'occurredOn', old: '2025-11-20', new: '2025-11-11' };
    expect(of('UnitDeployed', later).blocked).toMatchObject([{ event: 'UnitDeployed', code: 'BEFORE_PDV' }]);
  });

  it('reaches as far as the events do', () => {
    const { blocked } = of('PledgeAnnounced', { field: 'occurredOn', old: '2025-01-10', new: '2025-10-10' });
    expect(blocked.map(({ event, code }) => `${event} ${code}`)).toEqual(
      expect.arrayContaining(['PledgeAcknowledged BEFORE_ANNOUNCEMENT', 'UnitSelected BEFORE_ANNOUNCEMENT']),
    );
    expect(blocked.map(({ event }) => event)).not.toContain('UnitDeployed');
  });

  it('is incomplete without what follows from it', () => {
    const [day] = aavOn('2025-06-20', '2027-06-20');
    expect(of('VisitOutcomeNoted', day!)).toEqual({
      blocked: [],
      lacking: [{ field: 'validUntil', expected: '2027-06-20' }],
    });
  });

  it('of a day in the data goes with the business date', () => {
    expect(of('UnitDeployed', { field: 'deployedOn', old: '2025-11-20', new: '2025-11-15' }).lacking).toEqual(
      [{ field: 'deployedOn', expected: '2025-11-20' }],
    );
    const moved = { field: 'occurredOn', old: '2025-11-20', new: '2025-11-15' };
    expect(of('UnitDeployed', moved)).toEqual({ blocked: [], lacking: [] });
  });

  it('cannot date an event after it was recorded', () => {
    const { blocked } = of('UnitDeployed', { field: 'occurredOn', old: '2025-11-20', new: '2026-01-16' });
    expect(blocked).toMatchObject([{ event: 'UnitDeployed', code: 'DATE_IN_FUTURE' }]);
  });

  it('that cannot be made is not tried', () => {
    expect(of('UnitDeployed', { field: 'strength', old: 800, new: 'many' })).toEqual({
      blocked: [],
      lacking: [],
    });
  });

  it('of an event that is not there finds none', () => {
    expect(examine(deployed, 'elsewhere', [], '2026-02-01T09:00:00.000Z').original).toBeNull();
  });
});

describe('under the rules of its time', () => {
  /** By a giver who committed nothing: taken before November 2026, refused since then. */
  const receipt = fundsReceived({ amount: 40, funder: null, note: null });
  const registered = [...carriedOutTo.REGISTERED, fundsCommitted({ funder: 'UNAMID budget' })];
  const recordedOn = (day: string) =>
    streamOf([...registered, receipt]).map((event) => ({
      ...event,
      recordedAt: `${day}T12:00:00.000Z`,
      metadata: { ...event.metadata, role: event.type === 'FundsReceived' ? 'IMPL' : event.metadata.role },
    }));
  const outcomes = (day: string) =>
    decidedAgain(recordedOn(day), 0)
      .filter(({ event }) => event.type === 'FundsReceived')
      .map(({ outcome }) => (outcome instanceof Rejected ? outcome.code : 'decided'));

  it.each([
    ['2026-10-31', ['decided']],
    ['2026-11-01', ['RECEIVED_ABOVE_COMMITTED']],
  ])('what was recorded on %s is decided again as it was then: %j', (day, expected) => {
    expect(outcomes(day)).toEqual(expected);
  });

  it('a correction made since does not hold the new guards against what was decided before them', () => {
    const history = recordedOn('2026-10-31');
    const corrects = history.find(({ type }) => type === 'PledgeAcknowledged');
    const { acknowledgementReference: old } = corrects?.data as { readonly acknowledgementReference: string };
    const change = { field: 'acknowledgementReference', old, new: 'DPO/2026/17' };
    const { findings } = examine(history, corrects?.id ?? '', [change], '2026-11-28T09:00:00.000Z');
    expect(findings).toEqual({ blocked: [], lacking: [] });
  });

  it('an event that names its rules is decided again by those, whenever it was recorded', () => {
    const named = recordedOn('2026-11-28').map((event) => ({
      ...event,
      metadata: { ...event.metadata, ruleSet: 'pcrs-2019.01' },
    }));
    const [last] = decidedAgain(named, named.length - 1);
    expect(last?.outcome).toMatchObject([{ type: 'FundsReceived' }]);
  });
});

describe('any correction of any life', () => {
  const values = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      0,
      -1,
      1e308,
      '2025-02-30',
      '2024-02-29',
      '0001-01-01',
      '9999-12-31',
      true,
    ),
    fc.constantFrom<unknown>('L1', 'RDL', 'FAILED', 'NOT_SUCCESSFUL', 'CAPABILITY', 'FPU', [], {}, [{}]),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const now = '2035-01-01T09:00:00.000Z';

  it('is made or refused, never a fault of ours; what is made can be folded', () => {
    fc.assert(
      fc.property(choices, fc.nat(200), fc.nat(30), values, (taken, which, what, value) => {
        const life = walk(taken, live);
        const event = life[which % Math.max(life.length, 1)];
        if (event === undefined) return;
        const fields = [...fieldsOf(event.type), 'occurredOn'];
        const field = fields[what % fields.length] ?? '';
        const data = event.data as Readonly<Record<string, unknown>>;
        const old = field === 'occurredOn' ? event.metadata.occurredOn : data[field];
        const changes = [{ field, old, new: value }];
        const examined = examine(life, event.id, changes, now);
        const example = { ...commands.ProposeCorrection.data, corrects: event.id, changes, ...examined };
        const command = {
          type: 'ProposeCorrection',
          data: example,
          meta: metaFor({ role: 'ADMIN', now }),
        } as const;
        try {
          decider.decide(command, life.reduce(decider.evolve, decider.initialState()));
        } catch (error) {
          expect(error).toBeInstanceOf(Rejected);
          return;
        }
        const state = life
          .map((one) => (one === event ? correctedBy(one, { changes }) : one))
          .reduce(decider.evolve, decider.initialState());
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
      }),
      { numRuns: 120 },
    );
  });
});
