/** The sentences of signing in, in the language of the page. */
import { enSignIn } from './en-sign-in.ts';
import { inLanguage } from './words.ts';

export const sayOfSignIn = (): typeof enSignIn => inLanguage(enSignIn);
