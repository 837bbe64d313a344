/** The steps that every unit of the scenario takes, each through the addresses of the server. */
import { createHash } from 'node:crypto';
import type { Answer } from './http-client.ts';
import type { Person } from './person.ts';
import { people } from './people.ts';
import type { Act, ActRunner } from './act-runner.ts';

const { desk, sfgc } = people;

/** From the announcement to Level 1: acknowledged, the four documents, registered. */
export const register = async (
  runner: ActRunner,
  id: string,
  name: string,
  receiver: Person,
  body: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await runner.do({
    who: desk,
    says: `acknowledges ${name}`,
    path: `/pledges/${id}/acknowledgement`,
    body: { acknowledgementReference: `ACK/${String(body.registrationReference)}` },
  });
  const texts = {
    NOTE_VERBALE: 'the note verbale',
    TABLE_OF_ORGANIZATION: 'the table of organization',
    MAJOR_EQUIPMENT: 'the list of major equipment',
    SELF_SUSTAINMENT: 'the list of self-sustainment',
  };
  for (const [kind, text] of Object.entries(texts)) await document(runner, id, kind, text, receiver);
  await runner.do({
    who: sfgc,
    says: `registers ${name} at level 1`,
    path: `/pledges/${id}/registration`,
    body,
  });
};

export const document = (
  runner: ActRunner,
  id: string,
  kind: string,
  text: string,
  who: Person = sfgc,
): Promise<Answer['body']> =>
  runner.do({
    who,
    says: `receives ${text}`,
    path: `/pledges/${id}/documents`,
    body: { kind, version: 1, sha256: createHash('sha256').update(`${id} ${kind}`).digest('hex') },
  });

/** Scheduled, held and reported on one day; done when the outcome has reached the pledge. */
export const visit = async (
  runner: ActRunner,
  id: string,
  purpose: 'AAV' | 'RDL',
  memberState: string,
  today: string,
  agreementReference?: string,
): Promise<void> => {
  const name = purpose === 'AAV' ? 'an assessment and advisory visit' : 'a verification visit';
  const scheduled = await runner.do({
    who: sfgc,
    says: `schedules ${name}`,
    path: '/visits',
    body: {
      purpose,
      memberState,
      from: today,
      to: today,
      mode: 'IN_PERSON',
      units: [id],
      team: ['SFGC', 'FGS', 'DOS'],
    },
  });
  const visitId = idIn(scheduled);
  await runner.do({
    who: sfgc,
    says: `holds the visit`,
    path: `/visits/${visitId}/conduct`,
    body: { from: today, to: today, checklists: [`${purpose}-2019`] },
  });
  await runner.do({
    who: sfgc,
    says: 'records the outcome: successful',
    path: `/visits/${visitId}/outcomes`,
    body: {
      outcomes: [{ pledgeId: id, outcome: 'SUCCESSFUL', recommendations: [] }],
      reportReference: `${purpose}/${memberState}/2026`,
      ...(agreementReference !== undefined && { agreementReference }),
    },
  });
  await runner.until(sfgc, `/pledges/${id}/history`, (body) =>
    ((body.items ?? []) as readonly { readonly data: { readonly visitId?: unknown } }[]).some(
      ({ data }) => data.visitId === visitId,
    ),
  );
};

export const level = (
  id: string,
  to: string,
  says: string,
  body: Readonly<Record<string, unknown>> = {},
): Act => ({
  who: sfgc,
  says: `finds the unit at ${says}`,
  path: `/pledges/${id}/levels`,
  body: { level: to, ...body },
});

export const publishGap = async (
  runner: ActRunner,
  need: string,
  who: Person,
  body: Readonly<Record<string, unknown>>,
): Promise<string> => idIn(await runner.do({ who, says: `needs ${need}`, path: '/gaps', body }));

export const match = (runner: ActRunner, id: string, gapId: string, says: string): Promise<Answer['body']> =>
  runner.do({
    who: sfgc,
    says: `matches ${says}`,
    path: `/pledges/${id}/matches`,
    body: { gapId, quantity: 1 },
  });

/** The last part of the location is the id of what was made. */
const idIn = ({ location }: Answer['body']): string => String(location).split('/').at(-1) ?? '';
