/** Expectations: accountability page, section 15, notes of officers and an assignee. */
import { ROLES } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { file, type FileCommand, type File } from './file.ts';

const PLEDGE = '01890a5d-ac96-774b-bcce-b302099a8057';

const command = (type: FileCommand['type'], data: object, role = 'DESK'): FileCommand =>
  ({
    type,
    data: { pledgeId: PLEDGE, ...data },
    meta: {
      role,
      onBehalfOf: null,
      body: null,
      actor: 'an.officer',
      occurredOn: '2026-01-01',
      now: '2026-01-02T00:00:00Z',
    },
  }) as unknown as FileCommand;

const assign = (assignee: string | null, task: object | null = null, role?: string) =>
  command('AssignPledge', { assignee, task }, role);

const after = (...commands: readonly FileCommand[]): File =>
  commands.reduce(
    (state, one) =>
      file.decide(one, state).reduce((at, event) => file.evolve(at, { ...event } as never), state),
    file.initialState(),
  );

const SILENT = { kind: 'SILENT', about: null };
const MILESTONE = { kind: 'MILESTONE_DUE', about: 'one' };

it.each<[string, readonly FileCommand[], FileCommand, number]>([
  ['somebody for the first time', [], assign('a'), 1],
  ['the same again', [assign('a')], assign('a'), 0],
  ['another', [assign('a')], assign('b'), 1],
  ['nobody where nobody is', [], assign(null), 0],
  ['nobody in place of somebody', [assign('a')], assign(null), 1],
  ['the same for a task', [assign('a')], assign('a', SILENT), 1],
  [
    'the same for another task of the kind',
    [assign('a', MILESTONE)],
    assign('a', { ...MILESTONE, about: 'two' }),
    1,
  ],
  ['the same for the same task', [assign('a', MILESTONE), assign('b')], assign('a', MILESTONE), 0],
])('assigning %s', (_, before, sent, events) => {
  expect(file.decide(sent, after(...before))).toHaveLength(events);
});

it('a note is a note, however often it is said', () => {
  const note = command('AddNote', { noteId: PLEDGE, text: 'Called', task: null });
  expect(file.decide(note, after(note))).toEqual([{ type: 'NoteAdded', data: note.data }]);
});

it.each(ROLES)('%s keeps it, or is refused', (role) => {
  const mayKeep = ['DESK', 'SFGC', 'FGS', 'PD', 'DOS'].includes(role);
  for (const sent of [assign('a', null, role), command('AddNote', { text: 't', task: null }, role)]) {
    const outcome = (): string => {
      try {
        file.decide(sent, file.initialState());
        return 'taken';
      } catch (error) {
        return (error as Rejected).code;
      }
    };
    expect(outcome()).toBe(mayKeep ? 'taken' : 'FORBIDDEN');
  }
});
