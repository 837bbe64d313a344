// Whether a demo has shown what it promises: its report, and a server that answers.
import { setTimeout as pause } from 'node:timers/promises';

const statusOf = (url) =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  );

/** What a newcomer opens: the first line that the demo itself prints. */
const consoleIn = (printed) => /^Open (http:\/\/\S+\/console\/) in a browser$/m.exec(printed)?.[1];

const lackingIn = async (printed) => {
  const origin = /^Serving on (http:\/\/\S+:[1-9]\d*) /m.exec(printed)?.[1];
  if (!/deployed/i.test(printed)) return 'a report that reaches deployment';
  if (origin === undefined) return 'an address to open';
  for (const path of ['/health/ready', '/reports/progress'])
    if ((await statusOf(origin + path)) !== 200) return `200 from ${path}`;
  const pages = consoleIn(printed);
  if (pages === undefined) return 'the address of the console';
  const page = await fetch(pages).then((answer) => (answer.ok ? answer.text() : ''));
  return page.includes('id="console"') ? undefined : `a console at ${pages}`;
};

/**
 * @param printed what the demo has printed so far
 * @param running whether it still runs
 * @returns what it lacks, or undefined once it serves, and still does so two seconds later.
 */
export const lackOfDemo = async ({ printed, running, until }) => {
  let lack = await lackingIn(printed());
  while (lack !== undefined && running() && Date.now() < until) {
    await pause(250);
    lack = await lackingIn(printed());
  }
  if (lack !== undefined) return lack;
  await pause(2000);
  return running() ? undefined : 'a demo that keeps serving';
};
