/**
 * People at work: each takes one pledge after another from its announcement to the outcome of a visit, through the one
 * address, and asks again under the same key until it is answered. What was acknowledged is remembered. Between two acts
 * a person takes a moment, or the log of a minute's fault would be read for longer than the fault lasted.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export interface Acknowledged {
  readonly stream: string;
  readonly revision: number;
}

export interface PledgeLoad {
  /** In the order of the answers. */
  readonly acknowledged: readonly Acknowledged[];
  /** Pledges whose visit was reported: a policy has to note its outcome on each. */
  readonly visited: readonly string[];
  /** Answers that no fault excuses: a refusal of what is in order, or a 500. */
  readonly wrong: readonly string[];
  /** How often an answer was 503, 502 or none at all. */
  readonly retried: () => number;
  /** Each finishes the pledge at hand. */
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: { readonly stream?: string; readonly revision?: number; readonly location?: string };
}

const ASK_AGAIN_MS = 50;
const BETWEEN_ACTS_MS = 15;
const TIMEOUT_MS = 10_000;
const DAY = '2026-05-12';

export const pledgeLoad = (url: string, people: number): PledgeLoad => {
  const run = randomUUID().slice(0, 8);
  const acknowledged: Acknowledged[] = [];
  const visited: string[] = [];
  const wrong: string[] = [];
  let retried = 0;
  let stopped = false;

  /** @returns the id of what was made or changed. */
  const send = async (role: string, path: string, body: object, key: string): Promise<string> => {
    for (;;) {
      const answer = await post(url + path, role, body, `${run}-${key}`).catch(() => null);
      if (answer === null || [502, 503, 504].includes(answer.status)) {
        retried += 1;
        await pause(ASK_AGAIN_MS);
        continue;
      }
      if (answer.status >= 300) {
        wrong.push(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        throw new Error(wrong.at(-1));
      }
      const { stream = '', revision = -1, location = '' } = answer.body;
      acknowledged.push({ stream, revision });
      await pause(BETWEEN_ACTS_MS);
      return location.split('/').at(-1) ?? '';
    }
  };

  const onePledge = async (name: string): Promise<void> => {
    // Equal announcements would be one pledge.
    const offer = { ...announcement, source: `load ${run} ${name}` };
    const pledgeId = await send('DESK', '/pledges', offer, `${name}-announce`);
    const pledge = `/pledges/${pledgeId}`;
    await send('DESK', `${pledge}/acknowledgement`, { acknowledgementReference: name }, `${name}-ack`);
    for (const kind of ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT']) {
      const sha256 = createHash('sha256').update(`${name} ${kind}`).digest('hex');
      await send('SFGC', `${pledge}/documents`, { kind, version: 1, sha256 }, `${name}-${kind}`);
    }
    const registration = { capabilityCode: 'INF-BN', registrationReference: name };
    await send('SFGC', `${pledge}/registration`, registration, `${name}-register`);
    const visit = {
      purpose: 'AAV',
      memberState: 'RWA',
      from: DAY,
      to: DAY,
      mode: 'IN_PERSON',
      units: [pledgeId],
    };
    const visitId = await send('SFGC', '/visits', visit, `${name}-visit`);
    await send('SFGC', `/visits/${visitId}/conduct`, { from: DAY, to: DAY }, `${name}-conduct`);
    const outcome = {
      outcomes: [{ pledgeId, outcome: 'SUCCESSFUL', recommendations: [] }],
      reportReference: name,
    };
    await send('SFGC', `/visits/${visitId}/outcomes`, outcome, `${name}-outcome`);
    visited.push(pledgeId);
  };

  const work = async (person: number): Promise<void> => {
    for (let n = 0; !stopped; n += 1) await onePledge(`${person}-${n}`);
  };

  const working = Promise.allSettled(Array.from({ length: people }, (_, person) => work(person)));
  return {
    acknowledged,
    visited,
    wrong,
    retried: () => retried,
    async stop() {
      stopped = true;
      await working;
    },
  };
};

const post = async (url: string, role: string, body: object, key: string): Promise<Answer> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-pledgeline-actor': 'load',
      'x-pledgeline-role': role,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
};

const announcement = {
  memberState: 'Rwanda',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  quantity: '1',
  unit: 'unit',
  description: 'One infantry battalion, self-sustained',
  announcedOn: DAY,
};
