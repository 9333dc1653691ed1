import { expect, test } from 'vitest';
import { backUp } from '../src/back-up.ts';
import { NOON } from './support/store.ts';

test.each(['postgres://ann:secret@db.example/hostmaster', 'postgresql:///hostmaster'])(
  'what a server keeps is copied by that server’s tools, and no password is said: %s',
  async (url) => {
    for (const order of [{ kind: 'copy' }, { kind: 'list' }, { kind: 'restore', copy: '/a.db' }] as const) {
      const error = await backUp(url, order, NOON).catch((error: unknown) => String(error));
      expect(error).toMatch(/pg_dump.*pg_restore/);
      expect(error).not.toContain('secret');
    }
  },
);
