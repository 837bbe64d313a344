/** The API, as its document describes it: questions are asked here and nowhere else. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import type { paths } from '../generated/openapi.d.ts';
import { refusalOf, Unanswered } from './problem.ts';

const client = createClient<paths>({ baseUrl: '/', headers: { accept: 'application/json' } });

type GetPath = {
  [P in keyof paths]: paths[P] extends { get: { responses: unknown } } ? P : never;
}[keyof paths];
type Operation<P extends GetPath> = paths[P] extends { get: infer O } ? O : never;
export type Parameters<P extends GetPath> =
  Operation<P> extends { parameters: infer Q } ? Pick<Q, keyof Q & ('query' | 'path')> : never;
export type Answer<P extends GetPath> =
  Operation<P> extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : never;

/** What was answered, and its ETag: the revision that a command may be sent against. */
export interface Answered<A> {
  readonly body: A;
  readonly etag: string | null;
}

export interface HowToAsk<A> {
  /** What somebody is answered who has not signed in. */
  readonly asNobody?: boolean;
  /** What is known already: where it still holds, the server sends nothing. */
  readonly known?: Answered<A> | undefined;
}

/** @throws {Refused | Unanswered} */
export const ask = async <P extends GetPath>(
  path: P,
  params: Parameters<P>,
  signal?: AbortSignal,
  { asNobody = false, known }: HowToAsk<Answer<P>> = {},
): Promise<Answered<Answer<P>>> => {
  // The client's own types of options and answer follow from the path, which is a variable here.
  const options = {
    params,
    ...(signal && { signal }),
    ...(asNobody && { credentials: 'omit' }),
    ...(known?.etag && { headers: { 'if-none-match': known.etag } }),
  } as never;
  const { data, error, response } = (await reached(client.GET(path, options))) as Got<Answer<P>>;
  if (known !== undefined && response.status === NOT_MODIFIED) return known;
  if (data === undefined) throw refusalOf(response, error);
  return { body: data, etag: response.headers.get('etag') };
};

const NOT_MODIFIED = 304;

interface Got<A> {
  readonly data?: A;
  readonly error?: unknown;
  readonly response: Response;
}

export type Asked<A> = UseQueryResult<Answered<A>>;

export interface HowAsked {
  /** False to wait until the parameters are known. */
  readonly enabled?: boolean;
  /** What is shown stays while another view of the same thing is on its way. */
  readonly isKept?: boolean;
  /** What is shown is not looked at again by itself: somebody is at work on it. */
  readonly isStill?: boolean;
  /** As it is answered to who has not signed in. */
  readonly asNobody?: boolean;
}

export const useAsked = <P extends GetPath>(
  path: P,
  params: Parameters<P>,
  { enabled = true, isKept = false, isStill = false, asNobody = false }: HowAsked = {},
): Asked<Answer<P>> => {
  const cache = useQueryClient();
  return useQuery({
    queryKey: asNobody ? [path, params, 'nobody'] : [path, params],
    queryFn: ({ signal, client: queries, queryKey }) =>
      ask(path, params, signal, { asNobody, known: queries.getQueryData(queryKey) }),
    enabled,
    // While it is looked at, and not for everybody: what is public moves slowly, and has many readers.
    refetchInterval: () => (isPast(params) || !isSignedIn(cache) ? false : LOOK_AGAIN_MS),
    ...(isKept && { placeholderData: sameThing(params) as never }),
    ...(isStill && { refetchOnWindowFocus: false, refetchOnReconnect: false, refetchInterval: false }),
  });
};

export const SESSION_KEY = ['/session'] as const;
const LOOK_AGAIN_MS = 60_000;

const isSignedIn = (queries: QueryClient): boolean =>
  Boolean(queries.getQueryData<{ readonly session: unknown }>(SESSION_KEY)?.session);

/** What was known at a moment, or stood after an event, stays so. */
const isPast = (params: unknown): boolean => {
  const { query } = params as { readonly query?: Readonly<Record<string, unknown>> };
  return query?.['knownAt'] !== undefined || query?.['atRevision'] !== undefined;
};

/** The library's type of it depends on the answer's, which is open here. */
const sameThing =
  (params: unknown) =>
  (before: unknown, query?: { readonly queryKey: readonly unknown[] }): unknown =>
    pathOf(query?.queryKey[1]) === pathOf(params) ? before : undefined;

const pathOf = (params: unknown): string =>
  JSON.stringify((params as { readonly path?: unknown } | undefined)?.path);

const reached = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Unanswered((error as Error).message, { cause: error });
  }
};
