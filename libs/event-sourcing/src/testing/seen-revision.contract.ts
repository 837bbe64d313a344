/** What a named revision means to a sender who may read only a part of a stream. Part of the event store's contract. */
import fc from 'fast-check';
import type { EventStore } from '../event-store.ts';
import type { EventToAppend } from '../event.ts';
import { handleCommand } from '../handle-command.ts';
import type { ChangedSince } from '../rejected.ts';
import { add, addedEvents, counter, counterCatalogue, newStream } from './counter.ts';

/** Whose event it is: `public` is for all, `hidden` for others, `own` as well, but written by the sender. */
type Kind = 'public' | 'hidden' | 'own';

const SENDER = { actor: 'somebody', role: 'MS', onBehalfOf: 'RWA' };

const eventOf = (kind: Kind): EventToAppend => {
  const [event] = addedEvents(1);
  if (event === undefined) throw new Error('one was asked for');
  const who = kind === 'own' ? SENDER : {};
  const visibility = kind === 'public' ? 'PUBLIC' : 'INTERNAL';
  return { ...event, metadata: { ...event.metadata, ...who, visibility } };
};

export const seenRevisionContract = (opened: () => EventStore): void => {
  describe('a sender who reads a part', () => {
    let store: EventStore;
    const handler = () =>
      handleCommand({
        store,
        decider: counter,
        catalogue: counterCatalogue,
        reads: ({ metadata }, _, { role }) => metadata.visibility === 'PUBLIC' || role === 'DESK',
      });
    beforeEach(() => {
      store = opened();
    });

    const streamOf = async (...kinds: readonly Kind[]): Promise<string> => {
      const stream = newStream();
      if (kinds.length > 0) await store.append(stream, 'no-stream', kinds.map(eventOf));
      return stream;
    };
    const send = (stream: string, named: number, amounts = [1]) =>
      handler()(stream, add(amounts, SENDER), named);

    it('is not refused for what he may not read, and is decided on all there is', async () => {
      const stream = await streamOf('public', 'hidden', 'hidden');
      expect(await send(stream, 0)).toMatchObject({ revision: 3, repeated: false });
      expect((await handler().load(stream)).state).toEqual({ total: 4, events: 4 });
    });

    it('is refused for what he may read, and told that alone', async () => {
      const stream = await streamOf('public', 'hidden', 'public', 'hidden', 'public', 'hidden');
      const refusal = await send(stream, 0).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'VERSION_CONFLICT', expected: 0, actual: 4 });
      expect(refusal).toMatchObject({ since: [{ revision: 2 }, { revision: 4 }] });
      expect(refusal).toHaveProperty('message', `${stream} is at 4, not at 0`);
    });

    it('cannot tell a hidden revision from one that does not exist', async () => {
      const stream = await streamOf('public', 'hidden');
      for (const named of [1, 2]) {
        await expect(send(stream, named)).rejects.toMatchObject({ expected: named, actual: 0, since: [] });
      }
    });

    it('may name what he wrote himself, until something that he may read has come', async () => {
      const stream = await streamOf('public', 'own', 'hidden');
      expect(await send(stream, 1)).toMatchObject({ revision: 3 });
      const later = await streamOf('public', 'own', 'hidden', 'public');
      await expect(send(later, 1)).rejects.toMatchObject({ actual: 3, since: [{ revision: 3 }] });
    });

    it('may not name what another wrote in his role, or for his state', async () => {
      const [event] = [eventOf('hidden')];
      for (const who of [
        { ...SENDER, actor: 'another' },
        { ...SENDER, role: 'IMPL' },
        { ...SENDER, onBehalfOf: 'KOR' },
      ]) {
        const stream = await streamOf('public');
        await store.append(stream, 0, [
          { ...event, id: eventOf('own').id, metadata: { ...event.metadata, ...who } },
        ]);
        await expect(send(stream, 1)).rejects.toMatchObject({ actual: 0 });
      }
    });

    it('is answered with the last revision that he may read when nothing follows', async () => {
      const many: readonly Kind[] = Array.from({ length: 450 }, () => 'hidden');
      for (const stream of [await streamOf('public', 'hidden'), await streamOf('public', ...many)]) {
        expect(await send(stream, 0, [])).toMatchObject({ revision: 0, events: [] });
        expect(await handler()(stream, add([], SENDER))).toMatchObject({ revision: 0 });
      }
    });

    it('is not held up by hidden events that are written at the same time', async () => {
      const stream = await streamOf('public');
      const handle = handler();
      const official = (n: number) => handle(stream, add([n], { role: 'DESK' }));
      await handle.load(stream);
      const hidden = { ...(await store.read(stream))[0], ...eventOf('hidden') };
      const [sent] = await Promise.all([
        send(stream, 0),
        store.append(stream, 0, [hidden]).catch(() => official(1)),
      ]);
      expect(sent.repeated).toBe(false);
      expect((await handle.load(stream)).state.events).toBe(3);
    });

    it('names rightly the last revision that he reads, or one of his own after it, and no other', async () => {
      const kinds = fc.array(fc.constantFrom<Kind>('public', 'hidden', 'own'), {
        minLength: 1,
        maxLength: 6,
      });
      await fc.assert(
        fc.asyncProperty(kinds, fc.boolean(), async (plan, loadsFirst) => {
          const last = plan.lastIndexOf('public');
          for (let named = 0; named <= plan.length; named += 1) {
            const stream = await streamOf(...plan);
            const handle = handler();
            if (loadsFirst) await handle.load(stream);
            const fits = named === last || (named > last && plan[named] === 'own');
            const outcome = await handle(stream, add([1], SENDER), named).then(
              ({ revision }) => revision,
              (error: unknown) => {
                const { code, actual } = error as ChangedSince;
                return { code, actual };
              },
            );
            const refused = { code: 'VERSION_CONFLICT', actual: last < 0 ? null : last };
            expect(outcome).toEqual(fits ? plan.length : refused);
          }
        }),
        { numRuns: 25 },
      );
    });
  });
};
