/** How many pledges are chosen, and what may be done to all of them: what they offer themselves, as far as it does no harm. */
import { commandName } from '../../words/codes.ts';
import { sayOfMany } from '../../words/many-words.ts';
import { useOffers } from './offers.ts';
import type { Chosen, Offer } from './offers.ts';

interface ManyBarProps {
  readonly chosen: readonly Chosen[];
  readonly onAct: (offer: Offer) => void;
  readonly onNone: () => void;
}

export const ManyBar = ({ chosen, onAct, onNone }: ManyBarProps) => {
  const offers = useOffers(chosen);
  const words = sayOfMany();
  const isNone = chosen.length === 0;
  return (
    <section className={isNone ? 'unseen' : 'many-bar'} aria-label={isNone ? undefined : words.title}>
      {/* There from the start, so that it is read out. */}
      <p role="status">
        {!isNone && words.chosen(chosen.length)} {!isNone && offers?.length === 0 && words.nothing}
      </p>
      {!isNone && (
        <>
          {offers === undefined && <p className="meta">{words.looks}</p>}
          {offers?.map((offer) => (
            <button type="button" key={offer.command} onClick={() => onAct(offer)}>
              {words.button(commandName(offer.command), offer.targets.length)}
            </button>
          ))}
          <button type="button" className="quiet-button" onClick={onNone}>
            {words.chooseNone}
          </button>
        </>
      )}
    </section>
  );
};
