/** What the door to ideas looks up before anything is decided: conferences, pledges, and ideas that announcements name. */
import { pledgeCommands } from '@pledgeline/pledge';
import { conferenceCommands } from '../conference/conference-commands.ts';
import { announceAt } from '../testing/an-announcement.ts';
import { by, id } from '../testing/a-request.ts';
import { openLog } from '../testing/log-and-views.ts';
import { registerCommands } from '../registers/register-commands.ts';
import { ideaCommands } from './idea-commands.ts';
import { mustBeIdea } from './idea-taken-up.ts';
import { IdeasController } from './ideas.controller.ts';

const battalion = { kind: 'IDEA' as const, text: 'A battalion', source: 'Talks' };

const open = () => {
  const store = openLog();
  const pledges = pledgeCommands(store);
  return {
    store,
    pledges,
    ideas: new IdeasController(
      ideaCommands(store),
      conferenceCommands(store),
      pledges,
      registerCommands(store),
    ),
  };
};

const raisedIn = async (ideas: IdeasController, body: Parameters<IdeasController['raise']>[0]) =>
  (await ideas.raise(body, by(1))).location.replace('/ideas/', '');

it('an idea is raised at a conference that is known', async () => {
  const { ideas } = open();
  await expect(ideas.raise({ ...battalion, conference: '1999-nowhere' }, by(1))).rejects.toMatchObject({
    code: 'UNKNOWN_CONFERENCE',
    details: { field: 'conference' },
  });
});

it('an idea is taken up by a pledge that is there, and a state speaks of its own', async () => {
  const { ideas, pledges } = open();
  const ideaId = await raisedIn(ideas, battalion);
  await expect(ideas.takeUp(ideaId, { pledgeId: id(9) }, by(2))).rejects.toMatchObject({
    code: 'UNKNOWN_PLEDGE',
    details: { field: 'pledgeId' },
  });
  const pledgeId = await announceAt(pledges, { memberState: 'JPN' });
  await expect(ideas.takeUp(ideaId, { pledgeId }, by(3, 'MS'))).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await ideas.takeUp(ideaId, { pledgeId }, by(4))).toMatchObject({ revision: 1 });
});

it('an announcement names an idea that was raised, and a state none that it may not know of', async () => {
  const { ideas, store } = open();
  const { caller: desk } = by(2).commandContext;
  const { caller: state } = by(3, 'MS').commandContext;
  const unknown = { code: 'UNKNOWN_IDEA', details: { field: 'idea' } };
  await expect(mustBeIdea(id(9), desk, store)).rejects.toMatchObject(unknown);
  const expected = await raisedIn(ideas, { ...battalion, kind: 'EXPECTED' });
  await expect(mustBeIdea(expected, state, store)).rejects.toMatchObject(unknown);
  await expect(mustBeIdea(expected, desk, store)).resolves.toBeUndefined();
  await expect(mustBeIdea(null, state, store)).resolves.toBeUndefined();
});
