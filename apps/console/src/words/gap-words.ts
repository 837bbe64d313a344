/** The sentences about gaps, in the language of the page. */
import { enGaps } from './en-gaps.ts';
import { inLanguage } from './words.ts';

export const sayOfGaps = (): typeof enGaps => inLanguage(enGaps);
