/** As much of a browser as a sign-in needs: it keeps cookies by host and path, and follows redirections. */

export interface Page {
  readonly status: number;
  readonly url: string;
  readonly headers: Headers;
  /** Of a JSON answer; an empty object for others. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Browser {
  /** As when an address is typed, or a link followed: GET, and on through all redirections. */
  open(url: string): Promise<Page>;
  /** GET, without following where it leads. */
  look(url: string): Promise<Page>;
  post(url: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Page>;
  /** `name=value` of each cookie that it would send there. */
  cookies(url: string): readonly string[];
  /** With the same cookies; what one learns later the other does not. */
  copy(): Browser;
}

interface Cookie {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

const MOST_REDIRECTIONS = 12;

/** @param moved what the addresses of one server begin with in links, and where that server really is. */
export const browser = (
  moved: readonly (readonly [string, string])[] = [],
  start: readonly Cookie[] = [],
): Browser => {
  let jar = [...start];
  const real = (url: string): string => {
    const found = moved.find(([from]) => url.startsWith(from));
    return found === undefined ? url : found[1] + url.slice(found[0].length);
  };
  const sent = (url: URL): readonly string[] =>
    jar
      .filter(({ host, path }) => host === url.host && url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`);
  const keep = (url: URL, headers: Headers): void => {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const attribute = (of: string): string | undefined =>
        attributes.find((one) => one.toLowerCase().startsWith(`${of}=`))?.slice(of.length + 1);
      const cookie = { host: url.host, path: attribute('path') ?? '/', name, value };
      jar = jar.filter((one) => !(one.host === cookie.host && one.name === name && one.path === cookie.path));
      const expires = attribute('expires');
      if (expires === undefined || Date.parse(expires) > Date.now()) jar.push(cookie);
    }
  };
  const ask = async (address: string, init: RequestInit = {}): Promise<Page> => {
    const url = new URL(real(address));
    const headers = { ...(init.headers as object), cookie: sent(url).join('; ') };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    keep(url, answer.headers);
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    const body = isJson ? ((await answer.json()) as Page['body']) : (await answer.text(), {});
    return { status: answer.status, url: url.href, headers: answer.headers, body };
  };
  const open = async (address: string): Promise<Page> => {
    let page = await ask(address);
    for (let count = 0; count < MOST_REDIRECTIONS; count += 1) {
      const to = page.headers.get('location');
      if (page.status < 300 || page.status > 399 || to === null) return page;
      page = await ask(new URL(to, page.url).href);
    }
    throw new Error(`${address} leads in a circle`);
  };
  return {
    open,
    look: (address) => ask(address),
    post: (address, body, headers = {}) =>
      ask(address, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    cookies: (address) => sent(new URL(real(address))),
    copy: () => browser(moved, jar),
  };
};
