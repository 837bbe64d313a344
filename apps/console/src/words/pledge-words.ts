/** The sentences of the page of a pledge that only who opens it needs, in the language of the page. */
import { enPledge } from './en-pledge.ts';
import { inLanguage } from './words.ts';

export const sayOfPledge = (): typeof enPledge => inLanguage(enPledge);
