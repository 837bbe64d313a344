/** A refusal that a person meets on his way through our addresses: it is reported as always, and a page says it in place of JSON. */
export class ToldOnPage extends Error {
  override readonly name = 'ToldOnPage';

  /** @param page an address of ours. */
  constructor(
    readonly refusal: unknown,
    readonly page: string,
  ) {
    super('told on a page', { cause: refusal });
  }
}
