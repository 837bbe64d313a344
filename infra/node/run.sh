#!/bin/sh
# Runs a TypeScript source without a build step, on the Node of the lock file, from the root of the repository:
# `sh infra/node/run.sh apps/cli/src/main.ts`. Options of Node come first.
exec sh infra/node/with-pinned-node.sh node --import ./infra/node/typescript-hook.mjs "$@"
