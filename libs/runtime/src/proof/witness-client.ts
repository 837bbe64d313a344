/** Asks one witness for its signature below a head of the log, over HTTP (C2SP tlog-witness). It tells what went wrong in words, and believes nothing. */
import { cosignatureIn, cosignedPath, knownSizeIn, submissionText } from '@pledgeline/transparency';
import type { NoteVerifier, SignedHead, WitnessFailure } from '@pledgeline/transparency';

/** One that the policy names with an address. */
export interface AskedWitness {
  readonly name: string;
  readonly verifier: NoteVerifier;
  /** Its submission prefix, without a slash at its end. */
  readonly url: string;
}

/** The witness has not signed, and why. */
export class NotCosigned extends Error {
  override readonly name = 'NotCosigned';
  readonly code: WitnessFailure['code'];
  /** Leaves that it knows, where it said so. */
  readonly known: number | null;

  constructor(code: WitnessFailure['code'], message: string, known: number | null = null) {
    super(message);
    this.code = code;
    this.known = known;
  }
}

export interface WitnessClient {
  readonly witness: AskedWitness;
  /**
   * Asks for the signature of a head; where the witness knows another size than was thought, once more from that one.
   * @param pathFrom the hashes that prove that the head goes on from a smaller tree.
   * @returns the line of its signature.
   * @throws {NotCosigned}
   */
  cosign(head: Pick<SignedHead, 'size' | 'note'>, pathFrom: PathFrom): Promise<string>;
  /**
   * What it shows as its newest of the log.
   * @returns a note, of whomever; null where it shows none.
   * @throws {NotCosigned} where it does not answer.
   */
  newest(origin: string): Promise<string | null>;
}

export type PathFrom = (size: number) => readonly Uint8Array[];

interface Answer {
  readonly status: number;
  readonly text: string;
}

const OK = 200;
const NOT_FOUND = 404;
const CONFLICT = 409;
const UNPROCESSABLE = 422;
const TOO_MANY = 429;
const SERVER_FAULT = 500;
/** More than any answer has to be. */
const MOST_BYTES = 65_536;
/** Of what a witness says, as much as a line of a log may have. */
const MOST_WORDS = 200;

/** @param timeoutMs how long one answer is waited for. */
export const witnessClient = (
  witness: AskedWitness,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal },
): WitnessClient => {
  /** Leaves that it has signed last, as far as that is known. */
  let known = 0;

  const asked = async (path: string, body?: string): Promise<Answer> => {
    try {
      const answer = await fetch(`${witness.url}/${path}`, {
        ...(body !== undefined && { method: 'POST', body }),
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      return { status: answer.status, text: await textOf(answer) };
    } catch (error) {
      if (error instanceof NotCosigned) throw error;
      const { cause, message } = error as Error;
      throw new NotCosigned('AWAY', cause instanceof Error ? `${message}: ${cause.message}` : message);
    }
  };

  const submitted = async (
    old: number,
    { note }: Pick<SignedHead, 'note'>,
    pathFrom: PathFrom,
  ): Promise<Answer> => asked('add-checkpoint', submissionText(old, pathFrom(old), note));

  return {
    witness,
    cosign: async (head, pathFrom) => {
      const from = known <= head.size ? known : 0;
      let answer = await submitted(from, head, pathFrom);
      if (answer.status === CONFLICT) {
        known = toldSize(answer);
        if (known > head.size)
          throw new NotCosigned(
            'AHEAD',
            `it has signed ${known} leaves, and this head has ${head.size}`,
            known,
          );
        answer = await submitted(known, head, pathFrom);
        if (answer.status === CONFLICT) throw conflict(known, toldSize(answer));
      }
      if (answer.status !== OK) throw refused(answer, known);
      try {
        const line = cosignatureIn(answer.text, head.note, witness.verifier);
        known = head.size;
        return line;
      } catch (error) {
        throw new NotCosigned('REFUSED', (error as Error).message);
      }
    },
    newest: async (origin) => {
      const answer = await asked(cosignedPath(origin));
      if (answer.status === OK) return answer.text;
      if (answer.status >= SERVER_FAULT || answer.status === TOO_MANY) throw refused(answer, null);
      return null;
    },
  };
};

const toldSize = ({ text }: Answer): number => {
  const size = knownSizeIn(text);
  if (size === undefined)
    throw new NotCosigned('REFUSED', 'its answer 409 does not say how many leaves it knows');
  return size;
};

/** A second time, although it was asked from what it said. */
const conflict = (said: number, now: number): NotCosigned =>
  said === now
    ? new NotCosigned('CONTRADICTED', `it has signed another tree of ${now} leaves`, now)
    : new NotCosigned(
        'AWAY',
        `it says that it knows ${said} leaves, and then ${now}: somebody else asks it, too`,
        now,
      );

const refused = ({ status, text }: Answer, known: number | null): NotCosigned => {
  const words = `it answers ${status}: ${inALine(text)}`;
  if (status === UNPROCESSABLE)
    return new NotCosigned(
      'CONTRADICTED',
      `to it this does not go on from what it signed before; ${words}`,
      known,
    );
  if (status === TOO_MANY || status >= SERVER_FAULT) return new NotCosigned('AWAY', words);
  return new NotCosigned('REFUSED', status === NOT_FOUND ? `${words} (does it know the log?)` : words);
};

const inALine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_WORDS);

/** @throws {NotCosigned} for one that does not end. */
const textOf = async (answer: Response): Promise<string> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new NotCosigned('REFUSED', `its answer has more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
};
