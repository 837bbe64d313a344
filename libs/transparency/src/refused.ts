/** What was handed in is not what it should be. The message is one sentence, without what may be confidential. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
