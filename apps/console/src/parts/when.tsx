/** A day for people, with the day for programs. */
import { day } from '../words/numbers.ts';
import { say } from '../words/words.ts';

export const Day = ({ on }: { readonly on: string | null }) =>
  on === null ? <span className="quiet">{say().noDate}</span> : <time dateTime={on}>{day(on)}</time>;
