import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/tutor/commands.ts';
import { connectProgram, isServed } from './discord/connect.ts';
import { aLearner, controlsOf, type Learner, textOf } from './discord/learner.ts';
import { MANAGE_SERVER, type Place } from './discord/payload.ts';
import { type StandIn, startStandIn } from './discord/stand-in.ts';
import { type Message, newSnowflake } from './discord/state.ts';
import type { Program } from './program.ts';

const ZONE = `$ORIGIN tilia.test.
@ 300 SOA ns hostmaster 1 7200 900 1209600 300
  300 NS ns ; a blank owner
ns 300 A 192.0.2.11
www 300 A 192.0.2.80`;

/** The whole program, with the real client library, beside a Discord that refuses what Discord refuses. */
describe.each(['gateway', 'http'] as const)('by %s', (transport) => {
  let discord: StandIn;
  let program: Program;
  beforeAll(async () => {
    discord = await startStandIn();
    program = connectProgram(discord, ['--database', ':memory:', '--seed', '7'], transport);
    await isServed(discord, program, transport);
  });
  afterEach(() => {
    expect(discord.state.refusals.splice(0)).toEqual([]);
    expect(program.log.filter((line) => line.includes('incident'))).toEqual([]);
  });
  afterAll(async () => {
    await program.stop();
    await discord.close();
  });

  const PLACES: readonly Place[] = ['direct', 'server', 'thread', 'private'];
  const said = async (learner: Learner, ...act: Parameters<Learner['command']>) =>
    textOf(await learner.shown(learner.command(...act)));

  test('it asks for no intents and registers the list, each command once', () => {
    expect(discord.gateway.seen).toMatchObject(
      transport === 'gateway' ? { identified: 1, intents: 0 } : { identified: 0 },
    );
    expect(discord.state.registrations).toBe(1);
    expect(discord.state.commands.map(({ name }) => name)).toEqual([
      ...commands.map(({ name }) => name),
      'Look this name up',
    ]);
  });

  test('an unchanged list is not registered again', async () => {
    const second = connectProgram(discord, ['--database', ':memory:'], transport);
    expect(await second.logged(/discord: ready/)).toContain('commands unchanged');
    expect(await second.stop()).toBe(0);
    expect(discord.state.registrations).toBe(1);
  });

  /** A question that is answered in a certain way: the first of its kind over all concepts. */
  async function questionWith(learner: Learner, wanted: 'buttons' | 'menu' | 'form'): Promise<Message> {
    const concepts = await learner.suggestions('quiz', 'concept', '');
    for (const { value: concept } of [...concepts, ...concepts]) {
      const [question] = await learner.shown(learner.command('quiz', { concept }));
      const [first] = controlsOf(question!);
      const kind = first?.type === 3 ? 'menu' : first?.style === 1 ? 'form' : 'buttons';
      if (kind === wanted) return question!;
    }
    throw new Error(`no question is answered with ${wanted}`);
  }

  /** One use of every command, in an order that makes sense. */
  // biome-ignore format: a table reads down its columns
  const STORY = [
  ['help',     {},                                                                 'What you can type'],
  ['help',     { command: 'dig' },                                                 '/dig'],
  ['concepts', {},                                                                 'Concepts'],
  ['why',      {},                                                                 '/quiz'],
  ['pack',     {},                                                                 'Question packs'],
  ['respond',  { response: 'a' },                                                  '/quiz'],
  ['hint',     {},                                                                 '/quiz'],
  ['report',   {},                                                                 'reported'],
  ['appeal',   {},                                                                 'not asked'],
  ['link',     {},                                                                 '/link'],
  ['unlink',   {},                                                                 'not linked'],
  ['privacy',  {},                                                                 'What is kept about you'],
  ['privacy',  { action: 'export' },                                               'All that is kept about you'],
  ['daily',    { action: 'show' },                                                    'No daily prompt comes here'],
  ['settings', { setting: 'timezone', value: 'Europe/Lisbon' },                     'Europe/Lisbon'],
  ['review',   {},                                                                 '/quiz'],
  ['me',       {},                                                                 'nothing of you yet'],
  ['scores',   {},                                                                 '/quiz'],
  ['register', { domain: 'quillcove-example.com', registrar: 'hover' },            'quillcove-example.com'],
  ['host',     { action: 'create', domain: 'quillcove-example.com', at: 'route53' }, 'Route 53'],
  ['delegate', { domain: 'quillcove-example.com', to: 'route53' },                 'name servers'],
  ['record',   { action: 'add', name: 'www.quillcove-example.com', type: 'A', value: '203.0.113.7', at: 'route53' }, '203.0.113.7'],
  ['lab',      { action: 'list' },                                                 'Point the domain at your zone'],
  ['goal',     {},                                                                 'not begun any lab'],
  ['status',   {},                                                                 'not begun any lab'],
  ['solution', {},                                                                 'not begun any lab'],
  ['registrar', { action: 'unlock', domain: 'quillcove-example.com' },              'clientTransferProhibited'],
  ['transfer', { domain: 'quillcove-example.com', to: 'gandi' },                    'Verisign'],
  ['account',  { action: 'close', at: 'route53' },                                  'its zones answer nobody'],
  ['account',  { action: 'reopen', at: 'route53' },                                 'its zones answer as before'],
  ['dnssec',   { action: 'sign', domain: 'quillcove-example.com', at: 'route53' },  'signs zone'],
  ['wait',     { span: '2 days' },                                                 'UTC'],
  ['dig',      { name: 'www.quillcove-example.com', type: 'A' },                   '203.0.113.7'],
  ['trace',    { name: 'www.quillcove-example.com', cache: 'empty' },              '203.0.113.7'],
  ['predict',  { name: 'www.quillcove-example.com', expect: '203.0.113.7' },       'As you expected'],
  ['whois',    { domain: 'quillcove-example.com' },                                'Hover'],
  ['whois',    { domain: 'quillcove-example.com', as: 'rdap' },                    'RFC 9083'],
  ['whois',    { domain: 'quillcove-example.com', as: 'epp' },                     'What registrars sent the registry'],
  ['wait',     { until: 'next' },                                                  'UTC'],
  ['wait',     {},                                                                 'What happens next'],
  ['zone',     { domain: 'quillcove-example.com' },                                'The zone file of'],
  ['world',    {},                                                                 'quillcove-example.com'],
  ['bill',     { domain: 'quillcove-example.com', queries: 1000000 },               'whoever has which job'],
  ['check',    { zone: '$ORIGIN a.test.' },                                         'has 2 errors and 0 warnings'],
  ['import',   {},                                                                 'Send me a zone file'],
  ['undo',     {},                                                                 'back'],
  ['share',    {},                                                                 'This is the code of your sandbox'],
  ['load',     { code: '100' },                                                    'cut short'],
  ['item',     { action: 'list' },                                                 'rafts'],
  ['reset',    {},                                                                 'sandbox'],
  ['lesson',   { lesson: 'two-jobs' },                                             'step 1 of'],
  ['move',     { move: 'hosting-in-use' },                                         'in no order'],
  ['pick',     { question: '4f2a.1', response: 'a' },                             'There is no round'],
  ['round',    { action: 'show' },                                                 'No round is running here.'],
  ['quiz',     {},                                                                 ''],
] as const;

  test('the story uses every command', () => {
    const forAll = commands.filter(({ isForOrganisers }) => !isForOrganisers);
    expect(new Set(STORY.map(([name]) => name))).toEqual(new Set(forAll.map(({ name }) => name)));
  });

  describe.each(PLACES)('%s', (place) => {
    test('every command is answered, and only the learner sees it where others look on', async () => {
      const ann = aLearner(discord, place);
      for (const [name, options, words] of STORY) {
        const messages = await ann.shown(ann.command(name, options));
        expect(textOf(messages)).toContain(words);
        for (const message of messages) expect(message.hiddenFor).toBe(place === 'direct' ? undefined : ann.user);
      }
    });

    test.each(['buttons', 'menu', 'form'] as const)('a question with %s is answered by them', async (wanted) => {
      const ann = aLearner(discord, place);
      const question = await questionWith(ann, wanted);
      const values = controlsOf(question)[0]?.options?.map(({ value }) => value) ?? [];
      const respond = {
        buttons: () => ann.press(question, 'A'),
        menu: () => ann.choose(question, values),
        form: () => ann.fill(question, 'b a'),
      };
      const text = textOf(await ann.shown(await respond[wanted]()));
      expect(text).toMatch(/[✅🟡❌]|I cannot read/u);
    });

    test('a zone file of several lines is sent by a form, and look-ups ask it', async () => {
      const ann = aLearner(discord, place);
      const [asked] = await ann.shown(ann.command('import', {}));
      if (!asked) throw new Error('there is no form');
      const taken = await ann.shown(await ann.fill(asked, ZONE));
      expect(textOf(taken)).toContain('answers on ns.tilia.test');
      expect(textOf(await ann.shown(ann.command('dig', { name: 'www.tilia.test' })))).toContain('192.0.2.80');
    });

    test('a response stands with its question and the reply, in the place of the buttons', async () => {
      const ann = aLearner(discord, place);
      const question = await questionWith(ann, 'buttons');
      const asked = textOf([question]).trimEnd();
      const pressed = ann.press(question, 'B');
      expect(await ann.shown(pressed)).toEqual([question]);
      const text = textOf([question]);
      expect(text.startsWith(asked)).toBe(true);
      expect(text.slice(asked.length)).toMatch(/^\n\n\n\n[✅❌]/u);
      expect(text).toMatch(/\*\*You said\*\* .*B/);
      expect(controlsOf(question).map(({ label }) => label)).not.toContain('B');
      expect(textOf(await ann.shown(ann.press(question, 'Why?')))).toContain('Why');
      expect(textOf([question])).toBe(text);
    });

    test('the steps of a lesson, and what is predicted at one, take the place of each other', async () => {
      const ann = aLearner(discord, place);
      const [message] = await ann.shown(ann.command('lesson', { lesson: 'two-jobs' }));
      for (const step of [2, 3]) {
        expect(await ann.shown(ann.press(message!, 'Next'))).toEqual([message]);
        expect(textOf([message!])).toContain(`step ${step} of`);
      }
      expect(await ann.shown(ann.press(message!, 'B'))).toEqual([message]);
      expect(textOf([message!])).toMatch(/As you expected|Not as you expected/);
      expect(await ann.shown(ann.press(message!, 'Back'))).toEqual([message]);
      expect(textOf([message!])).toContain('step 2 of');
    });

    test('a zone file is shown, and attached with its description', async () => {
      const ann = aLearner(discord, place);
      await said(ann, 'host', { action: 'create', domain: 'quillcove-example.com', at: 'route53' });
      const [message] = await ann.shown(ann.command('zone', { domain: 'quillcove-example.com' }));
      expect(Object.keys(message?.files ?? {})).toEqual(['quillcove-example.com-z1.zone']);
      expect(message?.files?.['quillcove-example.com-z1.zone']).toContain('$ORIGIN quillcove-example.com.');
      expect(textOf([message!])).toContain('```\n$ORIGIN');
      expect(message?.hiddenFor).toBe(place === 'direct' ? undefined : ann.user);
    });

    test('the menu of a message looks up the name in it, for who asks alone', async () => {
      const ann = aLearner(discord, place);
      const [message] = await ann.shown(ann.lookUp('Is <https://www.quillcove-example.com/> up, @everyone?'));
      expect(textOf([message!])).toContain('www.quillcove-example.com. IN A');
      expect(message?.hiddenFor).toBe(place === 'direct' ? undefined : ann.user);
      expect(textOf(await ann.shown(ann.lookUp('Nothing here.')))).toContain('/dig');
    });

    test('the sources of a question are links', async () => {
      const ann = aLearner(discord, place);
      await ann.shown(ann.press(await questionWith(ann, 'buttons'), 'A'));
      const [message] = await ann.shown(ann.command('why'));
      const urls = controlsOf(message!).flatMap(({ url }) => url ?? []);
      expect(urls.length).toBeGreaterThan(0);
      for (const url of urls) expect(url).toMatch(/^https:\/\/(datatracker\.ietf\.org|docs\.aws\.amazon\.com)\//);
    });

    test('every button of a reply can be pressed', async () => {
      const ann = aLearner(discord, place);
      await said(ann, 'register', { domain: 'quillcove-example.com', registrar: 'porkbun' });
      for (const name of ['scores', 'concepts', 'world'] as const) {
        const [message] = await ann.shown(ann.command(name));
        for (const { label = '', style } of controlsOf(message!)) {
          if (style !== 2) continue;
          expect(textOf(await ann.shown(ann.press(message!, label)))).not.toBe('');
        }
      }
    });
  });

  // biome-ignore format: a table reads down its columns
  test.each([
  ['a concept by its title',   'quiz',     'concept',   'JOBS',      'two-jobs'],
  ['a registrar',              'register', 'registrar', 'hov',       'hover'],
  ['a DNS host',               'host',     'at',        'route',     'route53'],
  ['a record type',            'dig',      'type',      'mx',        'MX'],
  ['a command',                'help',     'command',   'del',       'delegate'],
  ["a name of one's own world", 'dig',     'name',      'quill',     'quillcove-example.com'],
])('%s is suggested', async (_, name, option, typed, wanted) => {
  const ann = aLearner(discord, 'server');
  await said(ann, 'register', { domain: 'quillcove-example.com', registrar: 'hover' });
  expect((await ann.suggestions(name, option, typed)).map(({ value }) => value)).toContain(wanted);
});

  test('with nothing typed there are at most 25 suggestions; with nonsense none', async () => {
    const ann = aLearner(discord, 'direct');
    expect((await ann.suggestions('quiz', 'concept', '')).length).toBeLessThanOrEqual(25);
    expect(await ann.suggestions('quiz', 'concept', 'x'.repeat(2000))).toEqual([]);
  });

  test("organisers' commands are offered to who manages the server, and to whom they allow them", async () => {
    const [server, helpers] = [newSnowflake(), newSnowflake()];
    discord.state.roles.add(helpers);
    const ann = aLearner(discord, 'server', server, undefined, { permissions: MANAGE_SERVER });
    const bob = aLearner(discord, 'server', server);
    const [list] = await ann.shown(ann.command('organisers', { action: 'allow', who: bob.user }));
    expect(textOf([list!])).toContain(`<@${bob.user}>`);
    expect(await said(ann, 'organisers', { action: 'allow', who: helpers })).toContain(`<@&${helpers}>`);
    expect(() => bob.command('organisers')).toThrow('does not offer');
    expect(await said(ann, 'organisers', { action: 'withdraw', who: bob.user })).not.toContain(`<@${bob.user}>`);

    // A button carries the command past Discord's own gate.
    const pressed = { component_type: 2, custom_id: 'p0 /organisers' };
    const press = async (learner: Learner) => textOf(await learner.shown(learner.send(3, pressed, list)));
    expect(await press(bob)).toContain('is for those who organise');
    expect(await press(aLearner(discord, 'server', server, undefined, { roles: [helpers] }))).toContain(
      `<@&${helpers}>`,
    );
    expect(await press(aLearner(discord, 'server', newSnowflake(), undefined, { roles: [helpers] }))).toContain(
      'is for those',
    );
    expect(await press(aLearner(discord, 'direct'))).toContain('is for those');
  });

  test('what somebody does in one server is not seen in another, nor by others', async () => {
    const [here, there] = ['1000000000000000001', '1000000000000000002'];
    const ann = aLearner(discord, 'server', here);
    await said(ann, 'register', { domain: 'quillcove-example.com', registrar: 'hover' });
    const elsewhere = aLearner(discord, 'server', there, ann.user);
    const bob = aLearner(discord, 'server', here);
    for (const other of [elsewhere, bob, aLearner(discord, 'direct', here, ann.user)]) {
      expect(await said(other, 'whois', { domain: 'quillcove-example.com' })).toContain('Nobody has registered');
    }
    expect(await said(ann, 'whois', { domain: 'quillcove-example.com' })).toContain('Hover');
  });

  test("nobody can respond to somebody else's question", async () => {
    const [ann, bob] = [
      aLearner(discord, 'server', '1000000000000000001'),
      aLearner(discord, 'server', '1000000000000000001'),
    ];
    const question = await questionWith(ann, 'buttons');
    expect(textOf(await bob.shown(bob.press(question, 'A')))).toContain('You have no question');
  });

  // biome-ignore format: a table reads down its columns
  test.each([
  ['emphasis',            '*a* _b_ ~~c~~ ||d||'],
  ['somebody',            '<@123456789012345678>'],
  ['everyone',            '@everyone @here'],
  ['backticks',           '``` a ` b'],
  ['right to left',       'שלום \u202e abc'],
  ['no width',            'a\u200bb'],
  ['emoji',               '👨‍👩‍👧 🇫🇷'],
  ['a link',              '[x](https://example.com)'],
  ['2,000 characters',    'x'.repeat(2000)],
  ['6,000 characters',    'x'.repeat(6000)],
])('%s in a response is answered as text', async (_, words) => {
  const ann = aLearner(discord, 'server');
  await ann.shown(ann.command('quiz', { concept: 'two-jobs' }));
  const text = await said(ann, 'respond', { response: words });
  expect(text).toMatch(/[✅🟡❌]|I cannot read|more than/u);
  expect(text).not.toMatch(/(?<!`[^`\n]*)(?<!\\)(?:<@|@everyone|\[x\])/);
});

  test('a button from before an upgrade leads to a fresh start', async () => {
    const ann = aLearner(discord, 'server');
    const pressed = ann.send(3, { component_type: 2, custom_id: 'respond:42:b' });
    const [message] = await ann.shown(pressed);
    expect(textOf([message!])).toContain('earlier version');
    expect(textOf(await ann.shown(ann.press(message!, 'Quiz')))).toContain('###');
  });

  test('a command of an older registration is answered', async () => {
    const ann = aLearner(discord, 'direct');
    const asked = ann.send(2, { id: '1', type: 1, name: 'quizz', options: [] });
    expect(textOf(await ann.shown(asked))).toContain('Did you mean');
  });

  /** The library itself would throw at it, and end the process. */
  test('what nobody understands is left alone, and service goes on', async () => {
    const ann = aLearner(discord, 'direct');
    const unknown = ann.send(99, {});
    const unfinished = ann.send(4, { name: 'dig' });
    await said(ann, 'scores');
    expect([unknown.state, unfinished.state]).toEqual(['open', 'open']);
  });
});
