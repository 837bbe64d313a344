import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TASK_SENTENCE_CODES, TASK_SENTENCES } from '@pledgeline/contracts';
import { inTheirWords, say, sentencesInWords } from './sentence.ts';

it('a sentence has its values in it, lists with commas between', () => {
  const documents = ['MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'];
  expect(sentencesInWords([say('SEND_DOCUMENTS', { documents })])).toBe(
    'The state sends, and tells when; the Secretariat records: MAJOR_EQUIPMENT, SELF_SUSTAINMENT.',
  );
  expect(sentencesInWords([say('FILL_POSTS', { open: 0, promised: 3 })])).toMatch(/^0 of 3 promised/);
});

it('sentences stand one after the other', () => {
  const turn = [say('AGREE_TURN_ON', { from: '2027-01-01' }), say('COME_EARLIER', { state: 'NOR' })];
  expect(sentencesInWords(turn)).toBe(
    'No state has the turn from 2027-01-01 on: agree one. NOR comes next, and says whether it comes earlier.',
  );
});

it('what somebody wrote stays as it is, braces too, and nothing is said where nothing was written', () => {
  expect(sentencesInWords([say('ANSWER_QUESTION', { question: 'Is it {question} or {code}?' })])).toBe(
    'Answer: Is it {question} or {code}?',
  );
  expect(sentencesInWords(inTheirWords('$& {text}'))).toBe('$& {text}');
  expect([...inTheirWords(null), ...inTheirWords(' ')]).toEqual([]);
});

it('every sentence can be worded by its values alone', () => {
  for (const text of Object.values(TASK_SENTENCES))
    expect(text.replace(/\{[a-zA-Z]+\}/g, '')).not.toMatch(/[{}]/);
});

it('every sentence is said somewhere', () => {
  const rules = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.ts') && !/\.spec\./.test(name),
  );
  const sources = rules.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join();
  expect(TASK_SENTENCE_CODES.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});
