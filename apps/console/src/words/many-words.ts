/** The sentences of doing the same to many, in the language of the page. */
import { enMany } from './en-many.ts';
import { inLanguage } from './words.ts';

export const sayOfMany = (): typeof enMany => inLanguage(enMany);
