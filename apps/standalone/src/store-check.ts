/** Compares places and read models with the log after a restore, in the image and from a clone: `npm run store-check [-- --json]`. */
import { storeCheck } from '@pledgeline/runtime/store-check';

process.exitCode = await storeCheck(process.argv.slice(2), process.env, {
  write: (text) => void process.stdout.write(text),
  fail: (text) => void process.stderr.write(text),
});
