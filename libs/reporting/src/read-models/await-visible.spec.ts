/** `?after=` tells nobody when something is recorded that he may not read: found.md C6. */
import type { Caller } from '@pledgeline/contracts';
import { StoreUnavailable, type RecordedEvent } from '@pledgeline/event-sourcing';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../testing/a-log.ts';
import { acknowledge, announce, attainL2 } from '../testing/a-pledge.ts';
import { publishGap, scheduleVisit } from '../testing/around-a-pledge.ts';
import { append, askedBy, closeAll, openInMemory } from '../testing/read-models-of.ts';
import { listMissions } from '../pages/missions/missions-and-their-pledges.ts';

afterEach(closeAll);

const TIMEOUT_MS = 60_000;
const body: Caller = { subject: 'a.body', role: 'IMPL', state: null };
const ask = (log: Log, by: Partial<RecordedEvent['metadata']> = {}): RecordedEvent => {
  const question = {
    pledgeId: id('one'),
    clarificationId: id('c'),
    question: 'Which?',
    dueOn: '2026-12-31',
    blocking: false,
  };
  const event = log.add('one', 'ClarificationRequested', question);
  Object.assign(event.metadata, by);
  return event;
};

/** A time that nobody has to wait here: what comes at once comes long before. */
const outcomeOf = async (tell: (log: Log) => void, after: string, caller: Caller) => {
  const { readModels, store } = await openInMemory({ timeoutMs: TIMEOUT_MS });
  const log = aLog();
  tell(log);
  await append(store, log.events);
  await readModels.handle(log.events);
  const begun = performance.now();
  const said = await readModels
    .ask(listMissions, { after }, askedBy(caller))
    .then(() => 'seen')
    .catch((error: unknown) => {
      const { code, message, details } = error as { code: string; message: string; details: object };
      return { code, message: message.replace(after, 'AFTER'), details: { ...details, after: 'AFTER' } };
    });
  return { said, waited: performance.now() - begun >= TIMEOUT_MS - 5 };
};

const SEEN = { said: 'seen', waited: false };
const UNKNOWN = {
  said: {
    code: 'UNKNOWN_EVENT',
    message:
      'There is no event AFTER that you may read: name one that a command answered, or that a history shows.',
    details: { field: 'after', after: 'AFTER' },
  },
  waited: false,
};

const everything = (log: Log): void => {
  announce(log, 'one'); // 0, of Bangladesh
  ask(log); // 1
  attainL2(log, 'one', '2026-03-01'); // 2
  ask(log, { actor: 'a.body', role: 'IMPL', onBehalfOf: null }); // 3
  publishGap(log, 'gap');
  scheduleVisit(log, 'visit', ['one']);
  log.add('group', 'EventSkipped', { group: 'reporting' });
};
const [pledge, gap, visit] = [`pledge-${id('one')}`, `gap-${id('gap')}`, `visit-${id('visit')}`];

describe.each<[string, Caller, Readonly<Record<string, readonly number[]>>]>([
  ['the public', reader, { [pledge]: [0], [gap]: [0] }],
  ['a subscriber', { ...reader, role: 'SUBSCRIBER' }, { [pledge]: [0], [gap]: [0] }],
  ['another state', focalPointOf('RWA'), { [pledge]: [0, 1, 2], [gap]: [0] }],
  ['the state concerned', focalPointOf('BGD'), { [pledge]: [0, 1, 2, 3], [gap]: [0], [visit]: [0] }],
  ['a body that wrote one', body, { [pledge]: [0, 1, 2, 3], [gap]: [0] }],
  ['the desk', desk, { [pledge]: [0, 1, 2, 3], [gap]: [0], [visit]: [0], 'group-group': [0] }],
])('%s', (_, caller, sees) => {
  it('may name streams and revisions that he may read, and for what he wrote', async () => {
    for (const [stream, revisions] of Object.entries(sees))
      for (const revision of revisions)
        expect([stream, await outcomeOf(everything, `${stream}@${revision}`, caller)]).toEqual([
          stream,
          SEEN,
        ]);
  });

  it('is answered about all others as about a stream that does not exist', async () => {
    const unknown = [
      `pledge-${id('nothing')}@0`,
      `${pledge}@4`,
      `${gap}@1`,
      `group-nothing@0`,
      'conference-x@0',
    ];
    const hidden = [pledge, gap, visit, `group-${id('group')}`].flatMap((stream) =>
      [0, 1, 2, 3].filter((n) => !(sees[stream] ?? []).includes(n)).map((n) => `${stream}@${n}`),
    );
    const outcomes = await Promise.all(
      [...unknown, ...hidden].map(async (after) => [after, await outcomeOf(everything, after, caller)]),
    );
    expect(outcomes).toEqual(outcomes.map(([after]) => [after, UNKNOWN]));
  });
});

it('what is on record is waited for until it can be seen, by whoever may read it, and by nobody else', async () => {
  const { readModels, store } = await openInMemory({ timeoutMs: TIMEOUT_MS });
  const log = aLog();
  await readModels.handle([announce(log, 'one')]);
  ask(log); // 1, for the state concerned
  acknowledge(log, 'one', '2026-03-01'); // 2
  const visit = scheduleVisit(log, 'visit', ['one']);
  await append(store, log.events);
  const asked = (caller: Caller, after: string) =>
    readModels
      .ask(listMissions, { after }, askedBy(caller))
      .then(() => 'seen')
      .catch((error: unknown) => (error as { readonly code: string }).code);
  const waiting = [
    asked(reader, `${pledge}@2`),
    asked(focalPointOf('RWA'), `${pledge}@2`),
    asked(focalPointOf('BGD'), `${pledge}@1`),
    asked(desk, `${visit.stream}@0`),
  ];
  expect(await asked(reader, `${pledge}@1`)).toBe('UNKNOWN_EVENT');
  expect(await asked(focalPointOf('RWA'), `${visit.stream}@0`)).toBe('UNKNOWN_EVENT');
  await readModels.handle(log.events);
  expect(await Promise.all(waiting)).toEqual(['seen', 'seen', 'seen', 'seen']);
});

it('a later revision that he may read stands for one that he may not', async () => {
  const after = `${pledge}@1`;
  const later = (log: Log): void => {
    announce(log, 'one');
    ask(log);
    acknowledge(log, 'one', '2026-03-01');
  };
  expect(await outcomeOf(later, after, reader)).toEqual(SEEN);
});

it('while the log is away, what he may read is still found, and all the rest is not known now', async () => {
  const { readModels, store } = await openInMemory({ timeoutMs: TIMEOUT_MS });
  const log = aLog();
  announce(log, 'one');
  ask(log);
  await readModels.handle(log.events);
  Object.assign(store, { read: () => Promise.reject(new StoreUnavailable('away', 5)) });
  const asked = (after: string) =>
    readModels.ask(listMissions, { after }, askedBy(reader)).then(() => 'seen');
  expect(await asked(`${pledge}@0`)).toBe('seen');
  for (const after of [`${pledge}@1`, `${pledge}@7`, `pledge-${id('nothing')}@0`])
    await expect(asked(after)).rejects.toBeInstanceOf(StoreUnavailable);
});
