/** The log answers, and has not proved now what it shows: whoever may be at fault, it accuses nobody. */
export class NotProved extends Error {
  override readonly name = 'NotProved';
}
