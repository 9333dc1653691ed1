import { expect, test } from 'vitest';
import { namingStatements } from '../../src/store/named-statements.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['a query of some columns',     'select "id" from "learner" where "id" = $1',              true],
  ['a count',                     'select count(*) as "all" from "review"',                  true],
  ['a write',                     'insert into "learner" ("id") values ($1)',                true],
  ['all columns',                 'select * from "memory" where "learner" = $1',             false],
  ['all columns of one table',    'select "review".*, "at" from "review"',                   false],
  ['all columns of what changed', 'update "post" set "tries" = $1 returning *',              false],
  ['no matter of plans',          'begin',                                                   false],
] as const)('%s', (_, text, isNamed) => {
  const [statement, values] = namingStatements()(text, ['x']);
  if (isNamed) expect(statement).toEqual({ name: 'h0', text, values: ['x'] });
  else expect([statement, values]).toEqual([text, ['x']]);
});

test('one text has one name, and of very many the last have none', () => {
  const named = namingStatements();
  const nameOf = (text: string) => {
    const [statement] = named(text, []);
    return typeof statement === 'string' ? undefined : statement.name;
  };
  expect(nameOf('select 1')).toBe(nameOf('select 1'));
  const names = Array.from({ length: 400 }, (_, number) => nameOf(`select ${number}`));
  expect(new Set(names.slice(0, 300)).size).toBe(300);
  expect(names.at(-1)).toBeUndefined();
});
