/** What the pledge says, and what is known of it, in words. What was not stated is said to be so only where a promise should say it. */
import type { ReactNode } from 'react';
import { conferenceAddress, stateAddress } from '../../addresses/addresses.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { quantityInWords } from '../../parts/quantity.tsx';
import { Source } from '../../parts/source.tsx';
import { Day } from '../../parts/when.tsx';
import type { Answer } from '../../server/api.ts';
import { categoryName, conferenceName, partName, themeName, writtenOut } from '../../words/codes.ts';
import { amount, day, HARD_SPACE, number, perCent } from '../../words/numbers.ts';
import { nameOf } from '../../words/names.ts';
import { say } from '../../words/words.ts';
import { FactsInLists } from './facts-in-lists.tsx';

type Details = Answer<'/pledges/{pledgeId}'>;

export const Facts = ({ pledge }: { readonly pledge: Details }) => {
  const words = say().pledge;
  return (
    <section className="facts" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <dl>
        {factsOf(pledge).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <FactsInLists pledge={pledge} />
    </section>
  );
};

const factsOf = (pledge: Details): readonly (readonly [string, ReactNode])[] => {
  const words = say().pledge;
  const { announcement, capabilityCode, category, conference, deployment, lastWord, money, mou, themes } =
    pledge;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      words.state,
      <PlaceLink key="state" to={stateAddress(pledge.memberState)}>
        {pledge.memberStateName}
      </PlaceLink>,
    ],
    [words.quantity, quantityInWords(pledge.quantity)],
    [words.money, money && moneyInWords(money)],
    [
      words.capability,
      capabilityCode && (
        <>
          {nameOf('capability', capabilityCode)} <Code>{capabilityCode}</Code>
        </>
      ),
    ],
    [
      words.category,
      <PlaceLink key="category" to={registerAddress({ category: [category] })}>
        {categoryName(category)}
      </PlaceLink>,
    ],
    [
      words.conference,
      conference && <PlaceLink to={conferenceAddress(conference)}>{conferenceName(conference)}</PlaceLink>,
    ],
    [words.announcedOn, pledge.announcedOn && <Day on={pledge.announcedOn} />],
    [words.timeframe, pledge.timeframe],
    [words.deployWithin, pledge.deployWithinDays === null ? null : words.days(pledge.deployWithinDays)],
    [words.unsaid, pledge.missing.length > 0 && pledge.missing.map(partName).join(', ')],
    [words.themes, themes.length > 0 && themes.map(themeName).join(', ')],
    [words.lastWord, lastWord && words.lastWordBy(day(lastWord.on), writtenOut(lastWord.by).toLowerCase())],
    [words.mission, pledge.missions.length > 0 && pledge.missions.map(({ asStated }) => asStated).join(', ')],
    [words.mou, mou && words.mouText(mou.reference, day(mou.from), day(mou.to))],
    [
      words.deployment,
      deployment &&
        words.deploymentText(deployment.mission, number(deployment.strength), day(deployment.deployedOn)),
    ],
    [
      words.delivered,
      pledge.accountability.share !== null && words.deliveredText(perCent(pledge.accountability.share / 100)),
    ],
    [words.source, announcement && <Source of={announcement.source} />],
  ];
  return facts.filter(
    ([, value]) => value !== null && value !== false && value !== undefined && value !== '',
  );
};

const moneyInWords = ({ amountMin, amountMax, currency, per }: NonNullable<Details['money']>): string => {
  const from = amountMin === null ? null : amount(amountMin);
  const to = amountMax === null ? null : amount(amountMax);
  const ends =
    from !== null && to !== null && from !== to
      ? say().range(from, to)
      : (to ?? (from === null ? say().notStated : say().moreThan(from)));
  return [`${ends}${HARD_SPACE}${currency}`, per && writtenOut(per).toLowerCase()].filter(Boolean).join(', ');
};
