/** The sentences about proofs, in the language of the page. */
import { enProof } from './en-proof.ts';
import { inLanguage } from './words.ts';

export const sayOfProof = (): typeof enProof => inLanguage(enProof);
