/**
 * Who may do what on the stand-in, as the real server has it without settings of its own: everybody who is signed in reads and
 * writes streams and what is set about them, `$all` is for administrators, and an access list takes the place of both.
 */
import type { Metadata } from '@grpc/grpc-js';
import type { AccessList, StandInUser } from './stand-in.ts';

export interface Access {
  /** Takes the place of what was said of this stream before. */
  set(stream: string, list: AccessList): void;
  /** What hinders the caller, if anything. */
  refuses(
    caller: Metadata,
    right: keyof AccessList,
    stream: string,
  ): 'unauthenticated' | 'denied' | undefined;
}

const EVERYBODY: AccessList = { read: ['$all'], write: ['$all'] };
const ADMINISTRATORS: AccessList = { read: [], write: [] };

/** @param users nobody is asked who he is when absent. */
export const access = (users: Readonly<Record<string, StandInUser>> | undefined): Access => {
  const lists = new Map<string, AccessList>();
  const listOf = (stream: string): AccessList =>
    lists.get(stream) ?? (/^\$[^$]/.test(stream) ? ADMINISTRATORS : EVERYBODY);
  return {
    set: (stream, list) => void lists.set(stream, list),
    refuses(caller, right, stream) {
      if (users === undefined) return undefined;
      const signedIn = signedInAs(caller);
      if (signedIn === undefined) return 'denied';
      const user = users[signedIn.name];
      if (user === undefined || user.password !== signedIn.password) return 'unauthenticated';
      const names = listOf(stream)[right];
      const may = user.admin === true || names.includes(signedIn.name) || names.includes('$all');
      return may ? undefined : 'denied';
    },
  };
};

const signedInAs = (caller: Metadata): { readonly name: string; readonly password: string } | undefined => {
  const [header = ''] = caller.get('authorization');
  const encoded = /^Basic (.+)$/.exec(String(header))?.[1];
  if (encoded === undefined) return undefined;
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { name, password: password.join(':') };
};
