import type { types } from '@slack/bolt';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { assertNever } from '../src/base/result.ts';
import { readActionId } from '../src/slack/action-id.ts';
import { renderHome, renderSlack, type SlackMessage } from '../src/slack/render.ts';
import { renderForm } from '../src/slack/render-form.ts';
import { commands } from '../src/tutor/commands.ts';
import type { Painted } from '../src/tutor/painted.ts';
import type { Reply } from '../src/tutor/reply.ts';
import { AVATAR, escapedHtml, pageOf } from './page.ts';
import { addressOf } from './paint-scenes.ts';
import type { Scene } from './scene.ts';

type Blocks = readonly types.AnyBlock[];

const NAMES: ReadonlySet<string> = new Set(commands.map(({ name }) => name));

/** A scene as Slack's light theme shows its payloads in a channel. */
export function slackPage({ view, reply }: Scene, painted: Painted): string {
  switch (view) {
    case 'home':
      return page(drawHome(renderHome(reply, NAMES)));
    case 'form':
      return page(drawModal(formIn(renderSlack(reply, NAMES))));
    case 'menu':
      return page(renderSlack(reply, NAMES).map(drawOpened).join(''));
    case 'message':
      return page(drawMessages(withPictures(reply, painted), reply.audience === 'learner'));
    default:
      return assertNever(view);
  }
}

/** Pictures by an address of their own, as there is no workspace that has them. */
function withPictures(reply: Reply, painted: Painted): readonly SlackMessage[] {
  const uploaded = new Map([...painted.keys()].map((picture, place) => [picture, `F${place}`] as const));
  const pngs = new Map([...painted].map(([picture, png]) => [String(uploaded.get(picture)), png] as const));
  return renderSlack(reply, NAMES, uploaded).map(({ text, blocks }) => ({
    text,
    blocks: blocks.map((block): types.KnownBlock => {
      const id =
        block.type === 'image' && 'slack_file' in block && block.slack_file && 'id' in block.slack_file
          ? block.slack_file.id
          : undefined;
      const png = pngs.get(String(id));
      return block.type === 'image' && png
        ? { type: 'image', image_url: addressOf(png), alt_text: block.alt_text }
        : block;
    }),
  }));
}

function drawMessages(messages: readonly SlackMessage[], isHidden: boolean): string {
  const hidden = isHidden ? '<div class="hidden">👁 Only visible to you</div>' : '';
  const from = `${hidden}<div class="from"><b>Hostmaster</b><span>APP</span><time>12:00 PM</time></div>`;
  return messages
    .map(({ blocks }) => `<article><img src="${AVATAR}" alt=""><div>${from}${drawBlocks(blocks)}</div></article>`)
    .join('');
}

/** The menus of a message with what they offer, and nothing else of it. */
function drawOpened({ blocks }: SlackMessage): string {
  const menus = blocks.filter((block) => optionsIn(block).length > 0);
  const options = menus.flatMap(optionsIn).map((option) => `<li>${escapedHtml(option.text.text)}</li>`);
  return `<div class="opened">${drawBlocks(menus)}<ul>${options.join('')}</ul></div>`;
}

const optionsIn = (block: types.KnownBlock): readonly types.PlainTextOption[] =>
  block.type === 'actions'
    ? block.elements.flatMap((element) =>
        'options' in element ? ((element.options ?? []) as types.PlainTextOption[]) : [],
      )
    : [];

const drawHome = ({ blocks }: types.HomeView): string =>
  `<div class="home"><header><img src="${AVATAR}" alt=""><b>Hostmaster</b></header><nav><b>Home</b><span>Messages</span><span>About</span></nav>${drawBlocks(blocks)}</div>`;

const drawModal = ({ title, blocks, submit, close }: types.ModalView): string =>
  `<div class="modal"><header><img src="${AVATAR}" alt=""><b>${escapedHtml(title.text)}</b><span>✕</span></header>${drawBlocks(blocks)}
    <footer><button>${escapedHtml(close?.text ?? 'Close')}</button><button class="submit">${escapedHtml(submit?.text ?? '')}</button></footer></div>`;

/** The form that the first button of its kind opens. */
function formIn(messages: readonly SlackMessage[]): types.ModalView {
  const elements = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])),
  );
  for (const element of elements) {
    const pressed = readActionId(element.action_id ?? '');
    if (element.type !== 'button' || pressed?.kind !== 'fill') continue;
    const asked = { label: element.text.text, placeholder: pressed.rest, command: element.value ?? '' };
    return renderForm({ ...asked, trigger: '' }, {});
  }
  throw new Error('nothing here opens a form');
}

const drawBlocks = (blocks: Blocks): string =>
  renderToStaticMarkup(
    // Both describe Slack's JSON, each in types of its own.
    createElement(Message, {
      blocks: blocks as unknown as Block[],
      withoutWrapper: true,
      theme: 'light',
      logo: '',
      name: '',
    }),
  );

const HEAD = `<link rel="stylesheet" href="/node_modules/slack-blocks-to-jsx/dist/style.css"><link rel="stylesheet" href="/gallery/slack.css">`;
const page = (body: string): string => pageOf(HEAD, body);
