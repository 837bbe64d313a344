/** Whom pods may reach, and who may reach them, is said by labels or by one address: a range is everybody who has a part of it. */
import type { Manifest, Peer } from './manifests.ts';

/** @returns a sentence for each rule of a policy that lets in, or out to, more than it names. */
export const networkProblems = (manifests: readonly Manifest[]): readonly string[] =>
  manifests
    .filter(({ kind }) => kind === 'NetworkPolicy')
    .flatMap(({ file, metadata, spec: { ingress = [], egress = [] } }) =>
      [
        ...egress.flatMap(({ to = [], ports = [] }) => problemsOf('to whom it lets out', to, ports)),
        ...ingress.flatMap(({ from = [], ports = [] }) => problemsOf('whom it lets in', from, ports)),
      ].map((problem) => `${file}: ${metadata.name} ${problem}`),
    );

const problemsOf = (what: string, peers: readonly Peer[], ports: readonly unknown[]): readonly string[] => [
  ...(peers.length === 0 ? [`must say ${what}`] : []),
  ...(ports.length === 0 ? [`must say by which ports: ${what}`] : []),
  ...peers.flatMap((peer) => (isOne(peer) ? [] : [`must name ${what} by labels of pods, or by one address`])),
];

/** A namespace as a whole, or all pods, is more than one. */
const isOne = ({ ipBlock, podSelector }: Peer): boolean =>
  ipBlock === undefined
    ? Object.keys(podSelector?.matchLabels ?? {}).length > 0
    : /^[\d.]+\/32$|^[\da-f:]+\/128$/.test(ipBlock.cidr);
