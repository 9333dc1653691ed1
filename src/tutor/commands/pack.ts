import { assertNever } from '../../base/result.ts';
import { type Context, declare } from '../command.ts';
import { isOrganiser } from '../is-organiser.ts';
import { switchPack } from '../packs/switch-pack.ts';
import { tellPack, tellPacks } from '../packs/tell-packs.ts';
import { button, notice, type Reply } from '../reply.ts';

const ACTIONS = ['list', 'info', 'enable', 'disable'] as const;

export const pack = declare({
  name: 'pack',
  summary: 'Show the question packs; organisers choose which are used here, and add their own.',
  options: {
    action: { type: 'choice', choices: ACTIONS, about: 'what to do; show all packs unless you say' },
    pack: { type: 'listed', list: 'packs', about: 'which pack' },
  },
  examples: ['/pack', '/pack info', '/pack disable'],
  async handle(context, { action = 'list', pack: id }) {
    if (action !== 'list' && action !== 'info' && !(await mayOrganise(context))) return forOrganisers();
    const named = id === undefined ? undefined : context.content.packs.get(id);
    switch (action) {
      case 'list':
        return named ? tellPack(context, named) : tellPacks(context);
      case 'info':
        return named ? tellPack(context, named) : whichOne(context, 'info');
      case 'enable':
      case 'disable':
        return named ? switchPack(context, named, action === 'enable') : whichOne(context, action);
      default:
        return assertNever(action);
    }
  },
});

const mayOrganise = ({ store, account, venue }: Context): Promise<boolean> => isOrganiser(store, account, venue);

const forOrganisers = (): Reply =>
  notice(
    'Only those who organise the study group may change its packs: whoever manages the server or workspace, and whom they have allowed with `/organisers`.',
    [button('All packs', '/pack list')],
  );

/** Asks which pack is meant. */
function whichOne({ content }: Context, action: string): Reply {
  const values = [...content.packs.values()].map(({ id, title: label }) => ({ label, value: id }));
  return notice(`Say which pack, as in \`/pack ${action} ${values[0]?.value ?? 'basics'}\`.`, [
    { kind: 'menu', label: 'Choose a pack', values, most: 1, command: `/pack ${action} {}` },
  ]);
}
