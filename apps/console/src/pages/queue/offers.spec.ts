/** To many at once is offered what the pledges offer themselves, of what does no harm; who it is not sent for is said, with why. */
import { offersOf } from './offers.ts';

const chosen = ['one', 'two', 'three'].map((pledgeId) => ({
  ...{ pledgeId, reference: `R/${pledgeId}`, description: pledgeId },
}));
const link = (command: string, pledge: string) => ({
  ...{ command, method: 'POST' as const },
  href: `/pledges/${pledge}/${command}`,
});
const refused = (command: string, detail: string) => ({ command, code: 'WRONG_ORDER', detail });

it('each act for whom it is possible, at the address that the answer names', () => {
  const offers = offersOf(chosen, [
    { commands: [link('AcknowledgePledge', 'one'), link('TagThemes', 'one')], notNow: [] },
    { commands: [link('TagThemes', 'two')], notNow: [refused('AcknowledgePledge', 'It was acknowledged.')] },
    { commands: [], notNow: [] },
  ]);
  expect(offers.map(({ command }) => command)).toEqual(['AcknowledgePledge', 'TagThemes']);
  expect(offers[0]).toEqual({
    command: 'AcknowledgePledge',
    targets: [{ ...chosen[0], href: '/pledges/one/AcknowledgePledge' }],
    leftOut: [
      { ...chosen[1], why: 'It was acknowledged.' },
      { ...chosen[2], why: '' },
    ],
  });
});

it('20. nothing that is decided pledge by pledge, whatever the pledges offer', () => {
  const all = ['RegisterPledge', 'SelectUnit', 'AttainLevel', 'SignMou', 'DeployUnit', 'ProposeCorrection'];
  const answers = chosen.map(({ pledgeId }) => ({
    commands: all.map((command) => link(command, pledgeId)),
    notNow: [],
  }));
  expect(offersOf(chosen, answers)).toEqual([]);
});

it('of nothing nothing', () => expect(offersOf([], [])).toEqual([]));
