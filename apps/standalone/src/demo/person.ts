/** Who acts in the demo. */
export interface Person {
  readonly actor: string;
  readonly role: string;
  /** ISO 3166 alpha-3, for people who speak for a state. */
  readonly state?: string;
}
