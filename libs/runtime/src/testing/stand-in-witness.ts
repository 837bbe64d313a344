/** A witness over real HTTP (C2SP tlog-witness): it checks what it is sent as a stock one does, and fails as a test says. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { cosignedPath, openCheckpoint, verifierOf, verifyConsistency } from '@pledgeline/transparency';
import type { Checkpoint } from '@pledgeline/transparency';
import { witness } from '@pledgeline/transparency/testing';

export interface WitnessAnswer {
  readonly status: number;
  readonly body: string;
}

export interface StandInWitness {
  readonly url: string;
  /** A line of a policy. */
  readonly policyLine: string;
  /** What it has signed last, of the one log that it knows. */
  signed: Pick<Checkpoint, 'size' | 'root'>;
  /** Bodies that it was sent, as they came. */
  readonly asked: string[];
  /** Answered in place of what is right; null: never an answer. */
  instead: ((body: string) => WitnessAnswer | null | undefined) | undefined;
  /** The same for what it shows as its newest; undefined: it shows nothing. */
  shown: string | undefined;
  /** By its clock, in seconds since 1970. */
  time: number;
  /** A signature as it makes it. @param text of a note. */
  readonly cosign: (text: string) => string;
  readonly close: () => void;
}

/** @param logKey of the log; null: it knows no log. */
export const standInWitness = async (
  name: string,
  seed: string,
  logKey: string | null,
): Promise<StandInWitness> => {
  const { verifierKey, cosign } = witness(`${name}.example/witness`, seed.repeat(32));
  const log = logKey === null ? null : verifierOf(logKey);
  const http = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      if (request.method === 'GET') {
        const isOurs = log !== null && request.url === `/w/${cosignedPath(log.name)}`;
        response.writeHead(isOurs && self.shown !== undefined ? 200 : 404).end(self.shown ?? 'nothing');
        return;
      }
      self.asked.push(body);
      const instead = self.instead?.(body);
      if (instead === null) return;
      const { status, body: answer } =
        instead ?? (request.url === '/w/add-checkpoint' ? answerTo(body) : { status: 404, body: 'no door' });
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(answer);
    })();
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/w`;

  const answerTo = (body: string): WitnessAnswer => {
    const end = body.indexOf('\n\n');
    const [first = '', ...path] = body.slice(0, end).split('\n');
    const note = body.slice(end + 2);
    const old = Number(/^old (\d+)$/.exec(first)?.[1] ?? Number.NaN);
    if (log === null || note.split('\n', 1)[0] !== log.name) return { status: 404, body: 'unknown log\n' };
    let head: Checkpoint;
    try {
      head = openCheckpoint(note, log);
    } catch {
      return { status: 403, body: 'no signature of a known key\n' };
    }
    if (!(old <= head.size)) return { status: 400, body: 'bad old size\n' };
    const { size, root } = self.signed;
    if (old !== size) return { status: 409, body: `${size}\n` };
    if (size === head.size && size > 0 && Buffer.compare(root, head.root) !== 0)
      return { status: 409, body: `${size}\n` };
    const hashes = path.map((hash) => Buffer.from(hash, 'base64'));
    const goesOn =
      old === 0
        ? path.length === 0
        : verifyConsistency({
            ...{ from: old, to: head.size, fromRoot: root, toRoot: head.root },
            path: hashes,
          });
    if (!goesOn) return { status: 422, body: 'bad consistency proof\n' };
    self.signed = head;
    return { status: 200, body: self.cosign(note.slice(0, note.lastIndexOf('\n\n') + 1)) };
  };

  const self: StandInWitness = {
    url,
    policyLine: `witness ${name} ${verifierKey} ${url}`,
    signed: { size: 0, root: Buffer.alloc(32) },
    asked: [],
    instead: undefined,
    shown: undefined,
    time: 1_800_000_000,
    cosign: (signedText) => cosign(signedText, self.time),
    close: () => {
      http.close();
      http.closeAllConnections();
    },
  };
  return self;
};
