import { createServer, type AddressInfo, type Server } from 'node:net';
import { Global, Module } from '@nestjs/common';
import supertest from 'supertest';
import { useApp, type TestApp } from '../../../test/support/app.js';
import { anonymous } from '../../kernel/actor.js';
import { Authenticator } from '../access/authenticator.js';
import { Log } from '../log/log.js';
import { PageSurroundings } from '../http/surroundings.js';
import { Outbox } from '../jobs/outbox.js';
import { Metrics } from './metrics.js';
import { MetricsServer } from './metrics-server.js';

@Global()
@Module({
  providers: [
    { provide: Authenticator, useValue: { authenticate: async () => anonymous } },
    { provide: PageSurroundings, useValue: { supportNow: () => ({ label: '988', href: 'tel:988', phone: '988' }) } },
  ],
  exports: [Authenticator, PageSurroundings],
})
class NoBusinessModule {}

const HOST = '127.0.0.1';
const addressOf = (test: TestApp) => `http://${HOST}:${test.get(MetricsServer).port}`;

describe('the figures on a port of their own', () => {
  const test = useApp({ business: NoBusinessModule, env: { METRICS_PORT: '0' } });
  const read = (path: string) => fetch(addressOf(test) + path);

  it('are what the database holds at this moment, as Prometheus text', async () => {
    const before = await (await read('/metrics')).text();
    expect(before).toContain('goodstanding_outbox_open 0');
    await test.run((tx) => test.get(Outbox).add(tx, { kind: 'test.nothing', payload: {} }));
    const response = await read('/metrics');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, test.get(Metrics).contentType]);
    const text = await response.text();
    expect(text).toContain('goodstanding_outbox_open 1');
    expect(text).toMatch(/^process_cpu_seconds_total \d/m);
  });

  it('are all there is on it', async () => {
    for (const path of ['/', '/health/live', '/metrics/more']) expect((await read(path)).status).toBe(404);
  });

  it('are not at the public address any more', async () => {
    const response = await supertest(test.app.getHttpServer()).get('/metrics');
    expect([response.status, response.text.includes('goodstanding_outbox')]).toEqual([404, false]);
  });

  it('say that they cannot be read when the database cannot answer, and answer again afterwards', async () => {
    await test.owner.query('alter table outbox rename to outbox_away');
    try {
      const response = await read('/metrics');
      expect([response.status, await response.text()]).toEqual([503, '']);
    } finally {
      await test.owner.query('alter table outbox_away rename to outbox');
    }
    expect((await read('/metrics')).status).toBe(200);
  });
});

describe('without a port of their own', () => {
  const test = useApp({ business: NoBusinessModule });

  it('the figures are at the public address, for this machine', async () => {
    expect(test.get(MetricsServer).port).toBeUndefined();
    const response = await supertest(test.app.getHttpServer()).get('/metrics');
    expect([response.status, response.text.includes('goodstanding_outbox_open')]).toEqual([200, true]);
  });

  it('nothing has to be closed', async () => {
    await expect(serverOn(undefined).onApplicationShutdown()).resolves.toBeUndefined();
  });

  it('a port that somebody else has stops the start', async () => {
    const taken = await listening();
    try {
      await expect(serverOn(taken.port).onApplicationBootstrap()).rejects.toThrow('EADDRINUSE');
    } finally {
      await new Promise((closed) => taken.server.close(closed));
    }
  });

  it('a server closes at shutdown, whoever still holds a connection', async () => {
    const server = serverOn(0);
    await server.onApplicationBootstrap();
    const url = `http://${HOST}:${server.port}/metrics`;
    expect((await fetch(url, { headers: { connection: 'keep-alive' } })).status).toBe(200);
    await server.onApplicationShutdown();
    await expect(fetch(url)).rejects.toThrow();
  });

  function serverOn(port: number | undefined): MetricsServer {
    return new MetricsServer({ METRICS_PORT: port, HOST }, test.get(Metrics), test.get(Log));
  }
});

async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, HOST, ready));
  return { server, port: (server.address() as AddressInfo).port };
}
