/** Keys, accessibility, and where the figures come from. */
import { useSyncExternalStore } from 'react';
import { Page } from '../../parts/page.tsx';
import { keysAreOn, switchKeys, watchKeySwitch } from '../../parts/key-switch.ts';
import { sayOfHelp } from '../../words/help-words.ts';

const KEYS = {
  search: '/',
  overview: 'g o',
  queue: 'g q',
  next: 'j',
  before: 'k',
  open: 'Enter',
  choose: 'x',
  nextItem: 'n',
  eventBefore: '[',
  eventAfter: ']',
  first: 'e',
  close: 'Esc',
  help: '?',
} as const;

export const Help = () => {
  const isOn = useSyncExternalStore(watchKeySwitch, keysAreOn);
  const words = sayOfHelp();
  return (
    <Page title={words.title}>
      <section>
        <h2>{words.keys}</h2>
        <p>
          <label className="check">
            <input type="checkbox" checked={isOn} onChange={({ target }) => switchKeys(target.checked)} />
            {words.keysOn}
          </label>
        </p>
        <table className="narrow">
          <caption className="unseen">{words.keys}</caption>
          <thead>
            <tr>
              <th scope="col">{words.key}</th>
              <th scope="col">{words.does}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(KEYS).map(([name, key]) => (
              <tr key={name}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{words.keysOf[name as keyof typeof KEYS]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h2>{words.meanings}</h2>
        <dl className="definitions">
          {Object.entries(words.meaningsOf).map(([key, { name, meaning }]) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{words.access}</h2>
        <p>{words.accessText}</p>
      </section>
      <section>
        <h2>{words.sources}</h2>
        <p>{words.sourcesText}</p>
      </section>
    </Page>
  );
};
