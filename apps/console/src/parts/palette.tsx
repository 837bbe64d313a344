/** The search everywhere: one field, and below it what fits, by kind; each is a link with an address of its own. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { actAddress } from '../addresses/act-address.ts';
import { addressOf, conferenceAddress, pledgeAddress, stateAddress } from '../addresses/addresses.ts';
import { registerAddress } from '../addresses/register-search.ts';
import { useAsked } from '../server/api.ts';
import type { Answer, Answered } from '../server/api.ts';
import { useSession } from '../server/session.ts';
import { ANNOUNCES, ANNOUNCES_FOR_OTHERS } from '../server/who-announces.data.ts';
import { commandName, conferenceName } from '../words/codes.ts';
import { entriesOf } from '../words/names.ts';
import { say } from '../words/words.ts';
import { found } from './found.ts';
import type { Entry } from './found.ts';

/** Less finds too much to be worth a question. */
const SHORTEST = 2;
const REST_MS = 250;
const PLEDGES_SHOWN = 6;

export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [, navigate] = useLocation();
  useEffect(() => dialog.current?.showModal(), []);
  const groups = useGroups(typed);
  const entries = groups.flatMap(({ entries: some }) => some);
  const words = say().palette;
  const leave = (): void => dialog.current?.close();
  const pressed = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) setChosen((chosen + by + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') {
      const entry = entries[chosen];
      if (entry !== undefined) {
        leave();
        navigate(entry.to);
      }
    } else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="palette" onClose={onClose} aria-label={words.title}>
      <input
        role="combobox"
        aria-label={words.title}
        aria-expanded={entries.length > 0}
        aria-controls="palette-found"
        aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? `palette-${chosen}` : undefined}
        autoComplete="off"
        placeholder={words.hint}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(0);
        }}
        onKeyDown={pressed}
      />
      <div id="palette-found" role="listbox" aria-label={words.found}>
        {groups.map(({ name, entries: some }) => (
          <div role="group" aria-label={name} key={name}>
            <p className="meta" aria-hidden="true">
              {name}
            </p>
            {some.map((entry) => {
              const at = entries.indexOf(entry);
              return (
                <Link
                  key={entry.to}
                  href={entry.to}
                  id={`palette-${at}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === chosen}
                  onClick={leave}
                >
                  {entry.label} {entry.code !== undefined && <bdi dir="ltr">{entry.code}</bdi>}
                </Link>
              );
            })}
          </div>
        ))}
      </div>
      <p className="meta" role="status">
        {entries.length === 0 ? words.none : words.count(entries.length)}
      </p>
    </dialog>
  );
};

interface Group {
  readonly name: string;
  readonly entries: readonly Entry[];
}

const useGroups = (typed: string): readonly Group[] => {
  const kinds = say().palette.kinds;
  const places = usePlaces();
  const commands = useCommands();
  const pledges = usePledges(typed);
  // Before anything is typed: where one may go, and what one may do here.
  const ofTyped = typed.trim() === '' ? [] : [...named(), { name: kinds.pledges, entries: pledges }];
  return [
    { name: kinds.commands, entries: found(commands, typed) },
    { name: kinds.places, entries: found(places, typed) },
    ...ofTyped.map(({ name, entries }) => ({
      name,
      entries: name === kinds.pledges ? entries : found(entries, typed),
    })),
  ].filter(({ entries }) => entries.length > 0);
};

const usePlaces = (): readonly Entry[] => {
  const role = useSession()?.session?.caller.role ?? 'PUBLIC';
  const places = say().places;
  const announces = [...ANNOUNCES, ...ANNOUNCES_FOR_OTHERS].includes(role);
  return [
    ...(['overview', 'register', 'states', 'conferences', 'gaps', 'reports', 'queue', 'help'] as const)
      .filter((place) => place !== 'queue' || role !== 'PUBLIC')
      .map((place) => ({ label: places[place], to: addressOf[place] })),
    ...(announces ? [{ label: say().announce.title, to: addressOf.announce }] : []),
  ];
};

/** Of the pledge that is on the page, as its answer offers them. */
const useCommands = (): readonly Entry[] => {
  const search = useSearch();
  const [open] = useQueryClient()
    .getQueryCache()
    .findAll({ queryKey: ['/pledges/{pledgeId}'], type: 'active' });
  const pledge = (open?.state.data as Answered<Answer<'/pledges/{pledgeId}'>> | undefined)?.body;
  return (pledge?.commands ?? []).map((link) => ({
    label: commandName(link.command),
    to: actAddress(pledge?.reference ?? '', link, search),
  }));
};

const named = (): readonly Group[] => {
  const kinds = say().palette.kinds;
  return [
    {
      name: kinds.states,
      entries: entriesOf('state').map(([code, label]) => ({ label, code, to: stateAddress(code) })),
    },
    {
      name: kinds.conferences,
      entries: entriesOf('conference').map(([code]) => ({
        label: conferenceName(code),
        code,
        to: conferenceAddress(code),
      })),
    },
    {
      name: kinds.capabilities,
      entries: entriesOf('capability').map(([code, label]) => ({
        label,
        code,
        to: registerAddress({ capabilityCode: [code] }),
      })),
    },
  ];
};

const usePledges = (typed: string): readonly Entry[] => {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = useAsked(
    '/pledges',
    { query: { q: rested, limit: PLEDGES_SHOWN } },
    { enabled: rested.length >= SHORTEST },
  );
  if (rested.length < SHORTEST) return [];
  return (asked.data?.body.items ?? []).map(({ reference, memberStateName, description }) => ({
    label: `${memberStateName}: ${description.slice(0, LONGEST)}`,
    code: reference,
    to: pledgeAddress(reference),
  }));
};

const LONGEST = 60;
