import { expect, test } from 'vitest';
import { applicationOf, inviteLink } from '../../src/discord/invite.ts';

test('the invite link asks for the two scopes, to see channels, to write, to open threads, and to find its messages', () => {
  const { origin, pathname, searchParams } = new URL(inviteLink('123456789012345678'));
  expect(`${origin}${pathname}`).toBe('https://discord.com/oauth2/authorize');
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: '123456789012345678',
    scope: 'applications.commands bot',
    permissions: '309237746688',
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a token',                  `${Buffer.from('123456789012345678').toString('base64')}.x.y`, '123456789012345678'],
  ['a token without padding',  'MTIzNDU2Nzg5MDEyMzQ1Njc4MTI.x.y',                              '12345678901234567812'],
  ['something else',           'abc.def',                                                      undefined],
  ['nothing',                  '',                                                             undefined],
])('the application of a token: %s', (_, token, application) => {
  expect(applicationOf(token)).toBe(application);
});
