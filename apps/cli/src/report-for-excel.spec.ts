/** found.md, B9: a report in Excel shows "Côte d’Ivoire", and a program reads the same report without a mark. */
import { openHostileServer, type HostileServer } from './testing/hostile-server.ts';
import { runInProcess, type Heard } from './testing/run-in-process.ts';

const MARK = '\uFEFF';
const CSV = "report,groupName,value\r\nstates,Côte d’Ivoire,-3\r\nstates,'=1+1,2\r\n";

let server: HostileServer;
beforeAll(async () => {
  server = await openHostileServer();
  server.answer = () => ({ status: 200, body: CSV });
});
afterAll(() => server.close());

const report = (args: readonly string[], watched = false): Promise<Heard> =>
  runInProcess(['report', 'states', ...args, '--url', server.url], watched);

it.each([
  ['the mark by which Excel knows UTF-8, in front, once', ['--excel'], MARK + CSV],
  ['the mark also where both are asked for', ['--csv', '--excel'], MARK + CSV],
  ['no mark for whoever did not ask for it', ['--csv'], CSV],
])('a file gets %s', async (_, args, out) => {
  expect(await report(args)).toEqual({ code: 0, out, err: '' });
});

it('a person who looks on sees no mark', async () => {
  const { code, out } = await report(['--excel'], true);
  expect([code, out.includes('Côte d’Ivoire'), out.includes(MARK), out.includes('FEFF')]).toEqual([
    0,
    true,
    false,
    false,
  ]);
});

it('JSON has no mark: both together are wrong usage', async () =>
  expect(await report(['--excel', '--json'])).toMatchObject({ code: 2, out: '' }));
