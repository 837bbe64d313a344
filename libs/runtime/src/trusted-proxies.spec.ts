import type { Log } from '@pledgeline/event-sourcing';
import fc from 'fast-check';
import { isAddressOrRange, isHostName, trustedProxies } from './trusted-proxies.ts';

let warned: unknown[];
beforeEach(() => {
  warned = [];
});
const nothing = (): void => undefined;
const log: Log = { info: nothing, warn: (fields) => warned.push(fields), error: nothing };
const nobody = (): Promise<never> => Promise.reject(new Error('ENOTFOUND'));

it.each([
  ['10.0.0.7', '10.0.0.7', true],
  ['10.0.0.7', '::ffff:10.0.0.7', true],
  ['10.0.0.7', '10.0.0.8', false],
  ['10.0.0.0/30', '10.0.0.3', true],
  ['10.0.0.0/30', '10.0.0.4', false],
  ['10.0.0.0/30', '::ffff:10.0.0.3', true],
  ['2001:db8::1', '2001:db8::1', true],
  ['2001:db8::1', '2001:db8::2', false],
  ['2001:db8::/64', '2001:db8::ffff:1', true],
  ['2001:db8::/64', '2001:db8:0:1::1', false],
  ['10.0.0.7', 'unknown', false],
  ['10.0.0.7', '', false],
])('%s and %s: %j', (named, address, trusted) => {
  expect(trustedProxies([named], nobody, log).trusts(address)).toBe(trusted);
});

it('a name stands for the addresses that it has now, and for none before it is asked for', async () => {
  let addresses: readonly string[] = ['10.1.0.4', '2001:db8::4'];
  const { trusts, refresh } = trustedProxies(
    ['proxy-pods', '192.0.2.1'],
    () => Promise.resolve(addresses),
    log,
  );
  expect([trusts('10.1.0.4'), trusts('192.0.2.1')]).toEqual([false, true]);
  await refresh();
  expect(['10.1.0.4', '2001:db8::4', '192.0.2.1', '10.1.0.5'].map(trusts)).toEqual([true, true, true, false]);
  addresses = ['10.1.0.5'];
  await refresh();
  expect(['10.1.0.4', '10.1.0.5'].map(trusts)).toEqual([false, true]);
});

it('a name that is not found keeps the addresses that it had, and hinders no other', async () => {
  let isAway = false;
  const resolve = (name: string): Promise<string[]> =>
    isAway && name === 'one' ? nobody() : Promise.resolve([name === 'one' ? '10.0.0.1' : '10.0.0.2']);
  const { trusts, refresh } = trustedProxies(['one', 'other'], resolve, log);
  await refresh();
  isAway = true;
  await refresh();
  await refresh();
  expect(['10.0.0.1', '10.0.0.2'].map(trusts)).toEqual([true, true]);
  expect(warned).toEqual([expect.objectContaining({ name: 'one' })]);
});

it('without names and addresses nobody is trusted', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      expect(trustedProxies([], nobody, log).trusts(address)).toBe(false);
    }),
  );
});

it.each(['10.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32', '0.0.0.0/0', '::/0'])('%s is a range', (one) => {
  expect([isAddressOrRange(one), isHostName(one)]).toEqual([true, false]);
});

it.each(['proxy', 'proxy-pods', 'proxy-pods.pledgeline.svc.cluster.local', 'a1', 'ingress.example.org'])(
  '%s is a name',
  (one) => {
    expect([isAddressOrRange(one), isHostName(one)]).toEqual([false, true]);
  },
);

it.each([
  '10.0.0',
  '10.0.0.256',
  '10.0.0.0/33',
  '::/129',
  '10.0.0.0/8/8',
  '10.0.0.0/',
  'a_b',
  '-a',
  'a..b',
  '*',
  'a b',
  '',
])('%j is neither', (one) => {
  expect([isAddressOrRange(one), isHostName(one)]).toEqual([false, false]);
});
