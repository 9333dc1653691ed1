import { expect, test } from 'vitest';
import { derivedKey, readMasterKey } from '../../src/slack/master-key.ts';
import { sealWith } from '../../src/slack/seal.ts';

const KEY = Buffer.alloc(32, 7);
const TOKEN = 'xoxb-1-secret';
const { seal, open } = sealWith(KEY);

test('what was sealed for a workspace opens for it, in any program with the key', () => {
  expect(sealWith(Buffer.from(KEY)).open(seal(TOKEN, 'T1'), 'T1')).toBe(TOKEN);
});

test('the same text is sealed otherwise each time, and never shows', () => {
  const texts = Array.from({ length: 100 }, () => seal(TOKEN, 'T1'));
  expect(new Set(texts.map((text) => text.slice(0, 19))).size).toBe(100);
  for (const text of texts) {
    expect(text).not.toContain('secret');
    expect(Buffer.from(text.slice(3), 'base64url').toString('latin1')).not.toContain('secret');
  }
});

test('no octet of it can be altered, and none left out', () => {
  const sealed = seal(TOKEN, 'T1');
  const octets = Buffer.from(sealed.slice(3), 'base64url');
  for (let at = 0; at < octets.length; at++) {
    const altered = Buffer.from(octets);
    altered[at]! ^= 1;
    expect(open(`v1.${altered.toString('base64url')}`, 'T1')).toBeUndefined();
    expect(open(`v1.${octets.subarray(0, at).toString('base64url')}`, 'T1')).toBeUndefined();
  }
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another key',         () => sealWith(Buffer.alloc(32, 8)).open(seal(TOKEN, 'T1'), 'T1')],
  ['another workspace',   () => open(seal(TOKEN, 'T1'), 'T2')],
  ['another form',        () => open(seal(TOKEN, 'T1').replace('v1', 'v2'), 'T1')],
  ['no text at all',      () => open('', 'T1')],
  ['a text in clear',     () => open(TOKEN, 'T1')],
])('%s opens nothing', (_, opened) => {
  expect(opened()).toBeUndefined();
});

const HEX = `${'00'.repeat(31)}ff`;
// biome-ignore format: a table reads down its columns
test.each([
  ['hexadecimal',                     HEX,                                                   HEX],
  ['capital hexadecimal',             HEX.toUpperCase(),                                     HEX],
  ['base64',                          Buffer.from(HEX, 'hex').toString('base64'),            HEX],
  ['base64 for addresses',            Buffer.alloc(32, 0xfb).toString('base64url'),          'fb'.repeat(32)],
  ['31 octets',                       Buffer.alloc(31).toString('base64'),                   undefined],
  ['33 octets',                       Buffer.alloc(33).toString('base64'),                   undefined],
  ['a pass phrase',                   'correct horse battery staple is not random now',      undefined],
  ['nothing',                         '',                                                    undefined],
])('a key may be given as %s, or may not', (_, text, hex) => {
  expect(readMasterKey(text)?.toString('hex')).toBe(hex);
});

test('each purpose has a key of its own', () => {
  const keys = [KEY, derivedKey(KEY, 'installations'), derivedKey(KEY, 'oauth state')];
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
  expect(keys.map(({ length }) => length)).toEqual([32, 32, 32]);
});
