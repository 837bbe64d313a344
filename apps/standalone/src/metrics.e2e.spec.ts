/** A Prometheus reads the server on a port of its own, and callers of the server never reach it. */
import type { Launched } from '@pledgeline/runtime/testing';
import { launchStandalone } from './testing/launch-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let server: Launched;
afterEach(() => server.kill());
afterAll(() => folder.remove());

const started = async (env: Readonly<Record<string, string>>) => {
  server = launchStandalone({ PLEDGELINE_DATA: folder.path, ...env });
  const url = await server.url;
  const metrics = server.lines.find(({ msg }) => msg === 'serving')?.['metrics'] as string | null;
  return { url, metrics };
};

it('with a port for it, the state of every group and what it has set aside', async () => {
  const { url, metrics } = await started({ PLEDGELINE_METRICS_PORT: '0' });
  expect(metrics).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
  const groups = ((await (await fetch(`${url}/health/ready`)).json()) as { groups: { group: string }[] })
    .groups;
  expect(groups.length).toBeGreaterThan(2);
  const text = await (await fetch(metrics ?? '')).text();
  for (const { group } of groups) {
    expect(text).toMatch(
      new RegExp(`^pledgeline_delivery_group_state\\{group="${group}",state="[a-z-]+"\\} 1$`, 'm'),
    );
    expect(text).toContain(`pledgeline_delivery_messages_set_aside_total{group="${group}"} 0`);
  }
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
});

it('without one there is none', async () => {
  expect((await started({})).metrics).toBeNull();
});
