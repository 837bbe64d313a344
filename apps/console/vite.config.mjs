// How the console is built: files that the server's policy of content lets in, so nothing inline and nothing from elsewhere.
// For development: `npm run dev` for the server, then `npx vite apps/console`, which hands the names of the API to it.
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const SERVER = process.env.PLEDGELINE_URL ?? 'http://127.0.0.1:3000';
/** Everything that is no page and no source of one is asked of the server. */
const API = '^/(?!console(?:/|$)|@|src/|node_modules/)';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  resolve: { conditions: ['@pledgeline/source', ...defaultClientConditions] },
  server: { proxy: { [API]: SERVER } },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
  },
});
