/** What a bundle says of itself to whoever opens it in ten years, without us. */
import type { Audience } from '@pledgeline/transparency';

export interface OfBundle {
  readonly origin: string;
  readonly treeSize: number;
  readonly exportedAt: string;
  readonly audience: Audience;
}

export const audienceText = ({ role, state }: Audience): string =>
  state === null ? role : `${role} ${state}`;

export const bundleReadme = ({ origin, treeSize, exportedAt, audience }: OfBundle): string =>
  `Events of the log ${origin}, proved to be in its signed tree of ${treeSize} leaves.
Exported ${exportedAt} for ${audienceText(audience)}: what others may read only is kept back.

checkpoint     the signed head of the tree (C2SP tlog-checkpoint)
events.jsonl   an event on each line: a part that is shown has a salt and a text, any other its digest alone
proofs.jsonl   on the same line, its place in the tree and the hashes from there to the root, in base64 (RFC 6962)
manifest.json  what is in this archive, with the SHA-256 of each file
manifest.note  that the log has signed that list: pledgeline-bundle/v1, the origin, and the SHA-256 of manifest.json
schemas/       what the data of events means, as JSON Schema, in its newest version
rules/         the rules that events were decided under
report.html    the events for people. It is a rendering and proves nothing

With our program, offline:

  pledgeline audit verify FILE.zip --key KEY

Without it, with unzip, jq and sha256sum (bash). KEY is the key of the log, as it was given to you by another way.

  unzip FILE.zip -d bundle && cd bundle
  jq -r '.files[] | .sha256 + "  " + .path' manifest.json | sha256sum --check
  sed -n 3p manifest.note; sha256sum manifest.json

The entry of the event on line N, which is hashed into the tree:

  sed -n Np events.jsonl > opening.json
  { echo pledgeline-event/v1; jq -c '.units[]' opening.json | while read -r u; do
    jq -e -r '.digest // empty' <<<"$u" || jq -j '.salt+.text' <<<"$u" | sha256sum | cut -c1-64; done; } | sha256sum

Signatures and paths are checked by any program for signed notes and for RFC 6962, such as golang.org/x/mod/sumdb/note
and golang.org/x/mod/sumdb/tlog. The key of manifest.note is that of the log under the name ${origin}/bundle.
`;
