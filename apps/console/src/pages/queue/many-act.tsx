/** One act for many pledges, from its form to the table of what became of it. */
import { use, useRef, useState } from 'react';
import { useDraft } from '../../forms/drafts.ts';
import { knownCommand } from '../../forms/known-commands.ts';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { ManyForm } from './many-form.tsx';
import { ManyResults } from './many-results.tsx';
import type { Offer } from './offers.ts';
import { useMany } from './use-many.ts';
import type { Outcome } from './use-many.ts';

interface ManyActProps {
  readonly offer: Offer;
  /** Something was sent: what was accepted is in the log. */
  readonly onDone: (outcomes: readonly Outcome[]) => void;
  readonly onClose: () => void;
}

export const ManyAct = ({ offer, onDone, onClose }: ManyActProps) => {
  const known = use(knownCommand(offer.command));
  const draft = useDraft(`/work-queue ${offer.command}`);
  const many = useMany(known.fields);
  const body = useRef<Readonly<Record<string, unknown>>>({});
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const sendTo = async (targets: Offer['targets']): Promise<void> => {
    const now = await many.sendTo(targets, body.current);
    if (now === null) return;
    draft.forget();
    const isNow = ({ about }: Outcome): boolean => now.some((one) => one.about.pledgeId === about.pledgeId);
    setOutcomes((before) => [...(before ?? []).filter((one) => !isNow(one)), ...now]);
    onDone(now);
  };
  if (outcomes === null)
    return (
      <ManyForm
        offer={offer}
        known={known}
        many={many}
        draft={draft}
        onSend={(said) => {
          body.current = said;
          void sendTo(offer.targets);
        }}
        onClose={onClose}
      />
    );
  return (
    <>
      {many.error !== null && <ProblemBox error={many.error} isForm />}
      <ManyResults
        command={offer.command}
        outcomes={outcomes}
        isSending={many.done !== null}
        onAgain={(some) => void sendTo(some.map(({ about }) => about))}
        onClose={onClose}
      />
    </>
  );
};
