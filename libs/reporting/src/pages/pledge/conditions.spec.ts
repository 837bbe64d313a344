/** What a promise depends on stands on its page for everybody, with what became of it. */
import { pledgePage } from './pledge-page.ts';
import { aLog, desk, id, reader } from '../../testing/a-log.ts';
import { announce } from '../../testing/a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const pageFor = async (caller = reader) => {
  const log = aLog();
  announce(log, 'one');
  for (const [name, text] of [
    ['peace', 'If the peace process allows'],
    ['congress', 'If Congress agrees'],
  ] as const) {
    const declared = { pledgeId: id('one'), conditionId: id(name), text };
    log.add('one', 'ConditionDeclared', declared, { on: '2026-01-02' });
  }
  log.add(
    'one',
    'ConditionFailed',
    {
      pledgeId: id('one'),
      conditionId: id('congress'),
      settledOn: '2026-03-01',
      evidence: 'Vote of 1 March',
    },
    { on: '2026-03-01' },
  );
  return pledgePage(await contextOf(log.events), id('one'), caller, '2026-03-02');
};

it('is read in public', async () => {
  const open = { text: 'If the peace process allows', declaredOn: '2026-01-02', outcome: null };
  const failed = { text: 'If Congress agrees', outcome: 'FAILED', evidence: 'Vote of 1 March' };
  expect((await pageFor()).conditions).toMatchObject([open, failed]);
});

it('the desk is led to the one that is open', async () => {
  const { commands } = await pageFor(desk);
  expect(commands).toContainEqual({
    command: 'MeetCondition',
    method: 'POST',
    href: `/pledges/${id('one')}/conditions/${id('peace')}/fulfilment`,
  });
  expect(JSON.stringify(commands)).not.toContain(id('congress'));
});
