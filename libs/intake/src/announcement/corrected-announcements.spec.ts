/** A row that made a pledge is the same row after somebody corrected what was entered, and so is the fixed one. */
import { by } from '../testing/a-request.ts';
import { announce, named, offer, pledgesIn } from '../testing/announcing.ts';
import { wholeLog } from '../testing/log-and-views.ts';
import { startIntake } from '../testing/start-intake.module.ts';
import type { Intake } from '../testing/start-intake.module.ts';

const OWN = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61';
const admin = (n: number, subject: string) =>
  by(n, 'ADMIN', { caller: { subject, role: 'ADMIN', state: null } });

/** The first event of the log, by one records officer and another. */
const correct = async ({ store, corrections }: Intake, field: string, old: unknown, value: unknown) => {
  const [event] = await wholeLog(store);
  const pledgeId = event!.stream.slice('pledge-'.length);
  const changes = [{ field, old, new: value }];
  await corrections.propose(
    pledgeId,
    { corrects: event!.id, changes, reason: 'The note says so' },
    admin(1, 'one'),
  );
  const { correctionId } = (await wholeLog(store)).at(-1)!.data as { correctionId: string };
  await corrections.approve(pledgeId, correctionId, admin(2, 'other'));
};

describe.each([
  ['whose id derives from its words', {}],
  ['under an id of its caller', { pledgeId: OWN }],
])('of a pledge %s', (_which, id) => {
  it.each([
    [
      'description',
      offer,
      'One infantry battalion',
      'One motorised battalion',
      { description: 'One motorised battalion' },
    ],
    ['source', named, 'Note verbale 5', 'Note verbale 6', { source: 'Note verbale 6' }],
    ['occurredOn', offer, '2021-12-07', '2021-12-08', { announcedOn: '2021-12-08' }],
  ])(
    '%s: the row as it was and as it was fixed are unchanged, any other is not',
    async (field, row, old, value, fixed) => {
      const intake = await startIntake();
      await announce(intake, { ...row, ...id });
      await correct(intake, field, old, value);
      await intake.catchUp();
      for (const again of [row, { ...row, ...fixed }, { ...row, ...fixed, ...id }, { ...row, ...id }]) {
        expect(await announce(intake, again)).toMatchObject({ is: 'UNCHANGED' });
      }
      expect(await pledgesIn(intake)).toBe(1);
      expect(
        await announce(intake, { ...row, ...id, description: 'Something else', quantity: '7' }),
      ).not.toMatchObject({
        is: 'UNCHANGED',
      });
    },
  );
});
