import { expect, test } from 'vitest';
import { aTutor } from '../support/tutor.ts';

const ZONE = '$ORIGIN tilia.test.\n$TTL 300\n@ SOA ns h 1 7200 900 1209600 300\n@ NS ns\nns A 192.0.2.11\n';

test('a zone file that was sent is judged line by line', async () => {
  const tutor = await aTutor();
  expect(await tutor.say(`/check ${ZONE}`)).toContain('The zone `tilia.test` has nothing to mend.');
  const faulty = await tutor.say(`/check ${ZONE}mail MX 1 nowhere\nns CNAME mail\nx A 192.0.2`);
  expect(faulty).toContain('has 2 errors and 0 warnings. Most servers refuse it as it is.');
  expect(faulty).toContain('line 7, column 1: error: ns.tilia.test has a CNAME beside A');
  expect(faulty).toMatch(/line 8, column 5: error: A: /);
  const odd = await tutor.say(`/check ${ZONE}mail MX 1 nowhere`);
  expect(odd).toContain('has 0 errors and 1 warning. Servers load it, and at least one checker objects.');
});

test('many findings are cut short, a code fence and bent quotes are taken off', async () => {
  const tutor = await aTutor();
  const hosts = Array.from({ length: 20 }, (_, n) => `a_${n} A 192.0.2.1`).join('\n');
  const text = await tutor.say(`/check \`\`\`\n${ZONE}t TXT “x”\n${hosts}\n\`\`\``);
  expect(text).toContain('has 0 errors and 20 warnings');
  expect(text).toContain('and 8 more lines.');
});

test('without a file it asks for one, and a file of no known zone is told so', async () => {
  const tutor = await aTutor();
  expect(await tutor.say('/check')).toContain('send me a zone file');
  expect(await tutor.say('/check www A 192.0.2.1')).toContain('begin it with `$ORIGIN example.com.`');
});
