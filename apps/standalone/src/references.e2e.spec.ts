/** The reference of a pledge is taken wherever its id is: every operation of the API document, by path and in its body. */
import type { Role } from '@pledgeline/contracts';
import { standaloneSlices } from './slices.ts';
import { asker, offer, poster, sfgc } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import type { Reply } from './testing/reply.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { exampleBody, namingFields, posts } from './testing/request-examples.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const UNKNOWN = 'no-conference/RWA/INF-BN-00000';
const SOME_ID = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61';

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

interface Named {
  readonly id: string;
  readonly reference: string;
}

const announced = async (description: string): Promise<Named> => {
  const { body } = await poster(ask)('/pledges', offer(description));
  const id = String(body['location']).split('/').at(-1)!;
  const page = await ask(`/pledges/${id}?after=${String(body['after'])}`, { headers: sfgc });
  return { id, reference: String(page.body['reference']) };
};

const rolesFor = (command: string): readonly Role[] =>
  standaloneSlices.flatMap(({ access }) => access[command]?.roles ?? []);
const as = (command: string): Record<string, string> => {
  const role = rolesFor(command)[0] ?? 'DESK';
  return { 'x-pledgeline-role': role, ...(role === 'MS' && { 'x-pledgeline-state': 'RWA' }) };
};
const said = ({ status, body }: Reply) => ({ status, code: body['code'], field: body['field'] });
/** Other ids in the path are of nothing. */
const pathOf = (path: string, pledge: string): string =>
  path.replace('{pledgeId}', encodeURIComponent(pledge)).replaceAll(/\{\w+\}/g, SOME_ID);

describe('in the path of a command', () => {
  const ofPledges = posts.filter(({ path }) => path.includes('{pledgeId}'));

  it('there are many', () => expect(ofPledges.length).toBeGreaterThan(60));

  it.each(ofPledges)('$command answers a reference as the id, in any case', async ({ command, path }) => {
    const [byId, byName, small] = await Promise.all(
      ['by id', 'by name', 'in small letters'].map((how) => announced(`${command} ${how}`)),
    );
    const send = (pledge: string): Promise<Reply> =>
      poster(ask)(pathOf(path, pledge), exampleBody(path), as(command));
    const expected = said(await send(byId!.id));
    expect(expected.code).not.toBe('ID_INVALID');
    expect(said(await send(byName!.reference))).toEqual(expected);
    expect(said(await send(small!.reference.toLowerCase()))).toEqual(expected);
  });

  it('a reference that nobody bears is not found by any of them', async () => {
    const answers = await Promise.all(
      ofPledges.map(async ({ command, path }) => {
        const { status, body } = await poster(ask)(pathOf(path, UNKNOWN), exampleBody(path), as(command));
        return [command, status, body['code'], body['detail']];
      }),
    );
    const notFound = [404, 'PLEDGE_NOT_FOUND', `There is no pledge ${UNKNOWN}.`];
    expect(answers).toEqual(ofPledges.map(({ command }) => [command, ...notFound]));
  });
});

describe('in the path of a question', () => {
  it.each(['/pledges/{pledgeId}', '/pledges/{pledgeId}/history'])('GET %s', async (path) => {
    const { id, reference } = await announced(`asked about at ${path}`);
    const byId = await ask(pathOf(path, id), { headers: sfgc });
    expect(byId.status).toBe(200);
    for (const name of [reference, reference.toUpperCase()]) {
      const byName = await ask(pathOf(path, name), { headers: sfgc });
      expect(byName.body).toEqual(byId.body);
    }
    expect((await ask(pathOf(path, UNKNOWN))).body).toMatchObject({ code: 'PLEDGE_NOT_FOUND' });
    expect((await ask(pathOf(path, 'seoul'))).body).toMatchObject({ code: 'ID_INVALID' });
  });
});

/** A body for each field that names a pledge. */
const inBodies: readonly (readonly [
  command: string,
  path: string,
  field: string,
  put: (name: string) => object,
])[] = [
  [
    'AnnouncePledge',
    '/pledges',
    'renews',
    (name) => ({ ...offer('Renewed'), standing: 'RENEWED', renews: name }),
  ],
  [
    'AnnouncePledge',
    '/pledges',
    'terms.partOfUnit',
    (name) => ({ ...offer('A part'), terms: { partOfUnit: name } }),
  ],
  ['AnnouncePledge', '/pledges', 'pledge', (name) => ({ ...offer('In other words'), pledge: name })],
  [
    'CheckAnnouncement',
    '/announcement-checks',
    'renews',
    (name) => ({ ...offer('x'), standing: 'RENEWED', renews: name }),
  ],
  [
    'CountPledgeAgainst',
    '/pledges/{pledgeId}/total',
    'totalId',
    (name) => ({ kind: 'CEILING', totalId: name }),
  ],
  ['PublishNeed', '/needs', 'followsPledge', (name) => ({ ...exampleBody('/needs'), followsPledge: name })],
  ['ScheduleVisit', '/visits', 'units', (name) => ({ ...exampleBody('/visits'), units: [name] })],
];

describe('in a body', () => {
  it.each(inBodies)('%s %s: %s', async (command, path, field, put) => {
    const [one, other] = await Promise.all(
      ['one', 'other'].map((which) => announced(`${which} of ${command} ${field}`)),
    );
    const send = async (name: string): Promise<Reply> => {
      const { id } = await announced(`subject of ${command} ${field} for ${name}`);
      return poster(ask)(pathOf(path, id), put(name), as(command));
    };
    const byId = said(await send(one!.id));
    expect([400, 404]).not.toContain(byId.status);
    expect(said(await send(other!.reference))).toEqual(byId);
    expect((await send(UNKNOWN)).body).toMatchObject({ code: 'UNKNOWN_PLEDGE', field });
    expect((await send('seoul')).status).toBe(400);
  });
});

it('no field of a body that names a pledge takes its id alone', () => {
  const { ids, pledges } = namingFields();
  expect(ids).toEqual(
    [
      'AnnouncePledgeRequest.idea',
      'AnnouncePledgeRequest.need',
      // The id that a new pledge is to have.
      'AnnouncePledgeRequest.pledgeId',
      'FollowUpFindingRequest.needId',
      'LinkAnnouncementRequest.announcementId',
      'MatchPledgeRequest.gapId',
      'MergePledgesRequest.mergeId',
      'ConfirmPartnerRequest.proposalId',
      'ConsentToMergeRequest.mergeId',
      'ProposeAnnulmentRequest.annuls',
      'ProposeCorrectionRequest.corrects',
      'ReportProgressRequest.replaces',
      'ReportProgressRequest.reportId',
      'SelectUnitRequest.gapId',
      'SkipEventRequest.eventId',
      'SupportRequest.requestId',
    ].toSorted(),
  );
  expect(pledges).toEqual([
    'AnnouncePledgeRequest.pledge',
    'AnnouncePledgeRequest.renews',
    'ConsentToMergeRequest.others',
    'CountAgainstRequest.totalId',
    'DecideRepeatRequest.repeats',
    'FollowUpFindingRequest.ledToPledgeId',
    'MakeOfferRequest.pledgeId',
    'MergePledgesRequest.others',
    'PublishNeedRequest.followsPledge',
    'ScheduleVisitRequest.units',
    'TakeUpIdeaRequest.pledgeId',
    'TermsRequest.partOfUnit',
    'UnitOutcome.pledgeId',
  ]);
});
