/** From an event to the form by which its correction is proposed, which then knows what it is about. */
import { useLocation, useSearch } from 'wouter';
import { actAddress } from '../../addresses/act-address.ts';
import { useHandOver } from '../../forms/drafts.ts';
import { commandName } from '../../words/codes.ts';
import type { CommandLink } from './acts.tsx';
import type { PledgeEvent } from './pledge-event.ts';

/** Where each form names the event. */
const EVENT_FIELDS: Readonly<Record<string, string>> = {
  ProposeCorrection: 'corrects',
  ProposeAnnulment: 'annuls',
};
/** What a reader may propose about an event. */
export const PROPOSALS: readonly string[] = Object.keys(EVENT_FIELDS);

interface CorrectThisProps {
  readonly event: PledgeEvent;
  readonly reference: string;
  readonly by: CommandLink;
}

export const CorrectThis = ({ event, reference, by }: CorrectThisProps) => {
  const [, navigate] = useLocation();
  const search = useSearch();
  const handOver = useHandOver();
  return (
    <button
      type="button"
      className="quiet-button no-print"
      onClick={() => {
        handOver(by.href, { [EVENT_FIELDS[by.command] ?? '']: event.id });
        navigate(actAddress(reference, by, search));
      }}
    >
      {commandName(by.command)}
    </button>
  );
};
