import {
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { assertNever } from '../src/base/result.ts';
import { readControl } from '../src/discord/control.ts';
import { renderForm } from '../src/discord/form.ts';
import { type DiscordFile, type DiscordMessage, renderDiscord } from '../src/discord/render.ts';
import type { Painted } from '../src/tutor/painted.ts';
import { drawMarkdown } from './discord-markdown.ts';
import { AVATAR, escapedHtml, pageOf } from './page.ts';
import { addressOf } from './paint-scenes.ts';
import type { Scene } from './scene.ts';

/** A scene as Discord's dark theme shows its payloads in a server; undefined for what Discord has no place for. */
export function discordPage({ view, reply }: Scene, painted: Painted): string | undefined {
  const messages = renderDiscord(reply, reply.audience === 'learner', painted);
  switch (view) {
    case 'home':
      return undefined;
    case 'form':
      return page(drawModal(formIn(messages)));
    case 'menu':
      return page(`<div class="opened">${messages.map(drawMenus).join('')}</div>`);
    case 'message':
      return page(`<discord-messages>${messages.map(drawMessage).join('')}</discord-messages>`);
    default:
      return assertNever(view);
  }
}

function drawMessage({ flags, components, files }: DiscordMessage): string {
  const hidden = (flags & MessageFlags.Ephemeral) === 0 ? '' : 'ephemeral';
  const parts = components.map((component) => drawComponent(component, files)).join('');
  return `<discord-message author="Hostmaster" avatar="${AVATAR}" bot timestamp="12:00" ${hidden}><div class="parts">${parts}</div></discord-message>`;
}

function drawComponent(component: APIMessageTopLevelComponent, files: DiscordMessage['files'] = []): string {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return `<div class="text">${drawMarkdown(component.content)}</div>`;
    case ComponentType.ActionRow:
      return `<discord-action-row>${component.components.map(drawControl).join('')}</discord-action-row>`;
    case ComponentType.File:
      return `<div class="file">📄 <a>${escapedHtml(component.file.url.replace('attachment://', ''))}</a></div>`;
    case ComponentType.MediaGallery:
      return component.items.map(({ media }) => drawPicture(media.url, files)).join('');
    case ComponentType.Separator:
      return '<hr>';
    default:
      throw new Error(`there is no picture of a component of type ${component.type} yet`);
  }
}

function drawPicture(url: string, files: readonly DiscordFile[]): string {
  const file = files.find(({ name }) => url === `attachment://${name}`);
  if (!(file?.data instanceof Uint8Array)) throw new Error(`there is no picture ${url}`);
  return `<img class="drawn" src="${addressOf(file.data)}" alt="${escapedHtml(file.description)}">`;
}

function drawControl(control: APIComponentInMessageActionRow): string {
  switch (control.type) {
    case ComponentType.Button:
      return drawButton(control);
    case ComponentType.StringSelect:
      return `<discord-string-select-menu placeholder="${escapedHtml(control.placeholder ?? '')}"></discord-string-select-menu>`;
    default:
      throw new Error(`there is no picture of a control of type ${control.type} yet`);
  }
}

/** The menus of a message with what they offer, and nothing else of it. */
const drawMenus = (message: DiscordMessage): string =>
  controlsOf(message)
    .filter((control) => control.type === ComponentType.StringSelect)
    .map((menu) => `<discord-action-row>${drawControl(menu)}</discord-action-row>${drawOptions(menu)}`)
    .join('');

const drawOptions = ({ options }: APIStringSelectComponent): string =>
  `<div class="options">${options.map(({ label, description = '' }) => `<div class="option"><span>${escapedHtml(label)}<small>${escapedHtml(description)}</small></span><i></i></div>`).join('')}</div>`;

const controlsOf = ({ components }: DiscordMessage): readonly APIComponentInMessageActionRow[] =>
  components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));

const STYLES: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};
const drawButton = (button: APIButtonComponent): string => {
  const label = 'label' in button ? (button.label ?? '') : '';
  if (button.style === ButtonStyle.Link)
    return `<discord-button type="secondary" url="${escapedHtml(button.url)}"><span class="label">${escapedHtml(label)}</span></discord-button>`;
  return `<discord-button type="${STYLES[button.style]}"><span class="label">${escapedHtml(label)}</span></discord-button>`;
};

type Modal = APIModalInteractionResponseCallbackData;

/** The form that the first button of its kind opens. */
function formIn(messages: readonly DiscordMessage[]): Modal {
  for (const control of messages.flatMap(controlsOf)) {
    const asked = 'custom_id' in control ? readControl(control.custom_id) : undefined;
    if (asked?.kind === 'ask') return renderForm({ ...asked, kind: 'form' });
  }
  throw new Error('nothing here opens a form');
}

function drawModal({ title, components }: Modal): string {
  const fields = components.map((part) => {
    if (part.type !== ComponentType.Label || part.component.type !== ComponentType.TextInput)
      throw new Error(`no picture of a field ${part.type} yet`);
    const { placeholder = '', required = true } = part.component;
    return `<label>${escapedHtml(part.label)}${required ? '<b>*</b>' : ''}<input placeholder="${escapedHtml(placeholder)}"></label>`;
  });
  return `<div class="modal"><header><img src="${AVATAR}" alt=""><h2>${escapedHtml(title)}</h2><span>✕</span></header>
    <p class="warning">This form will be submitted to <strong>Hostmaster</strong>. Do not share passwords or other sensitive information.</p>
    ${fields.join('')}<footer><button>Cancel</button><button class="submit">Submit</button></footer></div>`;
}

/** What the web components import by name, where `shoot` serves it. */
const IMPORTS = {
  '@skyra/discord-components-core': '/node_modules/@skyra/discord-components-core/dist/index.js',
  '@lit/context': '/node_modules/@lit/context/index.js',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-element/': '/node_modules/lit-element/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
};
const HEAD = `<link rel="stylesheet" href="/gallery/discord.css">
  <script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
  <script type="module">import '@skyra/discord-components-core';</script>`;
const page = (body: string): string => pageOf(HEAD, body);
