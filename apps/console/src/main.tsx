/** The start of the console: providers and routes, no logic. */
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Route, Router, Switch } from 'wouter';
import { addressOf, BASE } from './addresses/addresses.ts';
import './look/look.css';
import { Overview } from './pages/overview/overview.tsx';
import { Bar } from './parts/bar.tsx';
import { watchHistory } from './parts/came-back.ts';
import { NoSuchPage } from './parts/page.tsx';
import { queries } from './server/queries.ts';
import { chooseLanguage } from './words/words.ts';

const Pledge = lazy(() =>
  import('./pages/pledge/shown-pledge.tsx').then(({ ShownPledge }) => ({ default: ShownPledge })),
);
const Queue = lazy(() => import('./pages/queue/queue.tsx').then(({ Queue }) => ({ default: Queue })));
const Register = lazy(() =>
  import('./pages/register/register.tsx').then(({ Register }) => ({ default: Register })),
);
const Announce = lazy(() =>
  import('./pages/announce/announce.tsx').then(({ Announce }) => ({ default: Announce })),
);
const Reports = lazy(() =>
  import('./pages/reports/reports.tsx').then(({ Reports }) => ({ default: Reports })),
);
const Report = lazy(() => import('./pages/reports/report.tsx').then(({ Report }) => ({ default: Report })));
const States = lazy(() => import('./pages/states/states.tsx').then(({ States }) => ({ default: States })));
const State = lazy(() => import('./pages/states/state.tsx').then(({ State }) => ({ default: State })));
const Conferences = lazy(() =>
  import('./pages/conferences/conferences.tsx').then(({ Conferences }) => ({ default: Conferences })),
);
const Conference = lazy(() =>
  import('./pages/conferences/conference.tsx').then(({ Conference }) => ({ default: Conference })),
);
const Gaps = lazy(() => import('./pages/gaps/gaps.tsx').then(({ Gaps }) => ({ default: Gaps })));
const Gap = lazy(() => import('./pages/gaps/gap.tsx').then(({ Gap }) => ({ default: Gap })));
const SignIn = lazy(() => import('./pages/sign-in/sign-in.tsx').then(({ SignIn }) => ({ default: SignIn })));
const Proof = lazy(() => import('./pages/proof/proof.tsx').then(({ Proof }) => ({ default: Proof })));
const Help = lazy(() => import('./pages/help/help.tsx').then(({ Help }) => ({ default: Help })));

const Console = () => (
  <StrictMode>
    <QueryClientProvider client={client}>
      <Router base={BASE}>
        <Bar />
        <Suspense fallback={<main id="content" className="room room-page" />}>
          <Switch>
            <Route path={addressOf.overview} component={Overview} />
            <Route path={addressOf.register} component={Register} />
            <Route path={`${addressOf.register}/:conference/:state/:code`} component={Pledge} />
            <Route path={addressOf.announce} component={Announce} />
            <Route path={`${addressOf.register}/:id`} component={Pledge} />
            <Route path={addressOf.states} component={States} />
            <Route path={`${addressOf.states}/:state`} component={State} />
            <Route path={addressOf.conferences} component={Conferences} />
            <Route path={`${addressOf.conferences}/:conference`} component={Conference} />
            <Route path={addressOf.reports} component={Reports} />
            <Route path={`${addressOf.reports}/:report`} component={Report} />
            <Route path={addressOf.gaps} component={Gaps} />
            <Route path={`${addressOf.gaps}/:gapId`} component={Gap} />
            <Route path={addressOf.queue} component={Queue} />
            <Route path={addressOf.signIn} component={SignIn} />
            <Route path={addressOf.proof} component={Proof} />
            <Route path={addressOf.help} component={Help} />
            <Route component={NoSuchPage} />
          </Switch>
        </Suspense>
      </Router>
    </QueryClientProvider>
  </StrictMode>
);

const client = queries();
watchHistory();
await chooseLanguage(new URLSearchParams(location.search).get('lang'));
const place = document.getElementById('console');
if (place !== null) createRoot(place).render(<Console />);
