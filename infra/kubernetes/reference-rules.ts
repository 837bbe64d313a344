/** Manifests name each other by labels, names and files, and a name that leads nowhere is silent in Kubernetes. */
import { pathFrom } from './manifests.ts';
import type { Files, Kustomization, Labels, Manifest } from './manifests.ts';

/**
 * @param byHand names of ConfigMaps and Secrets that the documentation tells people to make.
 * @returns a sentence for each reference that leads nowhere, and for each file that nobody refers to.
 */
export const referenceProblems = (
  manifests: readonly Manifest[],
  kustomizations: readonly Kustomization[],
  files: Files,
  byHand: readonly string[],
): readonly string[] => [
  ...manifests.flatMap((manifest) => [
    ...selectorProblems(manifest, manifests),
    ...portProblems(manifest, manifests),
    ...settingProblems(manifest, [...generated(kustomizations), ...byHand]),
    ...mountProblems(manifest),
  ]),
  ...fileProblems(kustomizations, files),
];

/** A workload selects its own template; everything else that selects must find some workload. */
const selectorProblems = (manifest: Manifest, manifests: readonly Manifest[]): readonly string[] => {
  const { kind, spec } = manifest;
  const templates = spec.template === undefined ? workloads(manifests) : [manifest];
  return selectorsOf(manifest)
    .filter((selector) => !templates.some((each) => selects(selector, labelsOf(each))))
    .map(
      (selector) => `${place(manifest)}: no pod has the labels ${JSON.stringify(selector)} of this ${kind}`,
    );
};

const selectorsOf = ({ kind, spec }: Manifest): readonly Labels[] => {
  if (kind === 'Service') return [spec.selector ?? {}];
  if (kind !== 'NetworkPolicy') return [spec.selector?.matchLabels ?? {}];
  const peers = [
    ...(spec.ingress ?? []).flatMap(({ from = [] }) => from),
    ...(spec.egress ?? []).flatMap(({ to = [] }) => to),
  ];
  // Pods of other namespaces are other people's.
  const ours = peers.filter(({ namespaceSelector }) => namespaceSelector === undefined);
  return [spec.podSelector, ...ours.map(({ podSelector }) => podSelector)].map(
    (each) => each?.matchLabels ?? {},
  );
};

const portProblems = (manifest: Manifest, manifests: readonly Manifest[]): readonly string[] => {
  if (manifest.kind !== 'Service') return [];
  const behind = workloads(manifests).filter((each) => selects(manifest.spec.selector ?? {}, labelsOf(each)));
  const open = behind
    .flatMap(({ spec }) => spec.template?.spec.containers ?? [])
    .flatMap(({ ports = [] }) => ports);
  return (manifest.spec.ports ?? [])
    .filter(({ targetPort }) => !open.some(({ name }) => name === targetPort))
    .map(({ targetPort }) => `${place(manifest)}: no pod behind this Service has a port ${targetPort}`);
};

const settingProblems = (manifest: Manifest, known: readonly string[]): readonly string[] => {
  const { containers = [], volumes = [] } = manifest.spec.template?.spec ?? {};
  const sources = containers.flatMap(({ envFrom = [] }) => envFrom);
  return [
    ...sources.flatMap(({ configMapRef, secretRef }) => [configMapRef, secretRef]),
    ...volumes.map(({ configMap }) => configMap),
  ]
    .flatMap((reference) => (reference === undefined ? [] : [reference.name]))
    .concat(volumes.flatMap(({ secret }) => (secret === undefined ? [] : [secret.secretName])))
    .filter((name) => !known.includes(name))
    .map((name) => `${place(manifest)}: nobody makes ${name}`);
};

const mountProblems = (manifest: Manifest): readonly string[] => {
  const { template, volumeClaimTemplates = [] } = manifest.spec;
  const volumes = [
    ...(template?.spec.volumes ?? []),
    ...volumeClaimTemplates.map(({ metadata }) => metadata),
  ];
  return (template?.spec.containers ?? [])
    .flatMap(({ volumeMounts = [] }) => volumeMounts)
    .filter((mount) => !volumes.some(({ name }) => name === mount.name))
    .map(({ name }) => `${place(manifest)}: there is no volume ${name}`);
};

/** Every file is listed by the kustomization of its folder, and every listed one is there. */
const fileProblems = (kustomizations: readonly Kustomization[], files: Files): readonly string[] => {
  const listed = kustomizations.flatMap((each) =>
    [...(each.resources ?? []), ...(each.patches ?? []).map(({ path }) => path)].map((path) =>
      pathFrom(each, path),
    ),
  );
  const here = [...files.keys()];
  const found = (path: string) => here.includes(path) || here.includes(`${path}/kustomization.yaml`);
  return [
    ...listed.filter((path) => !found(path)).map((path) => `${path}: listed, but not there`),
    ...here
      .filter((file) => !file.endsWith('kustomization.yaml') && !listed.includes(file))
      .map((file) => `${file}: no kustomization lists it`),
  ];
};

const generated = (kustomizations: readonly Kustomization[]): readonly string[] =>
  kustomizations
    .flatMap(({ configMapGenerator = [], secretGenerator = [] }) => [
      ...configMapGenerator,
      ...secretGenerator,
    ])
    .map(({ name }) => name);

const workloads = (manifests: readonly Manifest[]) =>
  manifests.filter(({ spec }) => spec.template !== undefined);

const labelsOf = ({ spec }: Manifest): Labels => spec.template?.metadata.labels ?? {};

const selects = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([name, value]) => labels[name] === value);

const place = ({ file, metadata }: Manifest): string => `${file}: ${metadata.name}`;
