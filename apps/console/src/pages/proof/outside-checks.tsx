/** How somebody checks who does not trust this server, and what it serves for that. */
import { Code } from '../../parts/code.tsx';
import { sayOfProof } from '../../words/proof-words.ts';

const DOORS = {
  '/proof/checkpoint': 'checkpoint',
  '/proof/cosigned': 'cosigned',
  '/proof/keys': 'keys',
  '/proof/log': 'log',
  '/proof/tile/…': 'tiles',
  '/proof/inclusion?leaf=': 'inclusion',
  '/proof/consistency?from=&to=': 'consistency',
  '/pledges/{pledgeId}/proof': 'pledge',
  '/pledges/{pledgeId}/proof/{revision}': 'event',
} as const;

export const OutsideChecks = () => {
  const words = sayOfProof().page;
  const log = `${location.origin}/proof`;
  return (
    <>
      <section aria-labelledby="outside">
        <h2 id="outside">{words.outside}</h2>
        <p>{words.outsideText}</p>
        <pre tabIndex={0} dir="ltr">
          {[
            `curl --fail ${log}/checkpoint --output checkpoint`,
            `pledgeline audit monitor ${log} --key log.vkey --state heads`,
          ].join('\n')}
        </pre>
        <p>
          {words.manual} <Code>docs/audit.md</Code> · <a href="/docs">{words.api}</a>
        </p>
      </section>
      <section aria-labelledby="doors">
        <h2 id="doors">{words.doors}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.address}</th>
              <th scope="col">{words.answer}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(DOORS).map(([address, door]) => (
              <tr key={address}>
                <th scope="row">
                  <Code>{address}</Code>
                </th>
                <td>{words.doorsOf[door]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};
