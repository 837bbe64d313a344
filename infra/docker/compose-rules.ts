/** What the compose file must hold to beyond its schema: contained, limited, healthy, and reached through one port. */

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, Network | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

interface Network {
  readonly internal?: boolean;
}

export interface ComposeService {
  readonly image: string;
  readonly build?: object;
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly logging?: { readonly options?: { readonly 'max-size'?: string } };
  /** Null is passed on from who starts it, where it is set. */
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition?: string }>>;
  readonly healthcheck?: object;
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly memory?: string } } };
}

/** The only service that is reached from outside the compose file's networks. */
const DOOR = 'proxy';

/** The one network with a way out, for those who check tokens: by it they ask the issuer for its keys. */
const WAY_OUT = 'issuer';

/** @returns a sentence for each thing that is wrong, naming the service. */
export const composeProblems = (file: ComposeFile): readonly string[] =>
  Object.entries(file.services).flatMap(([name, service]) =>
    [
      ...uncontained(service),
      ...unpinned(service),
      ...open(name, service, file),
      ...passwords(service),
      ...unproved(service),
      ...unknown(service, file),
    ].map((problem) => `${name} ${problem}`),
  );

const uncontained = (service: ComposeService): readonly string[] =>
  unless({
    'must restart by itself': service.restart === 'unless-stopped',
    'must drop all capabilities': service.cap_drop?.includes('ALL') === true,
    'must not gain rights': service.security_opt?.includes('no-new-privileges:true') === true,
    'must limit its memory': service.deploy?.resources?.limits?.memory !== undefined,
    'must limit its log': service.logging?.options?.['max-size'] !== undefined,
    'must say when it is healthy': service.healthcheck !== undefined || service.build !== undefined,
    'must not write to its image': service.build === undefined || service.read_only === true,
  });

const unpinned = ({ image, build }: ComposeService): readonly string[] =>
  unless({
    'must name the version of its image': build !== undefined || /:\d+\.\d+\.\d+[^:]*$/.test(image),
    'must not run the latest image': !image.endsWith(':latest'),
  });

const open = (
  name: string,
  { ports = [], networks, environment = {} }: ComposeService,
  file: ComposeFile,
): readonly string[] =>
  unless({
    'must publish its port on the loopback address only': ports.every((port) =>
      port.startsWith('127.0.0.1:'),
    ),
    [`must not publish a port, which ${DOOR} does`]: name === DOOR || ports.length === 0,
    [`must be on internal networks only, as it is not ${DOOR}`]:
      name === DOOR ||
      networks.every((network) => network === WAY_OUT || file.networks[network]?.internal === true),
    [`must not be on ${WAY_OUT}, as it checks no tokens`]:
      environment['OIDC_ISSUER'] !== undefined || !networks.includes(WAY_OUT),
  });

/** A password belongs into the environment of the person who starts it: `${NAME:?why}`, or passed on by its name alone. */
const passwords = ({ environment = {} }: ComposeService): readonly string[] =>
  Object.entries(environment)
    .filter(([name, value]) => /PASSWORD|SECRET|TOKEN|KEY$/.test(name) && value?.startsWith('${') === false)
    .map(([name]) => `must not have ${name} written down`);

/** Who keeps the log of proofs reads its keys and cannot change them, and its file outlives the container. */
const unproved = ({ environment = {}, volumes = [], command = [] }: ComposeService): readonly string[] => {
  const keys = environment['PLEDGELINE_PROOF_KEYS'];
  const keeps = command.some((argument) => argument.startsWith('apps/reporting/'));
  return unless({
    'must keep the log of proofs, and no other': keeps === (keys !== undefined),
    'must mount the keys of the log of proofs read-only':
      !keeps || volumes.some((volume) => volume.endsWith(`:${keys ?? ''}:ro`)),
    'must have /data on a named volume': !keeps || volumes.some((volume) => /^[\w-]+:\/data$/.test(volume)),
  });
};

const unknown = (service: ComposeService, file: ComposeFile): readonly string[] => {
  const { depends_on: needed = {}, networks, volumes = [] } = service;
  const named = volumes.map((volume) => volume.split(':')[0] ?? '').filter((source) => /^\w/.test(source));
  return [
    ...Object.entries(needed)
      .filter(([name, { condition }]) => !(name in file.services) || condition !== 'service_healthy')
      .map(([name]) => `must wait until ${name} is healthy, and there must be one`),
    ...networks.filter((name) => !(name in file.networks)).map((name) => `is on no network ${name}`),
    ...named.filter((name) => !(name in file.volumes)).map((name) => `has no volume ${name}`),
  ];
};

const unless = (rules: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.entries(rules).flatMap(([problem, holds]) => (holds ? [] : [problem]));
