/**
 * Of what a pledge may have several: partners, conditions, caveats, documents, notes of officers. A list that the reader may not read
 * is not in the answer, and one that is empty has no heading: nothing tells the two apart.
 */
import type { ReactNode } from 'react';
import type { Answer } from '../../server/api.ts';
import { roleName, writtenOut } from '../../words/codes.ts';
import { day, perCent } from '../../words/numbers.ts';
import { nameOf } from '../../words/names.ts';
import { sayOfPledge } from '../../words/pledge-words.ts';
import { say } from '../../words/words.ts';

type Details = Answer<'/pledges/{pledgeId}'>;

interface Item {
  readonly key: string;
  readonly text: ReactNode;
  /** What is said of it beside. */
  readonly notes: readonly (string | false | null | undefined)[];
}

export const FactsInLists = ({ pledge }: { readonly pledge: Details }) => {
  const { conditions, caveats, internal, file, inAll } = pledge;
  const words = sayOfPledge();
  return (
    <>
      <Partners pledge={pledge} />
      <FactList
        title={words.conditions.title}
        items={conditions.map(conditionItem)}
        total={inAll['conditions']}
      />
      <FactList
        title={words.caveats.title}
        items={(caveats ?? []).map(caveatItem)}
        total={inAll['caveats']}
      />
      <FactList
        title={words.documents.title}
        items={(internal?.documents ?? []).map(documentItem)}
        total={inAll['internal.documents']}
      />
      <FactList
        title={words.notes.title}
        lead={file?.assignee && words.notes.assignee(file.assignee)}
        items={(file?.notes ?? []).map(noteItem)}
        total={inAll['file.notes']}
      />
    </>
  );
};

interface FactListProps {
  readonly title: string;
  readonly lead?: string | null | undefined;
  /** The oldest first, as the answer has them. */
  readonly items: readonly Item[];
  /** Where the answer has only the newest of them. */
  readonly total?: number | undefined;
}

/** At once in sight; those before them are one click away. */
const SHOWN = 5;

const FactList = ({ title, lead, items, total = items.length }: FactListProps) => {
  if (items.length === 0 && !lead) return null;
  const newestFirst = items.toReversed();
  const rest = newestFirst.slice(SHOWN);
  const words = sayOfPledge();
  return (
    <section className="fact-list">
      <h3>{title}</h3>
      {lead && <p>{lead}</p>}
      <Items of={newestFirst.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>{words.before(rest.length)}</summary>
          <Items of={rest} />
        </details>
      )}
      {total > items.length && <p className="meta">{words.inHistory(total - items.length)}</p>}
    </section>
  );
};

const Items = ({ of }: { readonly of: readonly Item[] }) =>
  of.length > 0 && (
    <ul>
      {of.map(({ key, text, notes }) => (
        <li key={key}>
          {text} <span className="meta">{notes.filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );

const Partners = ({ pledge: { partnership, announcement } }: { readonly pledge: Details }) => {
  const words = sayOfPledge().partners;
  if (partnership === null) {
    const named = (announcement?.partners ?? []).map((name) => ({ key: name, text: name, notes: [] }));
    return <FactList title={words.title} items={named} />;
  }
  const { kind, lead, partners, former, partnerMissing } = partnership;
  return (
    <FactList
      title={words.title}
      lead={[words.kind(writtenOut(kind), whoIs(lead)), partnerMissing && words.missing]
        .filter(Boolean)
        .join('. ')}
      items={[...former, ...partners.toReversed()].map(partnerItem)}
    />
  );
};

type Partner = NonNullable<Details['partnership']>['partners'][number] & { readonly leftOn?: string };

const partnerItem = ({ state, body, role, part, share, from, to, leftOn }: Partner, n: number): Item => {
  const words = sayOfPledge().partners;
  return {
    key: `${state ?? body ?? ''} ${n}`,
    text: whoIs(state ?? body ?? ''),
    notes: [
      writtenOut(part ?? role),
      share !== null && words.share(perCent(share / 100)),
      words.from(day(from)),
      to !== null && words.to(day(to)),
      leftOn !== undefined && words.left(day(leftOn)),
    ],
  };
};

/** A state by its name; a body is called as it is written. */
const whoIs = (code: string): string => nameOf('state', code);

const conditionItem = (condition: Details['conditions'][number]): Item => {
  const { conditionId, text, outcome, settledOn } = condition;
  const words = sayOfPledge().conditions;
  return { key: conditionId, text, notes: [outcome === null ? words.open : words[outcome](day(settledOn))] };
};

const caveatItem = (caveat: NonNullable<Details['caveats']>[number]): Item => {
  const { caveatId, text, kind, blocking, undeclared, since, liftedOn } = caveat;
  const words = sayOfPledge().caveats;
  const isOver = liftedOn !== null;
  return {
    key: caveatId,
    text: isOver ? <s>{text}</s> : text,
    notes: [
      writtenOut(kind),
      blocking && !isOver && words.blocking,
      undeclared && words.undeclared,
      since !== null && words.since(day(since)),
      isOver && words.lifted(day(liftedOn)),
    ],
  };
};

const documentItem = (document: NonNullable<Details['internal']>['documents'][number]): Item => {
  const { eventId, kind, version, datedOn } = document;
  const words = sayOfPledge().documents;
  return {
    key: eventId,
    text: writtenOut(kind),
    notes: [words.version(version), datedOn !== null && words.dated(day(datedOn))],
  };
};

const noteItem = ({ noteId, text, by, on }: NonNullable<Details['file']>['notes'][number]): Item => ({
  key: noteId,
  text,
  notes: [roleName(by), day(on) || say().noDate],
});
