/** found.md, C5, on needs: who offers to a need adds to what is read with it, so each who is bounded on a pledge is here too. */
import fc from 'fast-check';
import { Rejected } from '@pledgeline/event-sourcing';
import type { CommandMeta } from '@pledgeline/event-sourcing';
import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import { id } from '../testing/a-unit.ts';
import { need, type Need, type NeedCommand } from './need.ts';

const needId = id(1);
const viet: Partial<CommandMeta> = { role: 'MS', onBehalfOf: 'VNM' };
const australia: Partial<CommandMeta> = { role: 'MS', onBehalfOf: 'AUS' };
const desk: Partial<CommandMeta> = { role: 'DESK', onBehalfOf: null };

/** A need of Viet Nam, to which commands are sent one after the other. */
const aNeed = () => {
  let state: Need = need.initialState();
  let sent = 0;
  const send = (type: NeedCommand['type'], data: object, meta: Partial<CommandMeta>): string => {
    sent += 1;
    const command = { type, data: { needId, ...data }, meta: metaFor(meta) } as unknown as NeedCommand;
    try {
      for (const one of need.decide(command, state)) {
        const event = recorded(one, sent);
        const { role, onBehalfOf } = command.meta;
        state = need.evolve(state, { ...event, metadata: { ...event.metadata, role, onBehalfOf } });
      }
      return 'taken';
    } catch (error) {
      if (error instanceof Rejected) return error.code;
      throw error;
    }
  };
  const stated = { kind: 'TRAINING', capabilityCode: null, memberState: 'VNM', body: null, number: 70 };
  const notStated = { neededBy: null, languages: [], conference: null, followsPledge: null, source: null };
  send('PublishNeed', { ...stated, ...notStated, text: 'Training' }, viet);
  const offer = (n: number, text: string, meta: Partial<CommandMeta>, owner: object = {}): string => {
    const who = { memberState: meta.onBehalfOf ?? 'AUS', body: null, ...owner };
    return send('MakeOffer', { offerId: id(100 + n), ...who, text, number: null, pledgeId: null }, meta);
  };
  return { send, offer };
};

const onOffer = (n: number) => ({ offerId: id(100 + n), reason: 'y'.repeat(500) });

it.each([
  ['a state', australia, {}],
  ['a partner', { role: 'PARTNER', onBehalfOf: 'AUS' }, {}],
  ['an implementing body', { role: 'IMPL', onBehalfOf: null }, { memberState: null, body: 'UNITAR' }],
])('offers of %s to a need end with TOO_MUCH; others, and the desk, go on', (_, meta, owner) => {
  const { offer, send } = aNeed();
  let n = 0;
  while (n < 1000 && offer(n, 'x'.repeat(10_000), meta, owner) === 'taken') n += 1;
  expect(n).toBeGreaterThanOrEqual(195);
  expect(n).toBeLessThanOrEqual(200);
  expect(offer(5000, 'x'.repeat(10_000), meta, owner)).toBe('TOO_MUCH');
  expect(offer(5001, 'Two instructors', { role: 'MS', onBehalfOf: 'NPL' })).toBe('taken');
  expect(offer(5002, 'x'.repeat(10_000), desk)).toBe('taken');
  expect(send('WithdrawOffer', onOffer(0), meta)).toBe('taken');
  expect(send('DeclineOffer', onOffer(1), viet)).toBe('taken');
  expect(send('CloseNeed', { reason: 'x'.repeat(10_000) }, viet)).toBe('taken');
});

it('the 2,001st offer of a state is too much, however short', () => {
  const { offer } = aNeed();
  for (let n = 0; n < 2000; n += 1) expect(offer(n, 'One', australia)).toBe('taken');
  expect(offer(2000, 'One', australia)).toBe('TOO_MUCH');
});

it('whoever has used up the bound closes its need and withdraws its offers, whatever it did before', () => {
  const act = fc.record({ length: fc.integer({ min: 5000, max: 10_000 }), own: fc.boolean() });
  fc.assert(
    fc.property(fc.infiniteStream(act), (acts) => {
      const { offer, send } = aNeed();
      let n = 0;
      for (let answer = 'taken'; answer === 'taken' && n < 500; n += 1) {
        const { length, own } = acts.next().value as { length: number; own: boolean };
        answer = offer(n, 'x'.repeat(length), own ? viet : australia);
      }
      expect(send('WithdrawOffer', onOffer(0), desk)).toBe('taken');
      expect(send('CloseNeed', { reason: 'Met' }, viet)).toBe('taken');
    }),
    { numRuns: 3 },
  );
});
