import { nearest } from '../../base/nearest.ts';
import { assertNever } from '../../base/result.ts';
import { WORLDS_EACH } from '../../exchange/export-cards.ts';
import { type Context, declare } from '../command.ts';
import { isOrganiser } from '../is-organiser.ts';
import { addPack } from '../packs/add-pack.ts';
import { exportPack, FORMATS } from '../packs/export-pack.ts';
import { keepPack, removePack } from '../packs/keep-pack.ts';
import { switchPack } from '../packs/switch-pack.ts';
import { tellPack, tellPacks } from '../packs/tell-packs.ts';
import { button, notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';

const ACTIONS = ['list', 'info', 'enable', 'disable', 'add', 'keep', 'remove', 'export'] as const;

export const pack = declare({
  name: 'pack',
  summary: 'Show the question packs; organisers choose which are used here, and add their own.',
  options: {
    action: { type: 'choice', choices: ACTIONS, about: 'what to do; show all packs unless you say' },
    pack: { type: 'listed', list: 'packs', about: 'which pack' },
    text: { type: 'text', about: 'a pack to add, as YAML; I ask for it unless you say' },
    file: { type: 'file', about: 'a pack to add, as a file' },
    as: { type: 'choice', choices: FORMATS, about: 'as what to export; YAML unless you say' },
    worlds: { type: 'integer', about: 'in how many worlds to export a question that has one; 3 unless you say' },
    page: { type: 'integer', about: 'which page of an export, where it comes in pages' },
    offer: { type: 'word', about: 'which of the packs that were sent is to be added, as its button has it' },
  },
  examples: ['/pack', '/pack info', '/pack disable', '/pack add', '/pack add file=our-questions.yaml', '/pack export'],
  async handle(context, { action = 'list', pack: id, text, file, as = 'yaml', page = 1, worlds = WORLDS_EACH, offer }) {
    if (action !== 'list' && action !== 'info' && !(await mayOrganise(context))) return forOrganisers();
    const named = id === undefined ? undefined : context.content.packs.get(id);
    switch (action) {
      case 'list':
        return named ? tellPack(context, named) : tellPacks(context);
      case 'info':
        return named ? tellPack(context, named) : whichOne(context, 'info', text);
      case 'enable':
      case 'disable':
        return named ? switchPack(context, named, action === 'enable') : whichOne(context, action, text);
      case 'add':
        return addPack(context, { text, file });
      case 'export':
        return named ? exportPack(context, named, { as, page, worlds }) : whichOne(context, action, text);
      case 'keep':
        return keepPack(context, offer);
      case 'remove':
        return id === undefined ? whichOne(context, action, text) : removePack(context, id);
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

/** Asks which pack is meant, where none was named, or one that there is not. */
function whichOne({ content }: Context, action: string, named: string | undefined): Reply {
  const packs = [...content.packs.values()];
  const values = packs.map(({ id, title: label }) => ({ label, value: id }));
  const near = nearest(
    named ?? '',
    packs.map(({ id }) => id),
  );
  const say = `Say which pack, as in \`/pack ${action} ${near ?? values[0]?.value ?? 'basics'}\`.`;
  return notice(
    named === undefined
      ? say
      : `There is no pack ${shown(named)} here${near ? `; did you mean \`${near}\`?` : '.'} ${say}`,
    [{ kind: 'menu', label: 'Choose a pack', values, most: 1, command: `/pack ${action} {}` }],
  );
}
