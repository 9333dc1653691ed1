import { afterAll, describe, expect, test } from 'vitest';
import type { Paint } from '../../src/base/picture.ts';
import { openPainter } from '../../src/pictures/painter.ts';
import { pictures } from '../../src/pictures/pictures.ts';
import { SCOPES } from '../../src/slack/rights.ts';
import type { Deps } from '../../src/tutor/command.ts';
import { aLearner, textOf } from './discord/learner.ts';
import { serveStandIn } from './discord/serve-stand-in.ts';
import type { Message } from './discord/state.ts';
import { serve } from './slack/serve.ts';
import type { Posted } from './slack/standin.ts';

const painter = openPainter();
afterAll(() => painter.close());

const DOMAIN = 'quillcove-example.com';

describe.each(['gateway', 'http'] as const)('on Discord by %s', (transport) => {
  const served = async () => {
    const { discord, program } = await serveStandIn(':memory:', [], transport);
    return { discord, program, ann: aLearner(discord, 'server') };
  };

  test('a picture is attached, shown in the message, described, and for the learner alone', async () => {
    const { discord, ann } = await served();
    const [message, ...more] = await ann.shown(ann.command('register', { domain: DOMAIN, registrar: 'hover' }));
    expect(more).toEqual([]);
    const [gallery] = galleriesIn(message);
    expect(gallery?.media.url).toBe('attachment://map.png');
    expect(gallery?.description).toMatch(/^Map of quillcove-example\.com, .*The delegation points to zone Z1 at Hover/);
    expect(message?.files?.['map.png']).toMatch(/^.PNG/);
    expect(message?.hiddenFor).toBe(ann.user);
    expect(textOf([message!])).toContain('Verisign');
    expect(discord.state.refusals).toEqual([]);
  });

  test('a step of a lesson takes the place of the one before, picture and all', async () => {
    const { discord, ann } = await served();
    const [first] = await ann.shown(ann.command('lesson', { action: 'start', lesson: 'two-jobs' }));
    const [second] = await ann.shown(ann.press(first!, 'Next'));
    expect(second?.id).toBe(first?.id);
    expect(galleriesIn(second)).toHaveLength(1);
    expect(textOf([second!])).toContain('step 2');
    expect(discord.state.refusals).toEqual([]);
  });

  test('without pictures wanted there are none, and the words stay', async () => {
    const { discord, ann } = await served();
    await ann.shown(ann.command('settings', { setting: 'pictures', value: 'off' }));
    const [message] = await ann.shown(ann.command('register', { domain: DOMAIN, registrar: 'hover' }));
    expect(galleriesIn(message)).toEqual([]);
    expect(textOf([message!])).toContain('Verisign');
    expect(discord.state.refusals).toEqual([]);
  });
});

const galleriesIn = (message: Message | undefined) => (message?.components ?? []).flatMap(({ items = [] }) => items);

describe.each(['socket', 'http'] as const)('on Slack by %s', (transport) => {
  const served = (paint: Paint = painter.paint) => serve(transport, { paint }, { pictures } satisfies Partial<Deps>);
  const imagesIn = ({ blocks }: Posted) => blocks.filter(({ type }) => type === 'image');

  test('a picture is uploaded with its words, shared nowhere, and shown to the learner alone', async () => {
    const { standin, someone, replies, log } = await served();
    const ann = someone();
    const [posted] = await replies(() => ann.slash('/hostmaster', `register ${DOMAIN} hover`, { channel: 'COPEN' }));
    const [image] = imagesIn(posted!);
    expect(image?.alt_text).toMatch(/^Map of quillcove-example\.com, .*The delegation points to zone Z1 at Hover/);
    const [file] = [...standin.files.values()];
    expect(file).toMatchObject({ name: 'map.png', description: image?.alt_text });
    expect(posted).toMatchObject({ by: 'chat.postEphemeral', user: 'UANN' });
    expect({ refusals: standin.refusals, log }).toEqual({ refusals: [], log: [] });
  });

  test('one that Slack has not looked at yet is tried again', async () => {
    const { standin, someone, replies } = await served();
    standin.unreadyAtFirst = 2;
    const [posted] = await replies(() => someone().say(`register ${DOMAIN} hover`));
    expect(imagesIn(posted!)).toHaveLength(1);
    expect(standin.refusals).toHaveLength(2);
  });

  test.each([
    ['that Slack never takes', { unreadyAtFirst: 9 }, undefined],
    ['that may not be uploaded', { scopes: SCOPES }, undefined],
    ['that cannot be drawn', {}, () => Promise.reject(new Error('no paint'))],
    ['that would come too late', {}, () => Promise.resolve(undefined)],
  ])('of one %s the words are said', async (_, spoilt, paint?: Paint) => {
    const { standin, someone, replies } = await served(paint);
    Object.assign(standin, spoilt);
    const posted = await replies(() => someone().say(`register ${DOMAIN} hover`));
    const words = JSON.stringify(posted);
    expect(words).toContain('The delegation points to zone Z1 at Hover');
    expect(words).toContain('Verisign');
    expect(posted.flatMap(imagesIn)).toEqual([]);
  });
});
