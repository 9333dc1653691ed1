import fc from 'fast-check';
import { RR_TYPES } from '../../src/dns/rr-type.ts';
import { LEAVE } from '../../src/terminal/receive.ts';
import { SIGNS } from '../../src/tutor/assign-words.ts';
import type { Content, Declaration, OptionDeclaration } from '../../src/tutor/command.ts';

/** Few names, so that commands meet what others have made. */
const DOMAINS = [
  ...['quillcove-example.com', 'quillcove-example.com', 'tidelamp-example.co.uk', 'mossgate-example.io'],
  ...['hover.com', 'co.uk', 'a.invalid', 'a\\032b-example.com', 'x\\"y-example.com', "z'@#-example.com"],
];
const LABELS = ['', '', 'www.', '*.', '_dmarc.', 'a.b.c.'];
const VALUES = [
  '203.0.113.7',
  '2001:db8::1',
  'www.quillcove-example.com',
  '10 mail.example',
  '"a text"',
  'ns1.hover.com ns2.hover.com',
  'route53',
];
const SERVERS = ['a.gtld-servers.net', 'ns1.hover.com', '192.0.2.1', 'resolver', '2001:db8::53'];
const SPANS = ['15m', '2d', '48 hours', '0s', '400d', '36525d', '1h30m'];

const aName = fc.tuple(fc.constantFrom(...LABELS), fc.constantFrom(...DOMAINS)).map((parts) => parts.join(''));
/** What a terminal can be sent: any Unicode, halves of pairs, control and format characters, but no line's end. */
const aMess = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
    {
      weight: 2,
      arbitrary: fc.string({
        unit: fc.constantFrom(
          '\u0000',
          '\u0007',
          '\u001b[2J',
          '\u200b',
          '\u202e',
          '\ud800',
          '\ufeff',
          '`',
          '"',
          '\\',
          '{}',
          '=',
          '@',
          '#',
          '/',
          '.',
        ),
        maxLength: 12,
      }),
    },
    { weight: 1, arbitrary: fc.integer({ min: 100, max: 6000 }).map((length) => 'x'.repeat(length)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '-1',
        '1e999',
        '99999999999999999999',
        '__proto__',
        'constructor',
        'undefined',
        '..',
        '.',
      ),
    },
  )
  .map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' '));

function aFit(option: OptionDeclaration, { lists }: Content): fc.Arbitrary<string> {
  switch (option.type) {
    case 'name':
      return aName;
    case 'rr-type':
      return fc.constantFrom(...RR_TYPES, 'ANY', 'TYPE65280');
    case 'choice':
      return fc.constantFrom(...(option.choices ?? []));
    case 'listed':
      return fc.constantFrom(
        ...lists[option.list ?? 'commands'].flatMap(({ id, label, aliases }) => [id, label, ...aliases]),
        'nothing-of-the-list',
      );
    case 'duration':
      return fc.constantFrom(...SPANS);
    case 'server':
      return fc.constantFrom(...SERVERS);
    case 'channel':
      return fc.constantFrom('C1', '41771983423143936', 'general');
    case 'text':
      return fc.oneof(fc.constantFrom('a', 'b', 'c', 'a b', 'b a c', '0.50', 'true', ...VALUES), aName);
    default:
      return fc.constantFrom('Z1', 'z2', '3', 'id7x0', 'id7x1');
  }
}

/** One option as it may be written: fitting or not, signed, named or bare; or not at all. */
function anOption(key: string, option: OptionDeclaration, content: Content): fc.Arbitrary<string> {
  const value = fc.oneof({ weight: 6, arbitrary: aFit(option, content) }, { weight: 1, arbitrary: aMess });
  const isLeftOut = fc.boolean().map((yes) => yes && option.required !== true);
  return fc.tuple(value, isLeftOut, fc.integer({ min: 0, max: 3 })).map(([text, none, form]) => {
    if (none) return '';
    const signed = `${SIGNS[option.type] ?? ''}${text}`;
    return form === 0 ? `${key}=${/\s/.test(text) ? `"${text}"` : text}` : signed;
  });
}

/** A line for one command, its options in order or not, perhaps with something too much. */
function aLineFor(declaration: Declaration, content: Content): fc.Arbitrary<string> {
  const options = Object.entries(declaration.options).map(([key, option]) => anOption(key, option, content));
  const inOrder = fc.tuple(...options);
  const words = fc.oneof(
    { weight: 8, arbitrary: inOrder.map((given) => [...given]) },
    { weight: 1, arbitrary: inOrder.map((given) => given.toReversed()) },
    { weight: 1, arbitrary: fc.tuple(inOrder, aMess).map(([given, mess]) => [...given, mess]) },
  );
  return words.map((given) => [`/${declaration.name}`, ...given.filter((word) => word !== '')].join(' '));
}

/** Any line that a terminal answers: of any of the commands, a response, or no command at all. */
export function aCommandLine(commands: readonly Declaration[], content: Content): fc.Arbitrary<string> {
  const constructive = commands.filter(({ name }) => name !== 'undo' && name !== 'reset');
  const aCommand = fc.constantFrom(...constructive, ...constructive, ...constructive, ...commands);
  const line = fc.oneof(
    { weight: 12, arbitrary: aCommand.chain((declaration) => aLineFor(declaration, content)) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        '/quiz',
        'a',
        'b',
        'b a c',
        '0.50',
        '/why',
        '/undo',
        '/register quillcove-example.com hover',
        '/host quillcove-example.com route53',
        '/record add www.quillcove-example.com A 203.0.113.7 at=route53',
        '/delegate quillcove-example.com route53',
      ),
    },
    { weight: 2, arbitrary: aMess },
    { weight: 1, arbitrary: aMess.map((mess) => `/${mess}`) },
  );
  return line.filter(
    (text) =>
      text.replace(/^\ufeff/, '').trim() !== '' &&
      !LEAVE.includes(
        text
          .replace(/^\ufeff/, '')
          .trim()
          .toLowerCase(),
      ),
  );
}
