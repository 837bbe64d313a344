import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { faultsOf } from '../../testing/as-described.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { ideaList, ideaPage } from './idea.schema.ts';
import { ideas, oneIdea } from './ideas.ts';

afterEach(closeAll);

const raise = (log: ReturnType<typeof aLog>, name: string, over: object = {}) =>
  log.add(name, 'PledgeIdeaRaised', {
    ideaId: id(name),
    kind: 'IDEA',
    memberState: 'RWA',
    conference: '2021-prep-performance',
    themes: [],
    text: 'A mobile training team',
    source: 'Chairs’ summary',
    ...over,
  });

const rwanda = focalPointOf('RWA');

it('an idea shows what became of it', async () => {
  const log = aLog();
  raise(log, 'one');
  log.add('one', 'PledgeIdeaTakenUp', { ideaId: id('one'), pledgeId: id('pledge') });
  raise(log, 'two');
  log.add('two', 'PledgeIdeaDropped', { ideaId: id('two'), reason: 'No money' });
  raise(log, 'three', { memberState: null, conference: null });
  const context = await contextOf(log.events);
  expect(await oneIdea(context, id('one'), rwanda)).toMatchObject({
    state: 'TAKEN_UP',
    pledges: [id('pledge')],
    memberStateName: 'Rwanda',
  });
  const of = async (question: object) =>
    (await ideas(context, question, rwanda)).items.map(({ ideaId }) => ideaId);
  expect(await of({ state: 'DROPPED' })).toEqual([id('two')]);
  expect(await of({ state: 'OPEN' })).toEqual([id('three')]);
  expect(await of({ memberState: 'Rwanda', conference: '2021-prep-performance' })).toHaveLength(2);
});

it('what is only expected of a state, and who was spoken to, is for the Secretariat', async () => {
  const log = aLog();
  raise(log, 'expected', { kind: 'EXPECTED' });
  raise(log, 'idea');
  const contact = {
    contactOn: '2021-09-14',
    with: 'Permanent mission',
    note: 'A decision is near',
    chathamHouse: false,
  };
  log.add('idea', 'ContactLogged', { ideaId: id('idea'), ...contact });
  const [context, theirs] = [await contextOf(log.events), await contextOf(log.events, rwanda)];
  const seen = await ideas(theirs, {}, rwanda);
  expect(seen).toMatchObject({ total: 1, items: [{ kind: 'IDEA', internal: null }] });
  await expect(ideas(theirs, { kind: 'EXPECTED' }, rwanda)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const beside = { kind: ['IDEA', 'EXPECTED'] };
  await expect(ideas(theirs, beside, rwanda)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(oneIdea(theirs, id('expected'), rwanda)).rejects.toMatchObject({ code: 'IDEA_NOT_FOUND' });
  expect(await ideas(await contextOf(log.events, reader), {}, reader)).toMatchObject({ total: 0, items: [] });
  expect(faultsOf(await ideas(context, {}, desk), ideaList)).toEqual([]);
  expect(faultsOf(await oneIdea(theirs, id('idea'), rwanda), ideaPage)).toEqual([]);
  expect(await ideas(context, { kind: 'EXPECTED' }, desk)).toMatchObject({ total: 1 });
  expect(await oneIdea(context, id('idea'), desk)).toMatchObject({ internal: { contacts: [contact] } });
});
