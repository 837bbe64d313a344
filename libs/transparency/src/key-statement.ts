/** That a log goes on with another key: a note that the key before it has signed. */
import { wholeOf } from './hash-texts.ts';
import { ED25519, keyPartsOf } from './key-text.ts';
import { Refused } from './refused.ts';

export interface KeyStatement {
  readonly origin: string;
  /** Of the key that the log goes on with. */
  readonly verifierKey: string;
  /** Leaves of the signed tree when it was drawn. */
  readonly size: number;
}

const RULE = 'pledgeline-key/v1';

export const keyStatementText = ({ origin, verifierKey, size }: KeyStatement): string =>
  `${RULE}\n${origin}\n${verifierKey}\n${size}\n`;

/** @throws {Refused} for any other text, and for a key of another log. */
export const parseKeyStatement = (text: string): KeyStatement => {
  const [rule, origin = '', verifierKey = '', digits = '', ...rest] = text.split('\n');
  const size = wholeOf(digits);
  const key = keyPartsOf(verifierKey);
  if (rule !== RULE || size === undefined || rest.join('') !== '' || rest.length !== 1)
    throw new Refused(`A change of keys is ${RULE}, an origin, a key and a size, each on a line.`);
  if (key?.type !== ED25519 || key.name !== origin)
    throw new Refused('A change of keys names a key of the same log.');
  return { origin, verifierKey, size };
};

/** The notes in what a log serves of them, oldest first. @throws {Refused} for a text that is not made of notes. */
export const keyStatementsIn = (served: string): readonly string[] => {
  if (served === '') return [];
  const parts = served.replace(/\n$/, '').split('\n\n');
  if (parts.length % 2 === 1)
    throw new Refused('What a log serves of its keys are signed notes, and an empty line between two.');
  return parts.flatMap((text, n) => (n % 2 === 0 ? [`${text}\n\n${parts[n + 1] ?? ''}\n`] : []));
};

/** As a log serves them. @param notes oldest first. */
export const keyStatementsText = (notes: readonly string[]): string => notes.join('\n');
