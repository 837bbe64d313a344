/** What every pod must have, beyond being valid: limits, health, as few rights as it can live with, a pinned image. */
import { pathFrom } from './manifests.ts';
import type { Container, Files, Kustomization, Manifest, Pod } from './manifests.ts';

interface Overlays {
  readonly kustomizations: readonly Kustomization[];
  readonly files: Files;
}

/** @returns a sentence for each thing that is missing, naming file and workload. */
export const podProblems = (manifests: readonly Manifest[], overlays: Overlays): readonly string[] =>
  manifests.flatMap((manifest) => {
    const { file, metadata, spec } = manifest;
    const { template } = spec;
    if (template === undefined) return [];
    const problems = [
      ...insecure(template.spec),
      ...template.spec.containers.flatMap((container) => [
        ...incomplete(container),
        ...(file.startsWith('base/') ? writable(container) : []),
        ...unpinned(file, container.image, overlays),
        ...portsWithoutName(container),
        ...unproved(manifest, container),
      ]),
    ];
    return problems.map((problem) => `${file}: ${metadata.name} ${problem}`);
  });

const insecure = (pod: Pod): readonly string[] =>
  unless({
    'must set enableServiceLinks: false': pod.enableServiceLinks === false,
    'must not mount the token of its service account': pod.automountServiceAccountToken === false,
    'must run as a user other than root, by number':
      pod.securityContext?.runAsNonRoot === true && (pod.securityContext.runAsUser ?? 0) > 0,
    'must have the seccomp profile RuntimeDefault':
      pod.securityContext?.seccompProfile?.type === 'RuntimeDefault',
  });

const incomplete = ({ resources, readinessProbe, livenessProbe, securityContext }: Container) =>
  unless({
    'must request cpu and memory': Boolean(resources?.requests?.['cpu'] && resources.requests['memory']),
    'must limit memory': resources?.limits?.['memory'] !== undefined,
    'must say when it is ready': readinessProbe !== undefined,
    'must say that it is alive': livenessProbe !== undefined,
    'must not gain rights': securityContext?.allowPrivilegeEscalation === false,
    'must drop all capabilities': securityContext?.capabilities?.drop?.includes('ALL') === true,
  });

/** Of images that are known to write to volumes only: store and broker keep to no such rule. */
const writable = ({ securityContext }: Container): readonly string[] =>
  unless({ 'must not write to its image': securityContext?.readOnlyRootFilesystem === true });

/**
 * The publisher of an image can move a tag, but not a digest. The file of a workload says the version, for people; each
 * overlay that has the workload says the digest. One that is built on the machine has none, and then must never be pulled.
 */
const unpinned = (file: string, image: string, { kustomizations, files }: Overlays): readonly string[] => {
  const name = image.replace(/:[^:/]+$/, '');
  const [folder] = /^overlays\/[^/]+\//.exec(file) ?? [];
  return kustomizations
    .filter((each) => each.file.startsWith(folder ?? 'overlays/'))
    .filter((each) => !isPinned(name, each, files))
    .map((each) => `must have a digest of ${name} in ${each.file}`);
};

const isPinned = (name: string, kustomization: Kustomization, files: Files): boolean => {
  const found = kustomization.images?.find((image) => image.name === name);
  const neverPulled = (kustomization.patches ?? []).some(({ path }) =>
    files.get(pathFrom(kustomization, path))?.includes('value: Never'),
  );
  return /^sha256:[\da-f]{64}$/.test(found?.digest ?? '') || (found?.newTag === 'local' && neverPulled);
};

const portsWithoutName = ({ ports = [], readinessProbe, livenessProbe, startupProbe }: Container) =>
  [readinessProbe, livenessProbe, startupProbe]
    .map((probe) => probe?.httpGet?.port ?? probe?.tcpSocket?.port)
    .filter((asked) => asked !== undefined && !ports.some(({ name }) => name === asked))
    .map((asked) => `is probed on the port ${String(asked)}, which it does not have`);

/** Who keeps the log of proofs reads its keys from a secret and cannot change them, and its file lies on a claim. */
const unproved = (
  { metadata, spec }: Manifest,
  { env = [], volumeMounts = [] }: Container,
): readonly string[] => {
  const keys = env.find(({ name }) => name === 'PLEDGELINE_PROOF_KEYS')?.value;
  const keeps = metadata.name === 'reporting';
  const mount = volumeMounts.find(({ mountPath }) => mountPath === keys);
  const secrets = (spec.template?.spec.volumes ?? []).filter(({ secret }) => secret !== undefined);
  const data = volumeMounts.find(({ mountPath }) => mountPath === '/data');
  return unless({
    'must keep the log of proofs, and no other': keeps === (keys !== undefined),
    'must mount the keys of the log of proofs read-only, from a secret':
      !keeps || (mount?.readOnly === true && secrets.some(({ name }) => name === mount.name)),
    'must have /data on a claim':
      !keeps || (spec.volumeClaimTemplates ?? []).some(({ metadata: claim }) => claim.name === data?.name),
  });
};

const unless = (rules: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.entries(rules).flatMap(([problem, holds]) => (holds ? [] : [problem]));
