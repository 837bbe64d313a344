/** Whether somebody would rather have a page than data, as browsers would. */
import Negotiator from 'negotiator';

export const HTML = 'text/html';

export const prefersPage = (request: {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}): boolean => {
  const { accept } = request.headers;
  const headers = typeof accept === 'string' ? { accept } : {};
  return new Negotiator({ headers }).mediaType(['application/json', HTML]) === HTML;
};
