/** The manifests as they lie in this folder, and of each the parts that the rules look at. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly ports?: readonly { readonly name: string }[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly envFrom?: readonly { readonly configMapRef?: Named; readonly secretRef?: Named }[];
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly startupProbe?: Probe;
  readonly resources?: { readonly requests?: Amounts; readonly limits?: Amounts };
  readonly securityContext?: {
    readonly allowPrivilegeEscalation?: boolean;
    readonly readOnlyRootFilesystem?: boolean;
    readonly capabilities?: { readonly drop?: readonly string[] };
  };
  readonly volumeMounts?: readonly (Named & { readonly mountPath: string; readonly readOnly?: boolean })[];
}

export interface Pod {
  readonly enableServiceLinks?: boolean;
  readonly automountServiceAccountToken?: boolean;
  readonly securityContext?: {
    readonly runAsNonRoot?: boolean;
    readonly runAsUser?: number;
    readonly seccompProfile?: { readonly type: string };
  };
  readonly containers: readonly Container[];
  readonly volumes?: readonly (Named & {
    readonly configMap?: Named;
    readonly secret?: { readonly secretName: string; readonly defaultMode?: number };
  })[];
}

export interface Manifest {
  /** Path from this folder. */
  readonly file: string;
  /** The whole of it, for the check against the Kubernetes API. */
  readonly content: object;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  /** Empty for a kind that has none, such as a namespace. */
  readonly spec: {
    readonly selector?: Selector & Labels;
    readonly podSelector?: Selector;
    readonly ingress?: readonly { readonly from?: readonly Peer[]; readonly ports?: readonly unknown[] }[];
    readonly egress?: readonly { readonly to?: readonly Peer[]; readonly ports?: readonly unknown[] }[];
    readonly ports?: readonly { readonly targetPort: string }[];
    readonly template?: { readonly metadata: { readonly labels: Labels }; readonly spec: Pod };
    readonly volumeClaimTemplates?: readonly { readonly metadata: Named }[];
  };
}

/** Who may be reached by a policy, or reach. */
export interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string };
}

export interface Kustomization {
  readonly file: string;
  readonly resources?: readonly string[];
  readonly patches?: readonly { readonly path: string }[];
  readonly images?: readonly { readonly name: string; readonly newTag?: string; readonly digest?: string }[];
  readonly configMapGenerator?: readonly Generator[];
  readonly secretGenerator?: readonly Generator[];
}

interface Generator extends Named {
  readonly files?: readonly string[];
  readonly literals?: readonly string[];
}

interface Named {
  readonly name: string;
}
interface Probe {
  readonly httpGet?: { readonly path: string; readonly port: string };
  readonly tcpSocket?: { readonly port: string };
}
type Amounts = Readonly<Record<string, string>>;
export type Labels = Readonly<Record<string, string>>;
interface Selector {
  readonly matchLabels?: Labels;
}

/** A file's text by its path from this folder. */
export type Files = ReadonlyMap<string, string>;

const here = import.meta.dirname;

/** Every YAML file of this folder, and the proxy's, which `base` takes its files from. */
export const manifestFiles = (): Files => {
  const names = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  return new Map(
    [...names, '../proxy/kustomization.yaml']
      .sort()
      .map((name) => [name, readFileSync(join(here, name), 'utf8')]),
  );
};

/** Patches are no manifests: lists of operations, which their kustomization names. */
export const manifestsOf = (files: Files): readonly Manifest[] =>
  [...files]
    .filter(([file]) => !file.endsWith('kustomization.yaml'))
    .flatMap(([file, text]) =>
      parseAllDocuments(text).map((document) => ({ file, content: contentOf(document) })),
    )
    .filter(({ content }) => !Array.isArray(content))
    .map(({ file, content }) => ({ file, content, ...content, spec: content.spec ?? {} }));

const contentOf = (document: { toJS(): unknown }) =>
  document.toJS() as Pick<Manifest, 'kind' | 'metadata'> & Partial<Pick<Manifest, 'spec'>>;

export const kustomizationsOf = (files: Files): readonly Kustomization[] =>
  [...files]
    .filter(([file]) => file.endsWith('kustomization.yaml'))
    .map(([file, text]) => ({ ...(parse(text) as Omit<Kustomization, 'file'>), file }));

/** Where a path that a kustomization names leads, from this folder. */
export const pathFrom = (kustomization: Kustomization, path: string): string =>
  relative(here, resolve(here, dirname(kustomization.file), path));
