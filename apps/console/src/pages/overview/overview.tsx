/** For everybody: how far pledges have come, in ten seconds; the numbers behind it, in a minute. */
import { useSearch } from 'wouter';
import { pastIn, withSearch } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Figured } from '../../parts/figured.tsx';
import { Page } from '../../parts/page.tsx';
import { reportCsv, useReport } from '../../parts/use-report.ts';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { Categories } from './categories.tsx';
import { Money } from './money.tsx';
import { Silence } from './silence.tsx';
import { Steps } from './steps.tsx';
import { Take } from './take.tsx';
import { WhatBecame } from './what-became.tsx';
import { Women } from './women.tsx';

export const Overview = () => {
  const past = pastIn(useSearch());
  const progress = useAsked('/reports/progress', { query: past });
  const categories = useReport('what-became', { ...past, by: 'category' });
  const money = useReport('money', past);
  const women = useReport('women', past);
  const csv = (report: string, by?: string): string => reportCsv(report, { ...past, ...(by && { by }) });
  const answer = progress.data?.body;
  return (
    <Page
      title={say().overview.title}
      rests={
        answer && {
          recordedUpTo: answer.recordedUpTo,
          ruleSet: answer.ruleSet,
          json: withSearch('/reports/progress', { ...past }),
        }
      }
    >
      <AskedPart of={progress} room="headline">
        {(report) => <Headline progress={report} />}
      </AskedPart>
      <WhatBecame past={past} />
      <AskedPart of={progress} room="plot">
        {(report) => <Steps progress={report} csv={csv('progress', 'track')} />}
      </AskedPart>
      <div className="beside">
        <Silence past={past} />
        <Categories of={categories} csv={csv('what-became', 'category')} />
      </div>
      <div className="beside">
        <Money of={money} csv={csv('money')} />
        {answer?.overall.pledges !== 0 && <Women of={women} csv={csv('women')} />}
      </div>
      <Take past={past} />
    </Page>
  );
};

/** Figures first: what a reader takes away who reads nothing else. */
const Headline = ({ progress: { overall } }: { readonly progress: Answer<'/reports/progress'> }) => {
  if (overall.pledges === 0) return <p className="headline">{say().overview.empty}</p>;
  const { pledges, states, reached, withoutWord } = overall;
  const words = say().overview;
  return (
    <p className="headline">
      <Figured text={words.pledges(pledges, number(pledges))} figure={number(pledges)} />
      <Figured text={words.by(states, number(states))} figure={number(states)} />
      <Figured
        text={words.deployed(reached.DEPLOYED, number(reached.DEPLOYED))}
        figure={number(reached.DEPLOYED)}
      />
      <Figured text={words.silent(withoutWord, number(withoutWord))} figure={number(withoutWord)} />
    </p>
  );
};
