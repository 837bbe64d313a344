/** The witnesses that a policy names, as they are asked. */
import { parsePolicy } from '@pledgeline/transparency';
import type { Policy } from '@pledgeline/transparency';
import { CannotStart, contentOf } from '../settings.ts';
import type { AskedWitness } from './witness-client.ts';

const SETTING = 'PLEDGELINE_PROOF_WITNESSES';

/** Those that have an address, in the order of the policy. */
export const askedWitnesses = ({ witnesses }: Pick<Policy, 'witnesses'>): readonly AskedWitness[] =>
  witnesses.flatMap(({ name, verifier, url }) =>
    url === null ? [] : [{ name, verifier, url: url.replace(/\/+$/, '') }],
  );

/**
 * @returns the text of the file; null where none is named.
 * @throws {CannotStart} for one that is no policy, whose addresses are none, or whose quorum nobody can be asked for.
 */
export const witnessPolicyIn = (file: string | null): string | null => {
  if (file === null) return null;
  const wrong = (why: string, cause?: unknown): CannotStart =>
    new CannotStart(`${SETTING}=${file}: ${why}`, { cause });
  const text = contentOf(SETTING, file);
  let policy: Policy;
  try {
    policy = parsePolicy(text);
  } catch (error) {
    throw wrong((error as Error).message, error);
  }
  const asked = askedWitnesses(policy);
  for (const { name, url } of asked)
    if (!isAddress(url))
      throw wrong(`the address of ${name} is not one that begins with http:// or https://`);
  if (asked.length === 0) throw wrong('no witness in it has an address, so that nobody can be asked');
  if (!policy.isMetBy(asked.map(({ verifier }) => ({ verifier, time: 0 }))))
    throw wrong('its quorum wants witnesses that have no address, so that they cannot be asked');
  return text;
};

const isAddress = (url: string): boolean => {
  const { protocol, username, search, hash } = URL.parse(url) ?? { protocol: '' };
  return ['http:', 'https:'].includes(protocol) && [username, search, hash].every((part) => part === '');
};
