/** The sentences of signing in. They come with its page, and not with the first page. */
export const enSignIn = {
  title: 'Sign in',
  local: 'On this machine',
  localText:
    'The server wrote a link for each role when it started, on its terminal and to a file in its data folder. Open the one of your role in this browser; it works once, within the hour.',
  issuer: 'With your organisation’s account',
  issuerText: 'You go to the page of the issuer, and come back here signed in.',
  go: 'Sign in there',
  headers: 'This server believes the names that its proxy gives it; there is nothing to sign in to.',
  nobody: 'Without signing in, everything that is public can be read.',
  already: (who: string) => `You have signed in as ${who}.`,
  refusedTitle: 'You are not signed in',
  refused: {
    DENIED: 'You said no at the issuer, or it said no to you. You may begin again here.',
    ISSUER_REFUSED:
      'The issuer did not sign you in, or what it says of you is not accepted here. Begin again; if that does not help, tell those who look after this server.',
    NOT_OURS: 'What came back from the issuer does not belong to the sign-in of this browser. Begin again.',
    EXPIRED:
      'This sign-in took longer than ten minutes, was finished already, or was begun in another browser. Begin again.',
    ISSUER_UNAVAILABLE: 'The issuer does not answer now. Try again in a minute.',
    NO_ROLE:
      'The issuer knows you, and gives you no role here. Those who look after your account there can give you one.',
    NO_STATE:
      'The issuer does not say for which state you speak. Those who look after your account there can add it.',
  },
  refusedOtherwise: 'The sign-in did not work. Begin again.',
  goOn: 'Go on',
} as const;
