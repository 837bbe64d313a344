/** The frame of every plot: a question as its title, what is counted, and the same figures to take along. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { say } from '../words/words.ts';

export interface Definition {
  readonly name: string;
  readonly text: string;
}

interface PlotProps {
  readonly title: string;
  readonly lead?: string;
  /** As the API defines them. */
  readonly definitions?: readonly Definition[];
  /** Of exactly these figures. */
  readonly csv?: string;
  readonly children: ReactNode;
}

export const Plot = ({ title, lead, definitions = [], csv, children }: PlotProps) => {
  const id = useId();
  return (
    <figure aria-labelledby={id} className="plot">
      <h2 id={id}>{title}</h2>
      {lead && <p className="lead">{lead}</p>}
      {children}
      <figcaption>
        {definitions.length > 0 && (
          <details>
            <summary>{say().plot.definition}</summary>
            <dl className="definitions">
              {definitions.map(({ name, text }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
        {csv !== undefined && (
          <a href={csv} aria-label={say().plot.csvOf(title)}>
            {say().plot.csv}
          </a>
        )}
      </figcaption>
    </figure>
  );
};

/** Nothing is drawn from fewer: a picture of four would say more than it knows. */
export const FEWEST_DRAWN = 5;
