/** What may be done now: the commands of the answer, in groups. The first that leads on is the one filled button. */
import { useSearch } from 'wouter';
import { actAddress } from '../../addresses/act-address.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useSession } from '../../server/session.ts';
import type { Answer } from '../../server/api.ts';
import { commandName, statusName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { CHANGE, GIVE_UP, GO_ON } from './command-groups.data.ts';

type Details = Answer<'/pledges/{pledgeId}'>;
export type CommandLink = Details['commands'][number];

const groupOf = ({ command }: CommandLink): keyof ReturnType<typeof say>['pledge']['groups'] =>
  isIn(GO_ON, command) ? 'on' : isIn(CHANGE, command) ? 'change' : isIn(GIVE_UP, command) ? 'end' : 'say';

const isIn = (list: readonly string[], command: string): boolean => list.includes(command);

interface ActsProps {
  readonly pledge: Details;
  /** What ends a wait of the queue that the page was opened from, and is recorded elsewhere than on the pledge. */
  readonly elsewhere: readonly CommandLink[];
}

export const Acts = ({ pledge, elsewhere }: ActsProps) => {
  const search = useSearch();
  const session = useSession();
  const { reference } = pledge;
  const commands = [...elsewhere, ...pledge.commands];
  const words = say().pledge;
  // Of what is waited for only a part is this reader's to do.
  const waitedFor = (new URLSearchParams(search).get('first') ?? '').split(' ');
  const first =
    commands.find(({ command }) => waitedFor.includes(command)) ??
    GO_ON.flatMap((name) => commands.filter(({ command }) => command === name))[0];
  return (
    <section className="acts" aria-labelledby="acts">
      <h2 id="acts">{words.acts}</h2>
      {commands.length === 0 && (
        <p className="quiet">{session?.session === null ? words.readOnly : words.noActs}</p>
      )}
      {(['on', 'say', 'change', 'end'] as const).map((group) => {
        const some = commands.filter((link) =>
          elsewhere.includes(link) ? group === 'on' : groupOf(link) === group,
        );
        if (some.length === 0) return null;
        return (
          <div key={group} className="acts-group">
            <h3>{words.groups[group]}</h3>
            <ul>
              {some.map((link) => (
                <li key={link.command + link.href}>
                  <PlaceLink
                    to={actAddress(reference, link, search)}
                    className={link === first ? 'button main first-act' : 'button'}
                  >
                    {commandName(link.command)}
                    {aboutOf(link, pledge)}
                  </PlaceLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {pledge.notNow.length > 0 && (
        <details className="not-now" open={pledge.notNow.length <= FEW}>
          <summary>{words.notNow}</summary>
          <dl>
            {reasonsIn(pledge).map(({ commands: those, reason }) => (
              <div key={reason}>
                <dt>{those.map(commandName).join(' · ')}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
};

/** Refused because of where the pledge stands, and for no reason of their own. */
const BY_STATUS = [
  'WRONG_ORDER',
  'ALREADY_ACKNOWLEDGED',
  'ALREADY_WITHDRAWN',
  'MOU_EXISTS',
  'ALREADY_DEPLOYED',
];

/** What is refused for one reason stands together. */
const reasonsIn = ({ notNow, status }: Details) => {
  const { notWhile } = say().pledge;
  const commandsFor = new Map<string, string[]>();
  for (const { command, code, detail } of notNow) {
    const reason = status !== null && BY_STATUS.includes(code) ? notWhile(statusName(status)) : detail;
    commandsFor.set(reason, [...(commandsFor.get(reason) ?? []), command]);
  }
  return [...commandsFor].map(([reason, commands]) => ({ reason, commands }));
};

/** They are said without being asked for, such as that a correction needs another person. */
const FEW = 2;

/** Where a command could be about several, such as two open questions, in the words of each. */
const aboutOf = ({ command, href }: CommandLink, pledge: Details): string => {
  if (pledge.commands.filter((one) => one.command === command).length < 2) return '';
  const said = [
    ...(pledge.internal?.clarifications ?? []).map(({ clarificationId: id, question: text }) => ({
      id,
      text,
    })),
  ];
  const found = said.find(({ id }) => href.includes(id));
  return `: ${found === undefined ? (href.split('/').at(-2) ?? '').slice(0, 8) : found.text.slice(0, 40)}`;
};
