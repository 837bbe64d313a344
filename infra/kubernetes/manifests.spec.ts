/**
 * The manifests are valid and complete; each rule is broken once, because one that nobody saw fail is no rule.
 * Long because each rule stands beside the way in which it is broken.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { kustomizationsOf, manifestFiles, manifestsOf } from './manifests.ts';
import type { Files } from './manifests.ts';
import { networkProblems } from './network-rules.ts';
import { podProblems } from './pod-rules.ts';
import { referenceProblems } from './reference-rules.ts';

const root = resolve(import.meta.dirname, '../..');
const real = manifestFiles();
/** What docs/deployment.md tells to make by hand before an overlay is applied. */
const byHand = ['pledgeline-connections', 'pledgeline-broker-ca', 'pledgeline-proof-keys'];

const problemsOf = (files: Files): readonly string[] => {
  const manifests = manifestsOf(files);
  const kustomizations = kustomizationsOf(files);
  return [
    ...podProblems(manifests, { kustomizations, files }),
    ...networkProblems(manifests),
    ...referenceProblems(manifests, kustomizations, files, byHand),
  ];
};

/** The real files with one of them changed; it fails when there is nothing to change. */
const changed = (file: string, from: string | RegExp, to: string): Files => {
  const text = real.get(file) ?? '';
  const next = text.replace(from, to);
  if (next === text) throw new Error(`${file} does not contain: ${String(from)}`);
  return new Map([...real, [file, next]]);
};

/** Against the Kubernetes API, in a process of its own. */
const invalid = (files: Files): readonly string[] => {
  const input = JSON.stringify(manifestsOf(files).map(({ content }) => content));
  const script = resolve(import.meta.dirname, 'check-manifests.mjs');
  const answer = execFileSync(process.execPath, [script], { cwd: root, input, encoding: 'utf8' });
  return (JSON.parse(answer) as string[][]).flat();
};

describe('the manifests', () => {
  it('are what the Kubernetes API takes', () => {
    expect(invalid(real)).toEqual([]);
  });

  it('have what every pod must have, and lead nowhere wrong', () => {
    expect(problemsOf(real)).toEqual([]);
  });

  it('name Secrets and ConfigMaps to be made by hand that the documentation knows', () => {
    const text = readFileSync(resolve(root, 'docs/deployment.md'), 'utf8');
    expect(byHand.filter((name) => !text.includes(name))).toEqual([]);
  });

  it('say in each overlay whose tokens callers show, and for whom they are', () => {
    const overlays = kustomizationsOf(real).filter(({ file }) => file.startsWith('overlays/'));
    const literals = overlays.map(({ configMapGenerator = [] }) =>
      configMapGenerator.flatMap((generator) => generator.literals ?? []),
    );
    expect(literals.length).toBe(2);
    for (const each of literals) {
      expect(each.filter((one) => /^OIDC_(ISSUER=https:\/\/|AUDIENCE=)./.test(one))).toHaveLength(2);
    }
    expect([...real.values()].join('')).not.toContain('PLEDGELINE_IDENTITY');
  });

  it('give the proxy the configuration and the routes that the project has', () => {
    const [maps] = kustomizationsOf(real).filter(({ file }) => file === '../proxy/kustomization.yaml');
    const files = maps?.configMapGenerator?.flatMap((generator) => generator.files ?? []) ?? [];
    expect(files).toEqual(['nginx.conf', 'routes.map']);
  });
});

describe('the check against the Kubernetes API', () => {
  it.each([
    ['an unknown field', 'base/intake.yaml', 'replicas: 2', 'replica: 2', '\'"replica"\' does not exist'],
    ['a wrong type', 'base/relay.yaml', 'minAvailable: 1', 'minAvailable: true', 'data/spec/minAvailable'],
    ['an unknown value', 'base/network-policies.yaml', '[Egress]', '[Outward]', 'Outward'],
  ])(
    'finds %s',
    (_, file, from, to, problem) => {
      expect(invalid(changed(file, from, to)).join('\n')).toContain(problem);
    },
    60_000,
  );
});

