/** Looks at the whole stream for an objection: the events of the act, and what its correction would break. */
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { examineAnnulment } from '../annulment/examine-annulment.ts';
import { examine } from '../correction/replayed-with.ts';
import type { CommandOf, Pledge } from '../state.ts';
import { changesOf, eventToChange } from './objection.ts';

const NOTHING_STRUCK = { strikes: [], blocked: [] };

type Found = Pick<
  CommandOf<'ObjectToAct'>['data'],
  'standing' | 'events' | 'original' | 'findings' | 'annulment'
>;
type Asked = Pick<CommandOf<'ObjectToAct'>['data'], 'actId' | 'wholeAct' | 'asked'>;

/** @param history as it reads now, and the pledge that it leaves. */
export const examineAct = (
  history: readonly RecordedEvent[],
  { acts }: Pledge,
  { actId, wholeAct, asked }: Asked,
  now: string,
): Found => {
  const act = acts.find((one) => one.actId === actId);
  const events =
    act?.standing === 'RECORDED'
      ? history.filter(({ type, metadata }) => metadata.commandId === act.commandId && type !== 'ActRecorded')
      : [];
  const standing = act?.standing ?? null;
  const original = eventToChange(events, asked) ?? null;
  const annulment = wholeAct && original ? examineAnnulment(history, original.id) : NOTHING_STRUCK;
  if (original === null || wholeAct || asked.length === 0) {
    return { standing, events, original, findings: { blocked: [], lacking: [] }, annulment };
  }
  return { standing, events, annulment, ...examine(history, original.id, changesOf(original, asked), now) };
};
