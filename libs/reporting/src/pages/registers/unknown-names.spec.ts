/** Every door that keeps a name as it was stated leads to the list of the desk: accountability page, section 14. */
import { aLog, id, type Log } from '../../testing/a-log.ts';
import { together } from '../../testing/a-partnership.ts';
import { announce } from '../../testing/a-pledge.ts';
import { faultsOf } from '../../testing/as-described.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { unknownNameList } from './register.schema.ts';
import { unknownNames } from './unknown-names.ts';

afterEach(closeAll);

const need = (log: Log, name: string, body: string | null): void => {
  const data = {
    needId: id(name),
    kind: 'TRAINING' as const,
    text: 'n',
    memberState: body === null ? 'BGD' : null,
    body,
  };
  log.add(name, 'NeedPublished', { ...data, number: 1, neededBy: null, source: 's' });
};
const offer = (log: Log, name: string, body: string | null): void => {
  const data = {
    needId: id(name),
    offerId: id(`offer of ${body}`),
    memberState: body === null ? 'NOR' : null,
  };
  log.add(name, 'OfferMade', { ...data, body, text: 'o', number: null, pledgeId: null });
};

const unknownIn = async (tell: (log: Log) => void) => {
  const log = aLog();
  tell(log);
  const list = await unknownNames(await contextOf(log.events), {});
  expect(faultsOf(list, unknownNameList)).toEqual([]);
  return list.items.map(({ asStated, fields, pledges, needs }) => [asStated, fields, pledges, needs.length]);
};

it.each<[string, (log: Log) => void, readonly unknown[]]>([
  [
    'whose need it is',
    (log) => need(log, 'n', 'Sahel Mission Cell'),
    ['Sahel Mission Cell', ['needs'], 0, 1],
  ],
  [
    'who offers',
    (log) => {
      need(log, 'n', null);
      offer(log, 'n', 'Sahel Mission Cell');
    },
    ['Sahel Mission Cell', ['needs.offers'], 0, 1],
  ],
  [
    'who is named beside others',
    (log) => announce(log, 'one', { partners: ['NOR', 'Sahel Mission Cell', 'UNMISS', 'Norway'] }),
    ['Sahel Mission Cell', ['announcement.partners'], 1, 0],
  ],
])('a name that nobody knows is listed: %s', async (_, tell, listed) => {
  expect(await unknownIn(tell)).toEqual([listed]);
});

it('a body that takes part in a partnership, or asks to', async () => {
  const listed = await unknownIn((log) => {
    together(log, 'joint', 'JOINT_DEPLOYMENT', 'BGD');
    const asked = {
      pledgeId: id('joint'),
      state: null,
      role: 'TRAINING' as const,
      share: null,
      consentReference: 'NV/1',
    };
    log.add('joint', 'PartnerInvited', { ...asked, proposalId: id('p'), body: 'Institute of Nowhere' });
  });
  expect(listed).toEqual([['Institute of Nowhere', ['partnership.proposals'], 1, 0]]);
});

it('what is known is not listed, nor a mission that needs something, nor a state', async () => {
  expect(
    await unknownIn((log) => {
      need(log, 'mission', 'MINUSCA');
      need(log, 'body', 'UNITAR');
      need(log, 'state', null);
      offer(log, 'state', null);
      offer(log, 'state', 'unitar');
    }),
  ).toEqual([]);
});

it('one name at several doors is one, with all of them', async () => {
  const listed = await unknownIn((log) => {
    need(log, 'n', 'Sahel mission cell');
    offer(log, 'n', 'SAHEL MISSION CELL');
    announce(log, 'one', { partners: ['Sahel Mission Cell'] });
  });
  expect(listed).toEqual([
    [
      expect.stringMatching(/^sahel mission cell$/i),
      ['announcement.partners', 'needs', 'needs.offers'],
      1,
      1,
    ],
  ]);
});