describe('the rules for pods', () => {
  it.each([
    ['root', 'runAsNonRoot: true', 'runAsNonRoot: false', 'must run as a user other than root, by number'],
    ['no user number', 'runAsUser: 1000', 'supplementalGroups: [1]', 'must run as a user other than root'],
    ['service links', 'enableServiceLinks: false', 'enableServiceLinks: true', 'enableServiceLinks'],
    ['a token', 'automountServiceAccountToken: false', 'hostUsers: false', 'token'],
    ['no seccomp', 'seccompProfile: { type: RuntimeDefault }', 'fsGroup: 1', 'RuntimeDefault'],
    ['rights', 'allowPrivilegeEscalation: false', 'allowPrivilegeEscalation: true', 'must not gain rights'],
    ['a writable image', 'readOnlyRootFilesystem: true', 'privileged: false', 'must not write to its image'],
    ['capabilities', 'drop: [ALL]', 'drop: [KILL]', 'must drop all capabilities'],
    ['no request', 'cpu: 100m, ', '', 'must request cpu and memory'],
    ['no limit', 'limits: { memory', 'limits: { cpu', 'must limit memory'],
    ['no readiness', 'readinessProbe:', 'ignored:', 'must say when it is ready'],
    ['no liveness', 'livenessProbe:', 'ignored:', 'must say that it is alive'],
    ['an unknown port', 'path: /health/ready, port: http', 'path: /, port: web', 'is probed on the port web'],
  ])('find %s', (_, from, to, problem) => {
    expect(problemsOf(changed('base/intake.yaml', from, to)).join('\n')).toContain(problem);
  });
});

describe('the rules for who keeps the log of proofs', () => {
  const REPORTING = 'base/reporting.yaml';
  const KEYS = '- { name: PLEDGELINE_PROOF_KEYS, value: /proof-keys }';
  it.each([
    ['nobody', REPORTING, KEYS, '', 'reporting must keep the log of proofs, and no other'],
    [
      'another',
      'base/intake.yaml',
      '          env:\n',
      `          env:\n            ${KEYS}\n`,
      'intake must keep the log of proofs, and no other',
    ],
    ['keys that can be written', REPORTING, ', readOnly: true', '', 'read-only, from a secret'],
    [
      'keys of no secret',
      REPORTING,
      'secret: { secretName: pledgeline-proof-keys, defaultMode: 0440 }',
      'emptyDir: {}',
      'read-only, from a secret',
    ],
    ['a file on no claim', REPORTING, 'name: data, mountPath', 'name: tmp, mountPath', '/data on a claim'],
    ['a secret that nobody makes', REPORTING, 'pledgeline-proof-keys', 'log-keys', 'nobody makes log-keys'],
  ])('find %s', (_, file, from, to, problem) => {
    expect(problemsOf(changed(file, from, to)).join('\n')).toContain(problem);
  });
});

describe('the rules for images', () => {
  const SMALL = 'overlays/small/kustomization.yaml';
  const CLUSTER = 'overlays/cluster/kustomization.yaml';
  it.each([
    [
      'one that no overlay pins',
      'base/intake.yaml',
      'image: pledgeline',
      'image: other',
      `other in ${CLUSTER}`,
    ],
    ['a tag instead of a digest', CLUSTER, /digest: sha256:0+/, 'newTag: 1.0.0', `pledgeline in ${CLUSTER}`],
    ['half a digest', CLUSTER, /digest: sha256:00/, 'digest: sha256:', `pledgeline in ${CLUSTER}`],
    [
      'an image of an overlay itself',
      SMALL,
      'name: apache/kafka',
      'name: apache/other',
      `apache/kafka in ${SMALL}`,
    ],
    [
      'one of a machine that may be pulled',
      'overlays/small/never-pulled.yaml',
      'Never',
      'Always',
      `pledgeline in ${SMALL}`,
    ],
    [
      'another tag than that of a machine',
      SMALL,
      'newTag: local',
      'newTag: latest',
      `pledgeline in ${SMALL}`,
    ],
  ])('find %s', (_, file, from, to, problem) => {
    expect(problemsOf(changed(file, from, to)).join('\n')).toContain(`must have a digest of ${problem}`);
  });
});

