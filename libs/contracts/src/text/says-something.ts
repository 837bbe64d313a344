/**
 * Whether a text says anything at all. Blank is what shows nothing: spaces of any width, joiners and marks of direction that
 * stand alone, fillers that only look like letters to a program (U+3164), and the empty pattern of Braille.
 */
const VISIBLE = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;

export const saysSomething = (text: string): boolean => VISIBLE.test(text);
