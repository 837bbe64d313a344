/** For the tests of services: their processes, and an issuer of tokens that is a real one. */
export { browser } from './browser.ts';
export type { Browser, Page } from './browser.ts';
export { startIssuer } from './issuer.ts';
export type { TestIssuer } from './issuer.ts';
export type { IssuedClaims } from './people-at-the-issuer.ts';
export { launch } from './launch.ts';
export type { Ended, Launched, LaunchOptions, LogLine } from './launch.ts';
export { signInLinkOf, signInLinks } from '../sign-in-links.ts';
export { requestClass } from '../validation/request-class.ts';
export type { Fault } from '../validation/request-class.ts';
export type { Constructor } from '../validation/field-readers.ts';
export { standInWitness } from './stand-in-witness.ts';
export type { StandInWitness, WitnessAnswer } from './stand-in-witness.ts';
