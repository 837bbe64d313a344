import { takenCommands } from './taken-commands.ts';

const command = (commandId: string, bodyHash = 'body') => ({ commandId, bodyHash });
const done = () => Promise.resolve('done');

it('another body under the same id is refused, whether the first is done or under way', async () => {
  const taken = takenCommands();
  let finish: (result: string) => void = () => undefined;
  const first = taken.take(command('1'), () => new Promise((resolve) => (finish = resolve)));
  const reused = { code: 'COMMAND_ID_REUSED' };
  await expect(taken.take(command('1', 'other'), done)).rejects.toMatchObject(reused);
  finish('first');
  expect(await first).toBe('first');
  await expect(taken.take(command('1', 'other'), done)).rejects.toMatchObject(reused);
});

it('the same body, and another id, are done', async () => {
  const taken = takenCommands();
  for (const id of ['1', '1', '2']) expect(await taken.take(command(id), done)).toBe('done');
});

it('a dry run is refused as the command would be, and takes no id', async () => {
  const taken = takenCommands();
  taken.mustBeFreeFor(command('1'));
  expect(await taken.take(command('1', 'other'), done)).toBe('done');
  taken.mustBeFreeFor(command('1', 'other'));
  expect(() => taken.mustBeFreeFor(command('1'))).toThrow(
    expect.objectContaining({ code: 'COMMAND_ID_REUSED' }),
  );
});

it('a refusal is not remembered', async () => {
  const taken = takenCommands();
  await expect(taken.take(command('1'), () => Promise.reject(new Error('refused')))).rejects.toThrow(
    'refused',
  );
  expect(await taken.take(command('1', 'put right'), done)).toBe('done');
});

it('a repeat that fails leaves the first one remembered', async () => {
  const taken = takenCommands();
  await taken.take(command('1'), done);
  await expect(taken.take(command('1'), () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  await expect(taken.take(command('1', 'other'), done)).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
});
