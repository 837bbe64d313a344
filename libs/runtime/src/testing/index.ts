/** For the tests of services: an issuer of tokens that is a real one. */
export { startIssuer } from './issuer.ts';
export type { IssuedClaims, TestIssuer } from './issuer.ts';
