/** Whose signatures are wanted below a checkpoint: a file as C2SP tlog-policy describes it. */
import { hasControls } from './control-characters.ts';
import { verifierOf } from './note-key.ts';
import type { NoteVerifier } from './note-key.ts';
import type { SignedBy } from './note.ts';
import { Refused } from './refused.ts';

export interface PolicyParty {
  readonly verifier: NoteVerifier;
  /** Where it is asked; null where the file does not say. */
  readonly url: string | null;
}

export interface PolicyWitness extends PolicyParty {
  /** As the file calls it. */
  readonly name: string;
}

export interface Policy {
  /** Empty where the log is known otherwise. */
  readonly logs: readonly PolicyParty[];
  readonly witnesses: readonly PolicyWitness[];
  /** Whether enough of the witnesses have signed. */
  isMetBy(signedBy: readonly SignedBy[]): boolean;
}

type Rule = (signedBy: readonly SignedBy[]) => boolean;

/** @throws {Refused} naming the line that is wrong, from 1. */
export const parsePolicy = (text: string): Policy => {
  const reading = policyReading();
  text.split('\n').forEach((line, n) => {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0]?.startsWith('#') === true) return;
    try {
      if (hasControls(line, '\t')) throw new Refused('it has a control character');
      reading.line(words);
    } catch (error) {
      throw new Refused(`Line ${n + 1} of the policy: ${(error as Error).message}`, { cause: error });
    }
  });
  return reading.policy();
};

const policyReading = () => {
  const logs: PolicyParty[] = [];
  const witnesses: PolicyWitness[] = [];
  const rules = new Map<string, Rule>();
  const grouped = new Set<string>();
  let quorum: Rule | undefined;

  const party = (key: string | undefined, url: string | undefined, more: readonly string[]): PolicyParty => {
    if (key === undefined || more.length > 0)
      throw new Refused('it has a key, and perhaps an address after it');
    return { verifier: verifierOf(key), url: url ?? null };
  };
  const define = (name: string, rule: Rule): void => {
    if (name === 'none' || rules.has(name)) throw new Refused(`the name ${name} is taken`);
    rules.set(name, rule);
  };
  const known = (name: string): Rule => {
    const rule = rules.get(name);
    if (rule === undefined)
      throw new Refused(`${name} is not the name of a witness or a group on a line before`);
    return rule;
  };
  const member = (name: string): Rule => {
    const rule = known(name);
    if (grouped.has(name)) throw new Refused(`${name} is in a group already`);
    grouped.add(name);
    return rule;
  };

  const lines: Readonly<Record<string, (words: readonly string[]) => void>> = {
    log: ([key, url, ...more]) => {
      const log = party(key, url, more);
      if (log.verifier.isWitness) throw new Refused('the key is of a witness');
      mustBeNew(log, logs);
      logs.push(log);
    },
    witness: ([name, key, url, ...more]) => {
      const witness = party(key, url, more);
      if (name === undefined || !witness.verifier.isWitness) throw new Refused('the key is not of a witness');
      mustBeNew(witness, witnesses);
      define(name, (signedBy) => signedBy.some(({ verifier }) => verifier === witness.verifier));
      witnesses.push({ ...witness, name });
    },
    group: ([name, threshold, ...names]) => {
      const wanted = thresholdOf(threshold, names.length);
      if (name === undefined || wanted === undefined)
        throw new Refused('a group has a name, then all, any or how many, then its members');
      const members = names.map(member);
      define(name, (signedBy) => members.filter((rule) => rule(signedBy)).length >= wanted);
    },
    quorum: ([name, ...more]) => {
      if (quorum !== undefined) throw new Refused('there is a quorum already');
      if (name === undefined || more.length > 0) throw new Refused('a quorum is one name, or none');
      quorum = name === 'none' ? () => true : known(name);
    },
  };

  return {
    line: ([word = '', ...words]: readonly string[]): void => {
      const read = Object.hasOwn(lines, word) ? lines[word] : undefined;
      if (read === undefined) throw new Refused(`${word} is not log, witness, group or quorum`);
      read(words);
    },
    policy: (): Policy => {
      if (quorum === undefined) throw new Refused('A policy says which quorum it wants.');
      return { logs, witnesses, isMetBy: quorum };
    },
  };
};

const mustBeNew = ({ verifier }: PolicyParty, others: readonly PolicyParty[]): void => {
  if (others.some((other) => other.verifier.publicKey === verifier.publicKey))
    throw new Refused('the key is there already');
};

const thresholdOf = (threshold: string | undefined, members: number): number | undefined => {
  if (members === 0) return undefined;
  if (threshold === 'all') return members;
  if (threshold === 'any') return 1;
  const number = /^[1-9]\d{0,5}$/.test(threshold ?? '') ? Number(threshold) : 0;
  return number >= 1 && number <= members ? number : undefined;
};
