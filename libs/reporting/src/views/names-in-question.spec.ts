/** One register for doors and filters: what the desk has entered finds, from the day on which it was entered. */
import type { RegisterName } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../testing/a-log.ts';
import { announce } from '../testing/a-pledge.ts';
import { publishGap } from '../testing/around-a-pledge.ts';
import { append, askedBy, closeAll, contentOf, openInMemory } from '../testing/read-models-of.ts';
import { listFindings } from '../pages/findings/findings.ts';
import { listGaps } from '../pages/gaps/gaps-and-what-fills-them.ts';
import { listIdeas } from '../pages/ideas/ideas.ts';
import { listPosts } from '../pages/posts/posts-and-who-holds-them.ts';
import { listNeeds } from '../pages/needs/needs-and-offers.ts';
import { listPledges } from '../pages/pledge/pledges-matching.ts';
import { listStates } from '../pages/reference-lists/reference-lists.ts';
import { getWorkQueue } from '../pages/work-queue/work-queue.ts';
import type { Question } from '../read-models/question.ts';
import { getReport } from '../reports/report-answer.ts';

afterEach(closeAll);

const alias = (log: Log, register: RegisterName, code: string, written: string): void =>
  void log.add(register, 'AliasAdded', { register, code, alias: written, source: 'Note of the desk' });

const known = async () => {
  const opened = await openInMemory();
  const log = aLog();
  announce(log, 'one', { memberState: 'BGD', reference: 'none/BGD/one' });
  announce(log, 'two', { memberState: 'RWA', reference: 'none/RWA/two' });
  alias(log, 'states', 'BGD', 'The delta republic');
  alias(log, 'priorities', 'a4p-women', 'Women in blue');
  log.add('two', 'ThemeTagged', { pledgeId: id('two'), themes: ['a4p-women'], mainTheme: null });
  publishGap(log, 'gap', { mission: 'UNMISS' });
  const idea = { kind: 'IDEA' as const, memberState: null, themes: [], text: 'i', source: 's' };
  for (const [n, conference] of ['2021-prep-performance', null].entries())
    log.add(`idea ${n}`, 'PledgeIdeaRaised', { ...idea, ideaId: id(`idea ${n}`), conference });
  await append(opened.store, log.events);
  await opened.readModels.handle(log.events);
  return opened.readModels;
};

type Listed = { readonly items: readonly { readonly reference: string }[]; readonly total: number };

it('a list is filtered by a name that the desk has entered, as by the code, for every reader', async () => {
  const readModels = await known();
  for (const caller of [desk, reader, focalPointOf('RWA')]) {
    const found = async (filters: object) =>
      contentOf(await readModels.ask(listPledges, filters, askedBy(caller))) as Listed;
    const references = async (filters: object) =>
      (await found(filters)).items.map(({ reference }) => reference);
    for (const memberState of ['BGD', 'Bangladesh', 'the DELTA Republic', ['The delta republic']])
      expect(await references({ memberState })).toEqual(['none/BGD/one']);
    expect(await references({ memberState: ['The delta republic', 'RWA'] })).toHaveLength(2);
    for (const theme of ['a4p-women', 'women in blue', ['Women in Blue', 'a4p-women']])
      expect(await references({ theme })).toEqual(['none/RWA/two']);
  }
});

it('so are all that filter by a state: the queue, the board, the list of states, the reports', async () => {
  const readModels = await known();
  const both = async (question: Parameters<typeof readModels.ask>[0], more: object = {}) => {
    const answers = await Promise.all(
      ['BGD', 'The delta republic'].map((memberState) =>
        readModels.ask(question, { ...more, memberState } as never, askedBy(desk)),
      ),
    );
    const [one, other] = answers.map(contentOf) as [object, object];
    return [one, { ...other, computedAt: (one as { readonly computedAt?: string }).computedAt }];
  };
  for (const question of [getWorkQueue, listNeeds, listStates]) {
    const [one, other] = await both(question);
    expect(other).toMatchObject(one ?? {});
  }
  const [one, other] = await both(getReport as never, { report: 'pledges-and-states' });
  expect(other).toEqual(one);
});

it.each([
  [{ memberState: 'Atlantis' }, 'UNKNOWN_STATE', 'memberState'],
  [{ memberState: 'Korea' }, 'UNKNOWN_STATE', 'memberState'],
  [{ memberState: ['BGD', 'Atlantis'] }, 'UNKNOWN_STATE', 'memberState'],
  [{ theme: 'fun' }, 'UNKNOWN_THEME', 'theme'],
  [{ theme: ['poc', 'fun'] }, 'UNKNOWN_THEME', 'theme'],
])('%j is refused by its field', async (filters, code, field) => {
  const readModels = await known();
  await expect(readModels.ask(listPledges, filters, askedBy(desk))).rejects.toMatchObject({
    kind: 'invalid',
    code,
    details: { field },
  });
});

const BY_MISSION: readonly Question<{ readonly mission: string }>[] = [listGaps, listPosts, listFindings];

describe.each(BY_MISSION)('missions in $name', (list) => {
  const ask = async (mission: string) => (await known()).ask(list, { mission }, askedBy(desk));

  it.each(['MINUSCA', 'minusca', 'UN mission in South Sudan'])('%s is taken', async (mission) => {
    expect(contentOf(await ask(mission))).toMatchObject({ items: expect.any(Array) });
  });

  it.each([
    ['NOWHERE', []],
    ['MINUSKA', expect.arrayContaining(['MINUSCA'])],
  ])('%s is refused, with the nearest', async (mission, nearest) => {
    await expect(ask(mission)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'UNKNOWN_MISSION',
      details: { field: 'mission', nearest },
    });
  });
});

it('a gap is found by whatever means its mission', async () => {
  const readModels = await known();
  for (const mission of ['UNMISS', 'unmiss', 'UN mission in South Sudan'])
    expect(contentOf(await readModels.ask(listGaps, { mission }, askedBy(desk)))).toMatchObject({ total: 1 });
  expect(contentOf(await readModels.ask(listGaps, { mission: 'MINUSCA' }, askedBy(desk)))).toMatchObject({
    total: 0,
  });
});

it('ideas are found by their conferences, which are known', async () => {
  const readModels = await known();
  const found = async (conference: string | readonly string[]) =>
    contentOf(await readModels.ask(listIdeas, { conference }, askedBy(desk)));
  expect(await found('2021-prep-performance')).toMatchObject({ total: 1 });
  expect(await found('none')).toMatchObject({ total: 1 });
  expect(await found(['none', '2021-prep-performance'])).toMatchObject({ total: 2 });
  expect(await found('2021-seoul')).toMatchObject({ total: 0 });
  const refused = { kind: 'invalid', code: 'UNKNOWN_CONFERENCE', details: { field: 'conference' } };
  await expect(found('zzz')).rejects.toMatchObject(refused);
  await expect(found(['none', 'zzz'])).rejects.toMatchObject(refused);
});
