/** Who may ask for a report stands in the list of reports, so that nobody has to be refused to learn it. */
import { ROLES, type Caller, type Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { closeAll, openInMemory } from '../testing/read-models-of.ts';
import { reportList } from './report-list.ts';
import { madeReport } from './report.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const NOW = '2026-03-01T09:00:00.000Z';

it('each is given to the roles that the list names, and to no others', async () => {
  const { contexts } = await openInMemory();
  const listed = new Map<string, readonly Role[]>(
    reportList().items.map(({ report, readers }) => [report, readers]),
  );
  for (const role of ROLES) {
    const caller: Caller = { subject: 'somebody', role, state: role === 'MS' ? 'RWA' : null };
    for (const definition of reports) {
      const given = await contexts.ask({}, caller, (context) =>
        madeReport(definition, context, {}, caller, NOW).then(
          () => true,
          (error: unknown) => {
            if (error instanceof Rejected && error.kind === 'forbidden') return false;
            throw error;
          },
        ),
      );
      expect([definition.report, role, given]).toEqual([
        definition.report,
        role,
        listed.get(definition.report)?.includes(role),
      ]);
    }
  }
});
