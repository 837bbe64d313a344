/** Whose queue holds what: a reader's own, through all that keeps from him what he may not read. Issue 15, point 4. */
import type { Caller } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { agreeTurns, leave, together, triangular } from '../../testing/a-partnership.ts';
import { acknowledge, announce } from '../../testing/a-pledge.ts';
import { plan, registerCourse, start } from '../../testing/an-implementation.ts';
import { append, askedBy, closeAll, contentOf, openInMemory } from '../../testing/read-models-of.ts';
import { getWorkQueue } from './work-queue.ts';
import type { WorkQueueRequest } from './work-queue.request.ts';
import type { WorkQueue } from './work-queue.schema.ts';

afterEach(closeAll);

const partnerOf = (state: string | null): Caller => ({ subject: 'partner', role: 'PARTNER', state });
const body: Caller = { subject: 'body', role: 'IMPL', state: null };

/** The clock of the tests says 2026-11-23. */
const queueOf = async (tell: (log: Log) => void, caller: Caller, asked: Partial<WorkQueueRequest> = {}) => {
  const { store, readModels } = await openInMemory();
  const log = aLog();
  tell(log);
  await append(store, log.events);
  await readModels.handle(await store.readAll({ limit: 1000 }));
  return (contentOf(await readModels.ask(getWorkQueue, asked, askedBy(caller))) as WorkQueue).items;
};
const kindsOf = async (...asked: Parameters<typeof queueOf>) =>
  (await queueOf(...asked)).map(({ kind, memberState }) => `${memberState} ${kind}`);

/** Norway leads a hospital with Serbia, which takes the first turn; Norway is asked a question. */
const hospital = (log: Log): void => {
  together(log, 'hospital', 'ROTATION', 'SRB');
  agreeTurns(log, 'hospital', [{ state: 'SRB', from: '2026-01-01', to: '2026-12-31' }]);
  acknowledge(log, 'hospital', '2026-01-05');
  log.add('hospital', 'ClarificationRequested', {
    pledgeId: id('hospital'),
    clarificationId: 'c1',
    question: 'How many beds?',
    field: null,
    dueOn: '2026-02-15',
    blocking: true,
  });
};
const courses = (log: Log): void => {
  registerCourse(log, 'courses');
  plan(log, 'courses', ['2026-12-01']);
  start(log, 'courses');
};

describe('of a pledge that two carry', () => {
  it('the lead is asked, and is told the state that can act', async () => {
    const [question, ...others] = await queueOf(hospital, focalPointOf('NOR'), {
      kind: 'CLARIFICATION_OPEN',
    });
    expect(others).toEqual([]);
    expect(question).toMatchObject({ waitsFor: ['MS'], states: ['NOR'] });
  });

  it.each([
    ['the partner', focalPointOf('SRB')],
    ['a stranger', focalPointOf('SWE')],
    ['the partner in role PARTNER', partnerOf('SRB')],
    ['a body', body],
  ])('%s is asked nothing that the lead alone may answer', async (_, caller) => {
    expect(await kindsOf(hospital, caller, { kind: 'CLARIFICATION_OPEN' })).toEqual([]);
  });

  it('a partner that was named the lead has the tasks of the lead, and the state of the pledge has its own', async () => {
    const led = (log: Log): void => {
      hospital(log);
      log.add('hospital', 'LeadNamed', {
        pledgeId: id('hospital'),
        lead: 'SRB',
        formerLead: 'NOR',
        consentReference: 'C',
      });
    };
    expect(await kindsOf(led, focalPointOf('SRB'))).toEqual(['NOR TURN_MISSING']);
    expect(await kindsOf(led, focalPointOf('NOR'))).toEqual(expect.not.arrayContaining(['NOR TURN_MISSING']));
    expect(await kindsOf(led, focalPointOf('NOR'))).toContain('NOR CLARIFICATION_OPEN');
  });

  it('a task of the lead is in no queue of a partner that may send its command as well', async () => {
    const courses = (log: Log): void => {
      triangular(log, 'courses', { FUNDER: 'SWE' });
    };
    expect(await kindsOf(courses, focalPointOf('NOR'))).toContain('NOR PART_MISSING');
    expect(await kindsOf(courses, focalPointOf('SWE'))).toEqual([]);
  });

  it('of the past a state finds what it carries now, with no command', async () => {
    const led = (log: Log): void => {
      hospital(log);
      const named = { pledgeId: id('hospital'), consentReference: 'C' };
      log.add('hospital', 'LeadNamed', { ...named, lead: 'SRB', formerLead: 'NOR' }, { on: '2026-02-01' });
    };
    const past = { kind: 'TURN_MISSING', asOf: '2026-11-20' };
    const [task] = await queueOf(led, focalPointOf('SRB'), past);
    expect(task).toMatchObject({ waitsFor: ['MS', 'DESK', 'FGS'], next: [] });
    const left = (log: Log): void => {
      led(log);
      const named = { pledgeId: id('hospital'), consentReference: 'C' };
      log.add('hospital', 'LeadNamed', { ...named, lead: 'NOR', formerLead: 'SRB' }, { on: '2026-11-21' });
      leave(log, 'hospital', 'SRB', '2026-11-22');
    };
    expect(await kindsOf(left, focalPointOf('SRB'), past)).toEqual([]);
    expect(await kindsOf(left, desk, past)).toEqual(['NOR TURN_MISSING']);
  });

  it('asked for another state, a state finds what both carry', async () => {
    const both = (log: Log): void => (hospital(log), courses(log), void announce(log, 'other'));
    expect(await kindsOf(both, focalPointOf('NOR'), { memberState: 'Serbia' })).toContain(
      'NOR CLARIFICATION_OPEN',
    );
    expect(await kindsOf(both, focalPointOf('NOR'), { memberState: 'BGD' })).toEqual([]);
  });
});

it('an implementing body is asked what it can do, and nothing that it may not read', async () => {
  const asked = (log: Log): void => {
    courses(log);
    log.add('courses', 'ClarificationRequested', {
      pledgeId: id('courses'),
      clarificationId: 'c1',
      question: 'Between us: who pays?',
      field: null,
      dueOn: '2026-02-15',
      blocking: false,
    });
  };
  const items = await queueOf(asked, body);
  expect(items).toMatchObject([{ kind: 'MILESTONE_DUE', waitsFor: ['MS', 'IMPL'], states: ['BGD'] }]);
  expect(items.flatMap(({ next }) => next.map(({ command }) => command))).toEqual([
    'MeetMilestone',
    'ReviseMilestone',
  ]);
  expect(JSON.stringify(items)).not.toContain('Between us');
  expect(await kindsOf(asked, desk)).toContain('BGD CLARIFICATION_OPEN');
});

it('a partner that is a body without a state, and one that carries nothing, find nothing that states do', async () => {
  for (const caller of [partnerOf(null), partnerOf('SWE')]) {
    const told = (log: Log): void => {
      hospital(log);
      courses(log);
    };
    expect(await kindsOf(told, caller)).toEqual([]);
  }
});

it.each([
  ['the public', reader],
  ['a focal point whose state the sign-in does not name', { ...focalPointOf('BGD'), state: null }],
])('%s is refused', async (_, caller) => {
  await expect(queueOf(hospital, caller)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
