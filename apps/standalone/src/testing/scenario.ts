/**
 * Tells a real history to a real server of its own, over HTTP and in the names of those who acted. An act that the server
 * refuses ends the variant, so a scenario cannot pass on less than it says, and so does an answer that is not as docs/openapi.json
 * describes it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { asker } from './ask.ts';
import type { Reply } from './reply.ts';
import { hostStandalone } from './host-standalone.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type Body = Readonly<Record<string, unknown>>;

/** Somebody who acts and asks. */
export interface Voice {
  /** @throws {Error} with the problem when the server refuses. */
  post(path: string, body: Body): Promise<Body>;
  /** The id of what it made. */
  makes(path: string, body: Body): Promise<string>;
  /** The problem; @throws {Error} when the server accepts. */
  isRefused(path: string, body: Body): Promise<Body>;
  /** Asks when the last act of anybody can be seen. */
  get(path: string): Promise<Body>;
  /** Asks until it is so: what policies do follows on its own. */
  until(path: string, isSo: (answer: Body) => boolean): Promise<Body>;
  /** The bare answer, also a refusal or a text. */
  ask(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
}

export interface Scenario {
  readonly url: string;
  /** @param body that a partner without a state speaks for. */
  as(role: string, state?: string, body?: string): Voice;
  close(): Promise<void>;
}

/**
 * @param now where the server's clock stands still (RFC 3339), for a scenario whose figures depend on the day; it runs when absent.
 * @param folder of its data; one that is gone with it when absent.
 */
export const startScenario = async (
  now?: string,
  folder: ReturnType<typeof temporaryFolder> = temporaryFolder(),
): Promise<Scenario> => {
  const server = await hostStandalone({
    PLEDGELINE_DATA: folder.path,
    ...(now !== undefined && { PLEDGELINE_FIXED_TIME: now }),
  });
  const { url } = server;
  const ask = asker(url);
  let last: Body = {};
  let acts = 0;
  const figuresAsked = new Map<string, { readonly acts: number; readonly at: number }>();
  /** Figures asked for before the last act may be given once more: until they are too old for that. */
  const untilFresh = async (path: string): Promise<void> => {
    const asked = figuresAsked.get(path);
    if (asked === undefined || asked.acts === acts) return;
    const left = asked.at + MAX_AGE_MS - performance.now();
    if (left > 0) await pause(Math.ceil(left));
  };
  /** Waits for the last act of anybody in the name of somebody who reads everything: others may not know of it. */
  const seen = async (): Promise<void> => {
    const { after } = last;
    if (typeof after !== 'string') return;
    const reply = await ask(`/missions?after=${encodeURIComponent(after)}`, { headers: AUDITOR });
    if (reply.status >= 300) throw new Error(`${after} cannot be seen: ${JSON.stringify(reply.body)}`);
    if (last.after === after) last = {};
  };

  const as = (role: string, state?: string, body?: string): Voice => {
    const headers = {
      'x-pledgeline-actor': [role, state, body].filter(Boolean).join('.').toLowerCase(),
      'x-pledgeline-role': role,
      ...(state !== undefined && { 'x-pledgeline-state': state }),
      ...(body !== undefined && { 'x-pledgeline-body': body }),
    };
    const post: Voice['post'] = async (path, said) => {
      const reply = await ask(path, { method: 'POST', headers, body: said });
      if (reply.status >= 300) throw new Error(`POST ${path}: ${JSON.stringify(reply.body)}`);
      last = reply.body;
      acts += 1;
      return reply.body;
    };
    const get: Voice['get'] = async (path) => {
      await seen();
      if (FIGURES.test(path)) await untilFresh(path);
      const reply = await ask(path, { headers });
      if (FIGURES.test(path)) figuresAsked.set(path, { acts, at: performance.now() });
      if (reply.status >= 300) throw new Error(`GET ${path}: ${JSON.stringify(reply.body)}`);
      return reply.body;
    };
    return {
      post,
      makes: async (path, said) => idIn(await post(path, said)),
      isRefused: async (path, said) => {
        const reply = await ask(path, { method: 'POST', headers, body: said });
        if (reply.status < 400) throw new Error(`POST ${path} was accepted`);
        return reply.body;
      },
      get,
      until: async (path, isSo) => {
        let answer: Body = {};
        await eventually(async () => isSo((answer = await get(path))));
        return answer;
      },
      ask: (path, more = {}) => ask(path, { headers: { ...headers, ...more } }),
    };
  };
  return {
    url,
    as,
    close: async () => {
      await server.close();
      folder.remove();
    },
  };
};

/** What is answered from figures that may be so old; everything else is as of now. */
const FIGURES = /^\/(?:reports|conferences|missions)\b/;
const MAX_AGE_MS = 2000;

const AUDITOR = { 'x-pledgeline-actor': 'an.auditor', 'x-pledgeline-role': 'AUDITOR' };

export const idIn = ({ location }: Body): string => String(location).split('/').at(-1) ?? '';
