import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { PlatformError } from '../../src/base/platform-error.ts';
import type { Endpoint } from '../../src/web/endpoint.ts';
import { listen } from '../../src/web/listen.ts';
import { readBody } from '../../src/web/read-body.ts';
import { readAddress } from '../../src/web/settings.ts';

const HERE = { host: '127.0.0.1', port: 0 };
const saying = (path: string): Endpoint => ({ path, handle: (_, response) => void response.end(path) });

async function listening(...endpoints: readonly Endpoint[]) {
  const listener = await listen(HERE, endpoints);
  onTestFinished(() => listener.stop());
  const url = `http://127.0.0.1:${listener.port}`;
  return { ...listener, url, get: async (path: string, init?: RequestInit) => fetch(`${url}${path}`, init) };
}

// biome-ignore format: a table reads down its columns
test.each([
  ['a path',               '/a',       200, '/a'],
  ['a path with a query',  '/b?x=/a',  200, '/b'],
  ['a path below one',     '/a/c',     404, ''],
  ['no path',              '/',        404, ''],
  ['a path that is none',  '//',       404, ''],
])('%s is answered by whom it belongs to', async (_, path, status, text) => {
  const { get } = await listening(saying('/a'), saying('/b'));
  const response = await get(path);
  expect([response.status, await response.text()]).toEqual([status, text]);
});

test('a port that is taken is a problem with a sentence', async () => {
  const { port } = await listening();
  const error = await listen({ ...HERE, port }, []).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PlatformError);
  expect(String(error)).toContain(`Nothing can listen at 127.0.0.1, port ${port}.`);
});

test('stopping waits for what is being answered, and not for who only holds the line', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const slow: Endpoint = {
    path: '/slow',
    handle(_, response) {
      begin();
      gate.then(() => response.end('done'));
    },
  };
  const { get, port, stop } = await listening(slow);
  const idle = connect(port, '127.0.0.1');
  const asked = get('/slow');
  await begun;
  const stopped = stop();
  open();
  expect(await (await asked).text()).toBe('done');
  await stopped;
  idle.destroy();
});

// biome-ignore format: a table reads down its columns
test.each([
  ['one that fits',        'abc',  'abc'],
  ['one that just fits',   'abcd', 'abcd'],
  ['one that is too long', 'abcde', undefined],
  ['letters of two octets', 'éé',  'éé'],
])('a body of at most four octets: %s', async (_, body, read) => {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const reading: Endpoint = {
    path: '/',
    handle: (request, response) => void readBody(request, 4).then((text) => [resolve(text), response.end()]),
  };
  const { get } = await listening(reading);
  await get('/', { method: 'POST', body });
  expect(await promise).toBe(read);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing said',    {},                               { host: '127.0.0.1', port: 3000 }],
  ['left empty',      { HOST: ' ', PORT: '' },          { host: '127.0.0.1', port: 3000 }],
  ['both said',       { HOST: '0.0.0.0', PORT: '0' },   { host: '0.0.0.0', port: 0 }],
  ['a word',          { PORT: 'http' },                 undefined],
  ['a port too high', { PORT: '65536' },                undefined],
])('where to listen: %s', (_, environment, address) => {
  const read = readAddress(environment);
  expect(read.ok ? read.value : undefined).toEqual(address);
  if (!read.ok) expect(read.problem.join()).toContain('PORT');
});
