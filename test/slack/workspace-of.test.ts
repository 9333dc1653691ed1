import { expect, test } from 'vitest';
import { workspaceOf } from '../../src/slack/workspace-of.ts';

const granted = (team_id: unknown) => ({ authorizations: [{ team_id, user_id: 'UBOT' }] });

// biome-ignore format: a table reads down its columns
test.each([
  ['an event',                                       { team_id: 'T1', ...granted('T1'), event: { user: 'U1' } },               'T1'],
  ['an event from a channel that two share',         { team_id: 'T2', ...granted('T1') },                                      'T1'],
  ['an event without authorizations',                { team_id: 'T1' },                                                        'T1'],
  ['an event with none left',                        { team_id: 'T1', authorizations: [] },                                    'T1'],
  ['an event for a whole organisation',              { team_id: 'T1', ...granted(null) },                                      'T1'],
  ['a slash command',                                { command: '/quiz', team_id: 'T1', user_id: 'U1' },                       'T1'],
  ['a button',                                       { type: 'block_actions', team: { id: 'T1' }, user: { id: 'U1', team_id: 'T2' } }, 'T1'],
  ['a button without a team',                        { type: 'block_actions', team: null, user: { id: 'U1', team_id: 'T1' } }, 'T1'],
  ['a form opened in a channel that two share',      { view: { app_installed_team_id: 'T1' }, team: { id: 'T2' } },            'T1'],
  ['a form',                                         { view: { app_installed_team_id: null }, team: { id: 'T1' } },            'T1'],
  ['what has parts of another shape',                { authorizations: 'x', view: 1, team: 'x', user: 'U1', team_id: 'T1' },   'T1'],
  ['what names none',                                { user: 'U1' },                                                           undefined],
  ['what is no object',                              'T1',                                                                     undefined],
])('%s is for the workspace that installed the app', (_, body, workspace) => {
  expect(workspaceOf(body)).toBe(workspace);
});
