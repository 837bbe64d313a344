/** Certificates for tests, made by openssl: an authority, and what it signed for 127.0.0.1. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Certificates {
  /** Paths of files in PEM. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** @param folder an empty one. */
export const makeCertificates = (folder: string): Certificates => {
  const file = (name: string): string => join(folder, name);
  const openssl = (command: string): void =>
    void execFileSync('openssl', command.split(' '), { cwd: folder, stdio: 'pipe' });
  writeFileSync(file('names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
  openssl(
    'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority-of-a-test -keyout ca.key -out ca.pem',
  );
  openssl('req -newkey rsa:2048 -nodes -subj /CN=stand-in -keyout node.key -out node.csr');
  openssl(
    'x509 -req -in node.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out node.pem',
  );
  return { authority: file('ca.pem'), certificate: file('node.pem'), key: file('node.key') };
};
