/** Which answers are listed for which kind of operation; that servers send no others is held by the scenarios. */
import { answersOf } from './answers.ts';
import type { Operation } from './operation.ts';
import { refusals, refusalsOf } from './refusals.ts';

const operation = (given: Partial<Operation>): Operation => ({
  operationId: 'listThings',
  method: 'get',
  path: '/things',
  parameters: [],
  hasBody: false,
  ...given,
});

const everywhere = ['400', '401', '403', '429', '503'];
const ofCommands = ['409', '412', '413', '415', '422'];

it.each<[string, Partial<Operation>, readonly string[]]>([
  ['a question that takes nothing', {}, everywhere],
  ['a question for one thing', { path: '/things/{id}' }, [...everywhere, '404']],
  ['a way to sign in, which not every server has', { operationId: 'startSignIn' }, [...everywhere, '404']],
  ['a question that waits for what was written', { parameters: ['after'] }, [...everywhere, '409']],
  ['a question about a past', { parameters: ['asOf', 'knownAt'] }, [...everywhere, '422']],
  ['a question for a page', { parameters: ['cursor'] }, [...everywhere, '422']],
  [
    'a command on what is there',
    { operationId: 'WithdrawPledge', method: 'post', path: '/pledges/{pledgeId}/withdrawal', hasBody: true },
    [...everywhere, '404', ...ofCommands],
  ],
  [
    'a command that makes something',
    { operationId: 'AnnouncePledge', method: 'post', path: '/pledges', hasBody: true },
    [...everywhere, ...ofCommands],
  ],
  [
    'a question with a body',
    { operationId: 'CheckAnnouncement', method: 'post', hasBody: true },
    [...everywhere, '413', '415', '422'],
  ],
  ['an act of operators without a body', { method: 'post' }, [...everywhere, '413', '415']],
  ['health, however often it is asked', { path: '/health/live' }, ['400', '401', '403', '503']],
])('%s', (_, given, expected) => {
  expect(Object.keys(refusalsOf(operation(given)))).toEqual(expected.toSorted());
});

it('a command answers 201 only where it may make something', () => {
  const command = { operationId: 'PublishGap', method: 'post' } as const;
  expect(Object.keys(answersOf(operation({ ...command, path: '/gaps' })))).toEqual(['200', '201']);
  const revision = { operationId: 'ReviseGap', method: 'post', path: '/gaps/{gapId}/revisions' } as const;
  expect(Object.keys(answersOf(operation(revision)))).toEqual(['200']);
});

it('a question to the read models answers 304 to whoever has the answer, and others do not', () => {
  expect(Object.keys(answersOf(operation({ parameters: ['after'] })))).toEqual(['304']);
  expect(answersOf(operation({}))).toEqual({});
  // The states of the program wait for nothing, and are tagged too.
  expect(Object.keys(answersOf(operation({ operationId: 'listStates' })))).toEqual(['304']);
});

it('every answer that an operation refers to is described, and a refusal is a problem document', () => {
  const all = operation({
    operationId: 'WithdrawPledge',
    method: 'post',
    path: '/pledges/{pledgeId}/withdrawal',
  });
  const referred = Object.values(refusalsOf(all)) as { $ref: string }[];
  for (const { $ref } of referred)
    expect(refusals[$ref.replace('#/components/responses/', '')]).toMatchObject({
      description: expect.stringMatching(/\.$/),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
});
