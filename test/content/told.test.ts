import { expect, test } from 'vitest';
import { readPresentation } from '../../src/tutor/stored.ts';
import { content } from '../support/content.ts';
import { textsOf } from '../support/reply-texts.ts';
import { aReview } from '../support/store.ts';
import { aTutor, inWords, type Tutor, wrongResponse } from '../support/tutor.ts';

/** A tutor who knows one item of the project's own, and therefore asks that. */
const tutorOf = (id: string): Promise<Tutor> =>
  aTutor({ content: { ...content, items: new Map([[id, content.items.get(id)!]]) } });

test('the evidence of every item that has a world can be told', async () => {
  for (const { id, scenario } of content.items.values()) {
    if (!scenario) continue;
    const tutor = await tutorOf(id);
    const put = await tutor.asked('/quiz');
    const reply = await tutor.reply(`/respond #${put.id} ${put.form.kind === 'typed' ? 'x' : wrongResponse(put)}`);
    if (reply.closes) expect(inWords(reply), id).toContain('What shows it: ');
  }
});

test('every level of why of every item fits a message of either platform', async () => {
  for (const id of content.items.keys()) {
    const tutor = await tutorOf(id);
    const put = await tutor.asked('/quiz');
    const stored = await tutor.store.presentation(await tutor.learner(), put.id);
    await tutor.store.addReview(aReview(stored!, { response: 'a', verdict: 'incorrect', score: 0 }));
    for (const level of [1, 2, 3]) {
      const texts = textsOf(await tutor.reply(`/why #${put.id} ${level}`), 'label').join('\n');
      expect(texts.length, `${id}, level ${level}`).toBeLessThan(4000);
      expect(texts, id).not.toContain('undefined');
    }
    expect(readPresentation(stored!.body).item).toBe(id);
  }
});
