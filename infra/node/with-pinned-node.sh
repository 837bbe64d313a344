#!/bin/sh
# Runs a command with the Node of the lock file first on the PATH: `sh infra/node/with-pinned-node.sh jest`.
# npm 10, which comes with Node 20, removes the link node_modules/.bin/node again when it skips the package of the other
# architecture, so the link cannot be relied on. Where no pinned binary runs (macOS, musl), the system's Node is used.
root=$(cd "$(dirname "$0")/../.." && pwd)
for bin in "$root"/node_modules/node-linux-*/bin; do
  if "$bin/node" --version >/dev/null 2>&1; then
    PATH=$bin:$PATH
    export PATH
    break
  fi
done
exec "$@"
