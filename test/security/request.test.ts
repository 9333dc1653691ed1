import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { metricsEndpoint } from '../../src/metrics/endpoint.ts';
import { makeMeters } from '../../src/metrics/meters.ts';
import { healthEndpoints } from '../../src/web/health.ts';
import { type ListenOptions, listen } from '../../src/web/listen.ts';

const HERE = { host: '127.0.0.1', port: 0 };

async function listening(options: ListenOptions = {}) {
  const endpoints = [
    ...healthEndpoints(async () => [{ name: 'database' }]),
    metricsEndpoint(makeMeters(), async () => {}),
    { path: '/take', handle: (request, response) => void request.resume().on('end', () => response.end('taken')) },
  ] satisfies Parameters<typeof listen>[1];
  const listener = await listen(HERE, endpoints, options);
  onTestFinished(() => listener.stop());
  return listener.port;
}

/** Sends these octets and no more; gives all that comes until the other side ends it. */
const sent = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });

// biome-ignore format: a table reads down its columns
test.each([
  ['half a head',             'POST /take HTTP/1.1\r\nHost: a\r\nX-Slow: '],
  ['a head and half a body',  'POST /take HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc'],
])('who sends %s and then nothing is cut off', async (_, text) => {
  const port = await listening({ requestMs: 100 });
  expect(await sent(port, text)).not.toContain('200 OK');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['climbs out of its folder',              'GET /healthz/../../../etc/passwd HTTP/1.1\r\nHost: a\r\n', 404],
  ['climbs by what stands for dots',        'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n',    404],
  ['names a whole address',                 'GET http://evil.example/metrics HTTP/1.1\r\nHost: a\r\n',  404],
  ['asks for another host',                 'GET /healthz HTTP/1.1\r\nHost: evil.example\r\n',          200],
  ['names no host',                         'GET /healthz HTTP/1.1\r\n',                                400],
  ['wants a tunnel',                        'CONNECT evil.example:80 HTTP/1.1\r\nHost: a\r\n',          undefined],
  ['is no HTTP',                            'SSH-2.0-x\r\n',                                            400],
  ['has an endless head',                   `GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n`, 431],
  ['has two lengths',                       'POST /take HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n', 400],
  ['has a length and parts',                'POST /take HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n', 400],
])('a request that %s gets nothing that it should not', async (_, text, status) => {
  const port = await listening({ requestMs: 1000 });
  const said = await sent(port, `${text}Connection: close\r\n\r\n`);
  expect(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1]).toBe(status === undefined ? undefined : String(status));
  expect(said).not.toMatch(/root:|evil\.example/);
});

test('what looks after the program says nothing of it but what is documented', async () => {
  const port = await listening();
  const url = `http://127.0.0.1:${port}`;
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready', database: 'ready' });
  for (const path of ['/', '/metrics/', '/env', '/debug', '/.git/config', '/hostmaster.db', '/slack', '/discord'])
    expect((await fetch(`${url}${path}`)).status, path).toBe(404);
  const headers = [...(await fetch(`${url}/healthz`)).headers.keys()];
  expect(headers).not.toContain('server');
  expect(headers).not.toContain('x-powered-by');
});
