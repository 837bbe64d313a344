/** The form of an announcement: the promise in its own words, whose act it is, and beside it what it would become. */
import { use, useId, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { actAddress } from '../../addresses/act-address.ts';
import { addressOf, withSearch } from '../../addresses/addresses.ts';
import { bodyOf } from '../../forms/body.ts';
import type { Typed } from '../../forms/body.ts';
import type { Draft } from '../../forms/drafts.ts';
import { useHandOver } from '../../forms/drafts.ts';
import { errorsAtFields, stillAsSent } from '../../forms/errors-at-fields.ts';
import { Fields } from '../../forms/fields.tsx';
import { knownCommand } from '../../forms/known-commands.ts';
import { RefusalBox } from '../../forms/refusal-box.tsx';
import { useSending } from '../../forms/use-sending.ts';
import type { AnnouncementCheck, Recorded } from '../../server/commands.ts';
import { Refused } from '../../server/problem.ts';
import type { CurrentSession } from '../../server/session.ts';
import { ANNOUNCES, ANNOUNCES_FOR_OTHERS } from '../../server/who-announces.data.ts';
import { nameOf } from '../../words/names.ts';
import { say } from '../../words/words.ts';
import { partsOf, TRACKS } from './announce-fields.ts';
import type { Track } from './announce-fields.ts';
import { CheckPanel } from './check-panel.tsx';
import { useChecks } from './use-checks.ts';

type Alike = AnnouncementCheck['alike'][number];

interface AnnounceFormProps {
  readonly caller: NonNullable<CurrentSession['session']>['caller'];
  readonly draft: Draft;
  readonly onRecorded: (recorded: Recorded) => void;
}

export const AnnounceForm = ({ caller, draft, onRecorded }: AnnounceFormProps) => {
  const { typed, setTyped } = draft;
  const form = useId();
  const [, navigate] = useLocation();
  const handOver = useHandOver();
  const track = trackIn(useSearch());
  const { role, state } = caller;
  const forOthers = !ANNOUNCES_FOR_OTHERS.includes(role) ? 'no' : ANNOUNCES.includes(role) ? 'may' : 'must';
  const { fields: all } = use(knownCommand('AnnouncePledge'));
  const parts = partsOf(all, { track, isState: state !== null, forOthers });
  const body = bodyToSend(all, typed, state);
  const checks = useChecks(body);
  const [sent, setSent] = useState<Typed>({});
  const { isSending, error, errors: refusedThen, sendIt } = useSending('/pledges', all, null);
  const refused = stillAsSent(refusedThen, sent, typed);
  // Of what is typed only: what is still blank its reader has not come to.
  const soFar =
    checks.refusal instanceof Refused
      ? errorsAtFields(checks.refusal.problem, all).filter(({ path }) => (path.split('.')[0] ?? '') in typed)
      : [];
  const isRefused = error !== null && (refusedThen.length === 0 || refused.length > 0);
  const errors = isRefused ? refused : soFar;
  const idOf = (path: string): string => `${form}-${path}`;
  const common = { typed, onTyped: setTyped, errors, idOf };
  const words = say().announce;

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isSending) return;
    setSent(typed);
    void sendIt(body).then((answer) => {
      if (!(answer instanceof Error)) onRecorded(answer);
    });
  };
  const linkTo = ({ reference }: Alike, instead: NonNullable<Alike['instead']>): void => {
    handOver(instead.href, linkedFrom(typed, textOf(body['memberState'])));
    navigate(actAddress(reference, instead, ''));
  };
  const showAdditional =
    typed['additional'] !== undefined || (checks.check?.alike.length ?? 0) > 0 || error !== null;

  return (
    <form className="announce" noValidate onSubmit={submit} aria-label={words.title}>
      {isRefused && <RefusalBox error={error} errors={refused} idOf={idOf} />}
      <div className="announce-columns">
        <div className="announce-fields">
          <fieldset className="tracks">
            <legend>{words.which}</legend>
            {TRACKS.map((one) => (
              <label className="check" key={one}>
                <input
                  type="radio"
                  name="track"
                  checked={one === track}
                  onChange={() =>
                    navigate(withSearch(addressOf.announce, { type: one.toLowerCase() }), { replace: true })
                  }
                />
                {words.tracks[one]}
              </label>
            ))}
          </fieldset>
          {state !== null && (
            <p>
              {say().pledge.state}: <strong>{nameOf('state', state)}</strong>
            </p>
          )}
          <Fields fields={parts.first} {...common} />
          {parts.onBehalfOf !== null && (
            <fieldset className="several" id={idOf('onBehalfOf')} tabIndex={-1}>
              <legend>{words.whose}</legend>
              <p className="meta">{forOthers === 'must' ? words.whoseMust : words.whoseMay}</p>
              <Fields
                {...common}
                fields={parts.onBehalfOf.fields}
                typed={(typed['onBehalfOf'] ?? {}) as Typed}
                onTyped={(paper) => setTyped({ ...typed, onBehalfOf: paper })}
                path="onBehalfOf."
              />
            </fieldset>
          )}
          <details className="group">
            <summary>{words.more}</summary>
            <Fields fields={parts.more} {...common} />
          </details>
        </div>
        <div className="announce-side">
          <CheckPanel
            checks={checks}
            category={textOf(body['category'])}
            onLink={linkTo}
            onAdditional={() => {
              setTyped({ ...typed, additional: 'yes' });
              document.getElementById(idOf('additionalReason'))?.focus();
            }}
          />
          {showAdditional && (
            <fieldset className="several">
              <legend>{words.additionalTitle}</legend>
              <Fields fields={parts.additional} {...common} />
            </fieldset>
          )}
        </div>
      </div>
      <p className="sends">
        <button type="submit" className="main" aria-disabled={isSending}>
          {isSending ? say().form.sending : words.send}
        </button>
        <button type="button" onClick={draft.forget}>
          {words.empty}
        </button>
      </p>
      <p className="meta">{words.kept}</p>
    </form>
  );
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const trackIn = (search: string): Track =>
  new URLSearchParams(search).get('type') === 'implementation' ? 'IMPLEMENTATION' : 'CAPABILITY';

/** Whose act is recorded is the state of the pledge, once a paper is named; a state speaks for itself. */
const bodyToSend = (
  fields: Parameters<typeof bodyOf>[0],
  typed: Typed,
  state: string | null,
): Readonly<Record<string, unknown>> => {
  const said = bodyOf(fields, state === null ? typed : { ...typed, memberState: state });
  const { onBehalfOf, ...rest } = said;
  if (onBehalfOf === undefined) return rest;
  return { ...rest, onBehalfOf: { ...onBehalfOf, state: rest['memberState'] } };
};

/** The same words, as another announcement of a pledge that is there. */
const linkedFrom = (typed: Typed, memberState: string): Typed => {
  const kept = ['conference', 'quantity', 'unit', 'strength', 'aircraft', 'announcedOn', 'source', 'speaker'];
  return {
    ...Object.fromEntries(Object.entries(typed).filter(([name]) => kept.includes(name))),
    memberState,
    wording: typed['description'] ?? '',
    ...(typed['onBehalfOf'] !== undefined && {
      onBehalfOf: { ...(typed['onBehalfOf'] as Typed), state: memberState },
    }),
  };
};
