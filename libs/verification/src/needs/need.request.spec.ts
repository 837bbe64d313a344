import { PublishNeedRequest } from './need.request.ts';
import { parse } from '../testing/parsed.request.ts';

const need = { kind: 'TRAINING', text: 'French for staff officers', memberState: 'BFA' };

it('a need names its languages by their codes, as a promise does', async () => {
  await expect(parse(PublishNeedRequest, { ...need, languages: ['fr', 'ar'] })).resolves.toMatchObject({
    languages: ['fr', 'ar'],
  });
});

it.each([[['xx']], [['fr', 'French']], [['']], ['fr']])(
  'languages that are none are refused: %j',
  (languages) => expect(parse(PublishNeedRequest, { ...need, languages })).rejects.toThrow('languages'),
);
