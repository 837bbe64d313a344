/**
 * Logs that differ only in events that a reader may not see give him the same answers: for every type of event, every question,
 * and every kind of reader of a part. Found.md C6. What is left to differ are the true revisions of events that he may see.
 */
import { streamId, type Caller } from '@pledgeline/contracts';
import { everyQuestion } from './testing/every-question.ts';
import { hiddenFrom, OWNER, secondOf, VARIANTS } from './testing/hidden-events.ts';
import { answerOf, namedIn, prepareServer } from './testing/prepared-servers.ts';
import type { PreparedServer } from './testing/prepared-servers.ts';

const someone = (role: Caller['role'], state: string | null = null): Caller => ({
  subject: 'a.reader',
  role,
  state,
});

/** Every question about all that the reader may see, and about what was known at moments of the log. */
const questionsFor = ({ seen, moved }: PreparedServer): readonly string[] => {
  const ids = namedIn([...seen.keys()]);
  const asked = everyQuestion({ ...ids, edition: ['2021-06-01'] });
  const [first = '', last = ''] = [ids.pledgeId?.at(0), ids.pledgeId?.at(-1)];
  // Between what moved it and the next event that he sees, where the logs have other moments.
  const moments = moved.slice(0, 8).map((second) => at(second, 500));
  const then = ['/pledges', '/reports/progress', `/pledges/${first}`, `/pledges/${last}/history`].flatMap(
    (path) => moments.map((moment) => `${path}?knownAt=${moment}`),
  );
  return [...asked, ...then];
};

const at = (second: number, milliseconds: number): string =>
  new Date(Date.parse(secondOf(second)) + milliseconds).toISOString();

/** @param place of the event among those that the reader sees. */
const stoodAt = (server: PreparedServer, reader: Caller, stream: string, place: number): Promise<string> => {
  const revision = server.seen.get(stream)?.at(place) ?? -1;
  return answerOf(server, reader, `/pledges/${streamId(stream)}?atRevision=${revision}`);
};

/** @param place of the later of two events; the earlier is the first that the reader sees. */
const differenceUpTo = async (
  server: PreparedServer,
  reader: Caller,
  stream: string,
  place: number,
): Promise<string> => {
  const seen = server.seen.get(stream) ?? [];
  const [from = -1, to = -1] = [seen.at(0), seen.at(place)];
  return answerOf(server, reader, `/pledges/${streamId(stream)}/difference?from=${from}&to=${to}`);
};

/** The refusal, without the number that was asked for. */
const asUnknown = async (
  server: PreparedServer,
  reader: Caller,
  stream: string,
  n: number,
): Promise<string> =>
  (await answerOf(server, reader, `/pledges/${streamId(stream)}?atRevision=${n}`)).replaceAll(
    `#${n} `,
    '#n ',
  );

/** The first lines that are not the same. */
const difference = (one: string, other: string): object => {
  const [left, right] = [one.split('\n'), other.split('\n')];
  const n = left.findIndex((line, number) => line !== right[number]);
  return { one: left.slice(n, n + 3), other: right.slice(n, n + 3) };
};

describe.each<[string, readonly Caller[]]>([
  ['what is not public', [someone('PUBLIC'), someone('SUBSCRIBER', OWNER)]],
  ['what is not for states', [someone('MS', 'KOR'), someone('PARTNER', 'KOR'), someone('IMPL', OWNER)]],
  ['what is for the Secretariat alone', [someone('MS', OWNER), someone('PARTNER', OWNER)]],
])('%s', (_, readers) => {
  let told: readonly PreparedServer[];
  beforeAll(async () => {
    const [first = someone('PUBLIC')] = readers;
    told = await Promise.all(VARIANTS.map((variant) => prepareServer(hiddenFrom(first), variant)));
  });
  afterAll(async () => {
    for (const server of told) await server.close();
  });

  it.each(readers)('is in no answer to $role of $state', async (reader) => {
    const [without] = told;
    if (without === undefined) throw new Error('no server');
    // The first of them is asked everything, whoever reads with him one question in five, and what waits for him.
    const questions = questionsFor(without).filter(
      (question, n) => reader === readers[0] || n % 5 === 0 || question.startsWith('/work-queue'),
    );
    const found: object[] = [];
    for (const question of questions) {
      const answers = await Promise.all(told.map((server) => answerOf(server, reader, question)));
      for (const answer of answers.slice(1)) {
        if (answer !== answers[0]) found.push({ question, ...difference(answers[0] ?? '', answer) });
      }
      if (answers[0]?.includes('"hidden ') === true)
        found.push({ question, shows: 'a revision that is not his' });
    }
    expect(found.slice(0, 10)).toEqual([]);
    expect(questions.length).toBeGreaterThan(50);
  });

  it.each(readers)(
    'is in no pledge as it stood after an event, nor in what differs since the first, for $role of $state',
    async (reader) => {
      const [without] = told;
      const pledges = [...(without?.seen ?? [])].filter(([stream]) => stream.startsWith('pledge-'));
      // The first of them is asked about each, whoever reads with him about one in five.
      const asked = pledges.filter((_pledge, n) => reader === readers[0] || n % 5 === 0);
      const found: object[] = [];
      for (const [stream, revisions] of asked) {
        for (const place of revisions.keys()) {
          // Of what differs one question is enough: up to the last event all of them are in between.
          const isLast = place === revisions.length - 1;
          for (const asking of isLast ? [stoodAt, differenceUpTo] : [stoodAt]) {
            const answers = await Promise.all(told.map((server) => asking(server, reader, stream, place)));
            for (const answer of answers.slice(1))
              if (answer !== answers[0])
                found.push({ stream, place, ...difference(answers[0] ?? '', answer) });
          }
        }
      }
      expect(found.slice(0, 10)).toEqual([]);
      expect(asked.length).toBeGreaterThan(1);
    },
  );

  it.each(readers)('to $role of $state its revision is as if there were none', async (reader) => {
    const [, all] = told;
    if (all === undefined) throw new Error('no server');
    const said = new Set<string>();
    for (const [stream, revisions] of all.seen) {
      if (!stream.startsWith('pledge-')) continue;
      const beyond = (revisions.at(-1) ?? 0) + 3;
      const hidden = Array.from({ length: beyond }, (_, n) => n).filter((n) => !revisions.includes(n));
      for (const n of hidden) said.add(await asUnknown(all, reader, stream, n));
    }
    expect([...said]).toEqual([expect.stringContaining('UNKNOWN_EVENT')]);
  });
});
