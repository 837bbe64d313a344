/** Whoever may announce for a state may ask beforehand what would become of it; he is offered only what he may do then. */
import { ROLES } from '@pledgeline/contracts';
import type { Role } from '@pledgeline/contracts';
import { asker } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;

const as = (role: Role, state: string | null) => ({
  'x-pledgeline-actor': `a.${role.toLowerCase()}`,
  'x-pledgeline-role': role,
  ...(state !== null && { 'x-pledgeline-state': state }),
});
const OFFERS = {
  POLICE: { category: 'UNIT', capabilityCode: 'FPU', quantity: '1', unit: 'unit' },
  CAPABILITY: { category: 'UNIT', capabilityCode: 'INF-BN', quantity: '1', unit: 'battalion' },
  IMPLEMENTATION: { category: 'TRAINING', capabilityCode: 'TRG-PEACEKEEPERS' },
} as const;
type Kind = keyof typeof OFFERS;
const KINDS = Object.keys(OFFERS) as readonly Kind[];
const offerOf = (kind: Kind, description: string) => ({
  ...OFFERS[kind],
  memberState: 'RWA',
  description,
  conference: '2021-seoul',
  source: 'Speech of the Minister',
});
const paper = { reference: 'Note verbale 88/2026', date: '2026-10-12' };
const post = (path: string, body: object, headers: Readonly<Record<string, string>>) =>
  ask(path, { method: 'POST', headers, body });

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
  for (const kind of KINDS) {
    const { status } = await post('/pledges', offerOf(kind, 'The first words'), as('DESK', null));
    expect(status).toBe(201);
  }
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

/** Those that somebody can be, who acts over HTTP. */
const PEOPLE = ROLES.filter((role) => role !== 'SYSTEM' && role !== 'PUBLIC');
/** Who records what states did: the desk all of it, officers what is their own business. Accountability page, section 8. */
const RECORDERS: Readonly<Record<Kind, readonly Role[]>> = {
  CAPABILITY: ['DESK', 'SFGC', 'FGS'],
  POLICE: ['DESK', 'SFGC', 'PD'],
  IMPLEMENTATION: ['DESK'],
};
const speaksForAState = (role: Role): boolean => role === 'MS' || role === 'PARTNER';

/** By the pages: the desk announces for anybody, a state for itself, and officers what a paper says that a state did. */
const mayAnnounce = (role: Role, state: string | null, byPaper: boolean, kind: Kind): boolean =>
  byPaper ? RECORDERS[kind].includes(role) : role === 'DESK' || (role === 'MS' && state === 'RWA');

const cases = PEOPLE.flatMap((role) =>
  (speaksForAState(role) ? ['RWA', 'KOR'] : [null]).flatMap((state) =>
    [false, true].flatMap((byPaper) => KINDS.map((kind) => ({ role, state, byPaper, kind }))),
  ),
);

it.each(cases)('$role of $state, by a paper: $byPaper, $kind', async ({ role, state, byPaper, kind }) => {
  const body = {
    ...offerOf(kind, `In the words of ${role}`),
    ...(byPaper && { onBehalfOf: { state: 'RWA', paper } }),
  };
  const [checked, tried] = await Promise.all([
    post('/announcement-checks', body, as(role, state)),
    post('/pledges?dryRun=true', { ...body, additional: true, additionalReason: 'R' }, as(role, state)),
  ]);
  const may = mayAnnounce(role, state, byPaper, kind);
  expect([checked.status, tried.status]).toEqual(may ? [200, 200] : [403, 403]);
  if (!may) return;
  expect(checked.body).toMatchObject({
    memberState: 'RWA',
    expectedTrack: kind === 'IMPLEMENTATION' ? kind : 'CAPABILITY',
  });
  // Two announcements are one pledge by the word of the desk alone.
  const instead = role === 'DESK' ? { command: 'LinkAnnouncement' } : null;
  expect(checked.body.alike).toMatchObject([{ kind: 'SAME', instead }]);
  const refused = await post('/pledges', body, as(role, state));
  expect([refused.status, refused.body.code]).toEqual([409, 'DUPLICATE_ANNOUNCEMENT']);
  expect(refused.body.allowed).toEqual(role === 'DESK' ? ['LinkAnnouncement', 'additional'] : ['additional']);
  expect(refused.body.instead ?? null).toEqual(role === 'DESK' ? expect.objectContaining(instead) : null);
  expect(String(refused.body.detail).includes('LinkAnnouncement')).toBe(role === 'DESK');
});

it('who does not say who he is learns nothing', async () => {
  const { status, body } = await post('/announcement-checks', offerOf('CAPABILITY', 'Nobody’s words'), {});
  expect([status, body.code]).toEqual([400, 'IDENTITY_HEADER']);
});

it('a body that is named for the act is no state that announces', async () => {
  const body = { ...offerOf('CAPABILITY', 'Of a body'), onBehalfOf: { body: 'UNITAR', paper } };
  const [checked, tried] = await Promise.all([
    post('/announcement-checks', body, as('SFGC', null)),
    post('/pledges?dryRun=true', body, as('SFGC', null)),
  ]);
  expect([checked.status, checked.body.code]).toEqual([tried.status, tried.body.code]);
  expect(checked.status).toBe(403);
});
