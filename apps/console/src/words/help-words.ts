/** The sentences of the help page, in the language of the page. */
import { enHelp } from './en-help.ts';
import { inLanguage } from './words.ts';

export const sayOfHelp = (): typeof enHelp => inLanguage(enHelp);
