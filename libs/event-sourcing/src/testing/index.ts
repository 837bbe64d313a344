export { metaFor, recorded, specFor } from './spec-for.ts';
export type { Outcome } from './spec-for.ts';
