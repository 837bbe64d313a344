/** The four services accept the tokens of one OpenID Connect issuer, and nothing else: the demo passes through the proxy with its tokens. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { startIssuer } from '@pledgeline/runtime/testing';
import type { TestIssuer } from '@pledgeline/runtime/testing';
import { until } from '@pledgeline/event-sourcing/testing';
import { startDistributed } from './testing/distributed.ts';
import type { Distributed } from './testing/distributed.ts';

const root = resolve(import.meta.dirname, '../../..');

let issuer: TestIssuer;
let distributed: Distributed;
beforeAll(async () => {
  issuer = await startIssuer({
    'pledge.desk': { roles: ['DESK'] },
    'force.generation.cell': { roles: ['SFGC'] },
    'military.planner': { roles: ['FGS'] },
    'police.division': { roles: ['PD'] },
    'operational.support': { roles: ['DOS'] },
    'mission.headquarters': { roles: ['MISSION'] },
    'mission.of.india': { roles: ['MS'], state: 'IND' },
  });
  distributed = await startDistributed({
    settings: {
      NODE_ENV: 'production',
      PLEDGELINE_IDENTITY: 'oidc',
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: issuer.audience,
    },
  });
});
afterAll(async () => {
  await distributed.close();
  await issuer.leave();
});

const demo = async (env: Readonly<Record<string, string>>) => {
  const hook = resolve(root, 'infra/node/typescript-hook.mjs');
  const { KAFKA_BROKERS: _, KURRENTDB_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', hook, 'apps/standalone/src/demo/demo.ts'], {
    cwd: root,
    env: { ...inherited, NO_COLOR: '1', PLEDGELINE_URL: distributed.url, ...env },
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number | null, out, err };
};

const logs = (): string =>
  JSON.stringify([
    distributed.proxyLog(),
    ...Object.values(distributed.services).map((service) => service.lines()),
  ]);

it('nobody is believed without a token, whatever headers say', async () => {
  const answer = await fetch(`${distributed.url}/pledges`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-pledgeline-actor': 'pledge.desk',
      'x-pledgeline-role': 'DESK',
    },
    body: '{}',
  });
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

it('a token that does not hold is refused by each service', async () => {
  const authorization = `Bearer ${await issuer.sign({ aud: 'https://mail.example.org' })}`;
  for (const path of ['/pledges', '/visits', '/reports/progress']) {
    const answer = await fetch(distributed.url + path, { headers: { authorization } });
    expect([path, answer.status, answer.headers.get('www-authenticate')]).toEqual([
      path,
      401,
      'Bearer error="invalid_token"',
    ]);
  }
});

it('the demo passes with a token of each of its people, and no log and no terminal has one', async () => {
  const { code, out, err } = await demo({
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: issuer.audience,
    OIDC_CLIENT_SECRET: issuer.clientSecret,
  });
  expect([code, err]).toEqual([0, 'read as: commas, UTF-8, 26 rows\nread as: commas, UTF-8, 197 rows\n']);
  expect(out).toContain('197 pledges read: 197 added');
  expect(out).toMatch(/UNMISS seeks 2 HOSP-L2: 1 held .*, 1 open/);
  expect(out).toContain('-H "authorization: Bearer $TOKEN"');
  expect(issuer.asked('/token')).toBeLessThanOrEqual(7);
  expect(logs()).toContain('/reports/progress');
  expect(out + logs()).not.toContain('eyJ');
});

it('who acted is what the token says', async () => {
  const announced = () => distributed.published().find(({ type }) => type === 'PledgeAnnounced');
  await until('the announcements are published', () => announced() !== undefined);
  expect(announced()?.metadata).toMatchObject({ actor: 'pledge.desk', role: 'DESK' });
});

it('the demo says what it needs for tokens', async () => {
  expect(await demo({ OIDC_ISSUER: issuer.url })).toEqual({
    code: 1,
    out: '',
    err: 'demo: tokens of OIDC_ISSUER also need OIDC_AUDIENCE and OIDC_CLIENT_SECRET\n',
  });
});
