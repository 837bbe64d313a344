/** What a form of this pledge is about, in the words of who asked or proposed it: nobody answers or agrees unseen. */
import type { Answer } from '../../server/api.ts';
import { eventName, writtenOut } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { valueInWords } from './event-words.ts';

type Details = Answer<'/pledges/{pledgeId}'>;

interface AboutActProps {
  readonly pledge: Details;
  /** Of the form. It names what it is about by its id. */
  readonly href: string;
}

export const AboutAct = ({ pledge: { internal }, href }: AboutActProps) => {
  const question = internal?.clarifications.find(({ clarificationId }) => href.includes(clarificationId));
  const correction = internal?.corrections.find(({ correctionId }) => href.includes(correctionId));
  const words = say().pledge;
  if (question !== undefined)
    return (
      <section className="about-act" aria-label={words.asked}>
        <p className="meta">{words.asked}</p>
        <blockquote>{question.question}</blockquote>
      </section>
    );
  const annulment = internal?.annulments.find(({ annulmentId }) => href.includes(annulmentId));
  if (annulment !== undefined)
    return (
      <section className="about-act" aria-label={words.proposed}>
        <p className="meta">{words.proposed}</p>
        <ul>
          {annulment.annulledTypes.map((type) => (
            <li key={type}>
              <s>{eventName(type)}</s>
            </li>
          ))}
        </ul>
        <blockquote>{annulment.reason}</blockquote>
      </section>
    );
  if (correction === undefined) return null;
  return (
    <section className="about-act" aria-label={words.proposed}>
      <p className="meta">
        {words.proposed}: {eventName(correction.correctedType)}
      </p>
      <ul>
        {correction.changes.map(({ field, old, new: better }) => (
          <li key={field}>
            {writtenOut(field)}: <s>{valueInWords(old) || say().notStated}</s>{' '}
            {valueInWords(better) || say().notStated}
          </li>
        ))}
      </ul>
      <blockquote>{correction.reason}</blockquote>
    </section>
  );
};
