import { parsePolicy } from './policy.ts';
import { checkpointVectors } from './testing/vectors.ts';
import { witness } from './testing/witness.ts';

const keys = [1, 2, 3, 4].map((n) => witness(`w${n}.example`, String(n).repeat(64)).verifierKey);
const log = checkpointVectors.verifierKey;
const [one, two, three, four] = keys as [string, string, string, string];
const defined = `
# who we know
log ${log} https://pledges.example/proof
witness A ${one} https://a.example
witness\tB ${two}
  witness C ${three}
`;

/** Of a policy, which of the four have signed. */
const isMet = (text: string, ...signed: string[]): boolean => {
  const policy = parsePolicy(text);
  const signedBy = policy.witnesses
    .filter(({ name }) => signed.includes(name))
    .map(({ verifier }) => ({ verifier, time: 1_800_000_000 }));
  return policy.isMetBy(signedBy);
};

describe('a policy', () => {
  it('says whom it knows, and where they are asked', () => {
    const { logs, witnesses } = parsePolicy(`${defined}quorum none\n`);
    expect(logs.map(({ verifier, url }) => [verifier.name, url])).toEqual([
      ['pledges.example/log', 'https://pledges.example/proof'],
    ]);
    expect(witnesses.map(({ name, verifier, url }) => [name, verifier.name, url])).toEqual([
      ['A', 'w1.example', 'https://a.example'],
      ['B', 'w2.example', null],
      ['C', 'w3.example', null],
    ]);
  });

  const nested = `${defined}witness D ${four}\ngroup AB 1 A B\ngroup all-of all AB C\nquorum all-of\n`;
  it.each([
    ['none wants nobody', `${defined}quorum none`, [], true],
    ['a witness wants itself', `${defined}quorum B`, ['A', 'C'], false],
    ['a witness has itself', `${defined}quorum B`, ['B'], true],
    ['any has one', `${defined}group g any A B C\nquorum g`, ['C'], true],
    ['any has nobody', `${defined}group g any A B C\nquorum g`, [], false],
    ['two of three have one', `${defined}group g 2 A B C\nquorum g`, ['A'], false],
    ['two of three have two', `${defined}group g 2 A B C\nquorum g`, ['A', 'C'], true],
    ['all have two of three', `${defined}group g all A B C\nquorum g`, ['A', 'C'], false],
    ['all have three', `${defined}group g all A B C\nquorum g`, ['A', 'B', 'C'], true],
    ['a group of groups has its parts', nested, ['B', 'C'], true],
    ['a group of groups lacks one', nested, ['A', 'B', 'D'], false],
  ])('%s', (_, text, signed, met) => {
    expect(isMet(text, ...signed)).toBe(met);
  });

  it.each([
    ['no quorum', defined, 'which quorum'],
    ['two quorums', `${defined}quorum A\nquorum B`, 'Line 8'],
    ['an unknown word', `${defined}wittness D ${four}\nquorum none`, 'Line 7'],
    ['a word of every object', `${defined}constructor\nquorum none`, 'Line 7'],
    ['a name that comes later', `${defined}quorum D\nwitness D ${four}`, 'Line 7'],
    ['a name twice', `${defined}witness A ${four}\nquorum none`, 'Line 7'],
    ['the name none', `${defined}witness none ${four}\nquorum none`, 'Line 7'],
    ['a witness twice', `${defined}witness D ${one}\nquorum none`, 'Line 7'],
    ['a log twice', `${defined}log ${log}\nquorum none`, 'Line 7'],
    ['a log as a witness', `${defined}witness D ${log}\nquorum none`, 'Line 7'],
    ['a witness as a log', `${defined}log ${four}\nquorum none`, 'Line 7'],
    ['a group of nobody', `${defined}group g any\nquorum g`, 'Line 7'],
    ['none of a group', `${defined}group g 0 A\nquorum g`, 'Line 7'],
    ['more than a group has', `${defined}group g 3 A B\nquorum g`, 'Line 7'],
    ['a member twice', `${defined}group g 2 A A\nquorum g`, 'Line 7'],
    ['a member of two groups', `${defined}group g any A\ngroup h any A B\nquorum h`, 'Line 8'],
    ['a group in itself', `${defined}group g any g\nquorum g`, 'Line 7'],
    ['more words', `${defined}quorum A B`, 'Line 7'],
    ['a control character', `${defined}quorum A\r`, 'Line 7'],
    ['a key that is none', `${defined}witness D abc\nquorum none`, 'Line 7'],
  ])('is refused with %s', (_, text, message) => {
    expect(() => parsePolicy(text)).toThrow(
      expect.objectContaining({ name: 'Refused', message: expect.stringContaining(message) }),
    );
  });
});