describe('the rules for networks', () => {
  const BASE = 'base/network-policies.yaml';
  const EGRESS = 'overlays/cluster/egress.yaml';
  it.each([
    [
      'egress to anybody',
      EGRESS,
      /- to:\n +- ipBlock: .*\n +ports:/,
      '- ports:',
      'must say to whom it lets out',
    ],
    ['egress to a network', EGRESS, '192.0.2.10/32', '10.0.0.0/8', 'or by one address'],
    ['egress to the world', EGRESS, '192.0.2.10/32', '0.0.0.0/0', 'or by one address'],
    ['egress to the world by IPv6', EGRESS, '192.0.2.10/32', "'::/0'", 'or by one address'],
    [
      'egress to a whole namespace',
      BASE,
      /podSelector:\n +matchLabels: \{ k8s-app: kube-dns \}/,
      'podSelector: {}',
      'by labels of pods',
    ],
    [
      'egress by any port',
      EGRESS,
      /ports:\n +- \{ protocol: TCP, port: 443 \}/,
      'ports: []',
      'by which ports',
    ],
    [
      'ingress from anybody',
      BASE,
      /- from:\n +- podSelector:\n.*\n +ports:/,
      '- ports:',
      'must say whom it lets in',
    ],
  ])('find %s', (_, file, from, to, problem) => {
    expect(problemsOf(changed(file, from, to)).join('\n')).toContain(problem);
  });

  it('the address of the issuer is set by each overlay, and is nobody’s before', () => {
    const overlays = manifestsOf(real).filter(
      ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'issuer',
    );
    const addresses = overlays
      .flatMap(({ spec }) => spec.egress ?? [])
      .flatMap(({ to = [] }) => to.map(({ ipBlock }) => ipBlock?.cidr));
    expect(addresses).toEqual(['192.0.2.10/32', '192.0.2.10/32']);
  });
});

describe('the services', () => {
  const literals = kustomizationsOf(real)
    .flatMap(({ configMapGenerator = [] }) => configMapGenerator)
    .flatMap((generator) => generator.literals ?? []);

  it('believe the pods of the proxy about addresses, by the name of a Service that stands for them and for nobody else', () => {
    const trusted = literals.filter((one) => one.startsWith('PLEDGELINE_TRUSTED_PROXIES='));
    expect(trusted).toEqual(['PLEDGELINE_TRUSTED_PROXIES=proxy-pods']);
    const [service] = manifestsOf(real).filter(
      ({ kind, metadata }) => kind === 'Service' && metadata.name === 'proxy-pods',
    );
    expect(service?.content).toMatchObject({
      spec: { clusterIP: 'None', selector: { 'app.kubernetes.io/name': 'proxy' } },
    });
  });

  it('ask the issuer where they check tokens, and no other does', () => {
    const asking = manifestsOf(real)
      .filter(({ spec }) => spec.template?.metadata.labels['pledgeline/asks-issuer'] === 'true')
      .map(({ metadata }) => metadata.name);
    expect(asking).toEqual(['intake', 'reporting', 'verification']);
  });
});

describe('the rules for references', () => {
  it.each([
    [
      'a selector of no pod',
      'base/intake.yaml',
      'matchLabels: { app.kubernetes.io/name: intake }',
      'matchLabels: { a: b }',
      'no pod has the labels',
    ],
    [
      'a peer of no pod',
      'base/network-policies.yaml',
      'component: proxy }',
      'component: gate }',
      'no pod has the labels',
    ],
    ['a port of no pod', 'base/proxy.yaml', 'targetPort: http', 'targetPort: https', 'has a port https'],
    [
      'settings that nobody makes',
      'base/relay.yaml',
      'name: pledgeline-settings',
      'name: settings',
      'nobody makes settings',
    ],
    [
      'files that nobody makes',
      'base/proxy.yaml',
      'name: pledgeline-proxy',
      'name: routes',
      'nobody makes routes',
    ],
    [
      'a mount of no volume',
      'base/reporting.yaml',
      'name: data, mountPath',
      'name: disk, mountPath',
      'there is no volume disk',
    ],
    [
      'a file that is not there',
      'base/kustomization.yaml',
      '- relay.yaml',
      '- delay.yaml',
      'base/delay.yaml: listed, but not there',
    ],
    [
      'a file that is not listed',
      'base/kustomization.yaml',
      '- relay.yaml',
      '- intake.yaml',
      'base/relay.yaml: no kustomization lists it',
    ],
  ])('find %s', (_, file, from, to, problem) => {
    expect(problemsOf(changed(file, from, to)).join('\n')).toContain(problem);
  });
});
