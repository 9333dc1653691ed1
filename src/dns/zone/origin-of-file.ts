import { type Name, parseName, parseNameIn } from '../name.ts';

/**
 * The zone of a master file: the name that its SOA stands at, below the `$ORIGIN` before it; without an SOA the first
 * `$ORIGIN`; and where these do not say it what the file is called, as `shop.example.zone` or `db.shop.example`.
 */
export function originOfFile(file: string, text: string): Name | undefined {
  const soa = /^(?!;)(\S*)\s(?:[^;\n]*\s)?SOA\s/im.exec(text);
  const origins = [...text.slice(0, soa?.index).matchAll(/^\$ORIGIN\s+(\S+\.)\s*(?:;.*)?$/gim)];
  const written = (soa ? origins.at(-1) : origins[0])?.[1];
  const origin = written === undefined ? nameOfFile(file) : parseName(written);
  if (!soa || soa[1] === '') return origin?.ok ? origin.value : undefined;
  const [, owner = ''] = soa;
  if (!origin?.ok && !owner.endsWith('.')) return undefined;
  const apex = origin?.ok ? parseNameIn(owner, origin.value) : parseName(owner);
  return apex.ok ? apex.value : undefined;
}

function nameOfFile(file: string): ReturnType<typeof parseName> | undefined {
  const called = /([^/\\]+?)(?:\.zone|\.db|\.txt)?$/i.exec(file)?.[1]?.replace(/^db\./i, '');
  return called?.includes('.') ? parseName(called) : undefined;
}
