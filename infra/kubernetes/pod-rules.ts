/** What every pod must have, beyond being valid: limits, health, as few rights as it can live with, a pinned image. */
import type { Container, Kustomization, Manifest, Pod } from './manifests.ts';

/** @returns a sentence for each thing that is missing, naming file and workload. */
export const podProblems = (
  manifests: readonly Manifest[],
  kustomizations: readonly Kustomization[],
): readonly string[] =>
  manifests.flatMap(({ file, metadata, spec: { template } }) => {
    if (template === undefined) return [];
    const problems = [
      ...insecure(template.spec),
      ...template.spec.containers.flatMap((container) => [
        ...incomplete(container),
        ...(file.startsWith('base/') ? writable(container) : []),
        ...unpinned(container.image, kustomizations),
        ...portsWithoutName(container),
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

/** An image without a tag is one that every overlay gives a tag to. */
const unpinned = (image: string, kustomizations: readonly Kustomization[]): readonly string[] => {
  const [, tag] = /[^/]+:([^/]+)$/.exec(image) ?? [];
  const overlays = kustomizations.filter(({ file }) => file.startsWith('overlays/'));
  const tags = tag === undefined ? overlays.map(({ images }) => tagIn(images, image)) : [tag];
  return tags.some((each) => each === undefined || each === 'latest')
    ? [`must run a version of ${image} that is named, and not latest`]
    : [];
};

const tagIn = (images: Kustomization['images'], name: string) =>
  images?.find((image) => image.name === name)?.newTag;

const portsWithoutName = ({ ports = [], readinessProbe, livenessProbe, startupProbe }: Container) =>
  [readinessProbe, livenessProbe, startupProbe]
    .map((probe) => probe?.httpGet?.port ?? probe?.tcpSocket?.port)
    .filter((asked) => asked !== undefined && !ports.some(({ name }) => name === asked))
    .map((asked) => `is probed on the port ${String(asked)}, which it does not have`);

const unless = (rules: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.entries(rules).flatMap(([problem, holds]) => (holds ? [] : [problem]));
