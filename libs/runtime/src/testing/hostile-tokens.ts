/** Tokens that no library would make: written by hand, as an attacker does. */
import { createHmac } from 'node:crypto';
import type { TestIssuer } from './issuer.ts';

type Part = Readonly<Record<string, unknown>>;

/** With the claims of an honest token, and no signature at all. */
export const unsigned = async (issuer: TestIssuer, alg: string): Promise<string> =>
  `${await forged(issuer, { alg })}.`;

/** Signed with what everybody knows, the public key in PEM, as if it were a shared secret. */
export const signedWithThePublicKey = async (issuer: TestIssuer): Promise<string> => {
  const { kid, publicPem } = issuer.key();
  const said = await forged(issuer, { alg: 'HS256', kid });
  return `${said}.${createHmac('sha256', publicPem).update(said).digest('base64url')}`;
};

/** Another's claims under the signature of an honest token. */
export const changedAfterwards = async (issuer: TestIssuer, claims: Part): Promise<string> => {
  const [header = '', payload = '', signature = ''] = (await issuer.sign()).split('.');
  return `${header}.${encoded({ ...decoded(payload), ...claims })}.${signature}`;
};

const forged = async (issuer: TestIssuer, header: Part): Promise<string> => {
  const [, payload = ''] = (await issuer.sign({ roles: ['ADMIN'] })).split('.');
  return `${encoded({ typ: 'at+jwt', ...header })}.${payload}`;
};

const encoded = (part: Part): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const decoded = (part: string): Part => JSON.parse(Buffer.from(part, 'base64url').toString()) as Part;
