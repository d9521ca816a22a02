import { EvidenceModule } from '../evidence.module.js';
import { PDF, useEvidenceApp } from '../testing/evidence-app.js';
import { handingIn } from '../testing/handing-in.js';

describe('the letters of a review', () => {
  const test = useEvidenceApp(EvidenceModule);
  const { world, api, send, review } = handingIn(test);
  const letters = async (submissionId: string) =>
    (
      await test.owner.query(
        `select kind, person_id as "personId", body_id as "bodyId", words, body_text as text from letter
         where identity like 'evidence.review:' || $1 || ':%' order by identity`,
        [submissionId],
      )
    ).rows;

  it('tell what was accepted, with the reviewer’s words where there are some', async () => {
    const { submissionId } = (await send()).body;
    await review(submissionId, { note: 'Thank you for the clear certificate.' });
    await test.runEffects();
    const [letter, ...more] = await letters(submissionId);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ kind: 'evidence-accepted', personId: world.trainee, bodyId: world.bodyId });
    expect(letter.text).toContain('looked at “Ethics for peers” and accepted it on 21 November 2026');
    expect(letter.text).toContain('Thank you for the clear certificate.');
    expect(letter.text).toContain(`/evidence/outside-trainings/${submissionId}`);
  });

  it('tell what is asked, once for each time it was returned', async () => {
    const { submissionId } = (await send()).body;
    await review(submissionId, { outcome: 'returned', note: 'Please add the hours on ethics.' });
    await send({ proof: undefined }, `outside-trainings/${submissionId}/revisions`);
    await review(submissionId, { revision: 2, outcome: 'returned', note: 'And who gave it?' });
    await send({ proof: undefined }, `outside-trainings/${submissionId}/revisions`);
    await review(submissionId, { revision: 3 });
    expect((await letters(submissionId)).map(({ kind, words }) => [kind, words.note])).toEqual([
      ['evidence-returned', 'Please add the hours on ethics.'],
      ['evidence-returned', 'And who gave it?'],
      ['evidence-accepted', null],
    ]);
  });

  it('are one where two reviews of the same revision meet', async () => {
    const { submissionId } = (await send()).body;
    await Promise.all([review(submissionId, {}), review(submissionId, { outcome: 'returned', note: 'Which day?' })]);
    expect(await letters(submissionId)).toHaveLength(1);
  });

  it('are not written for an answer that was not taken', async () => {
    const { submissionId } = (await send()).body;
    await review(submissionId, { outcome: 'returned', note: ' ' });
    await review(submissionId, { revision: 7 });
    expect(await letters(submissionId)).toEqual([]);
  });

  it('lead to the page of the kind, and call a document what it is', async () => {
    const topics = [{ topic: 'ethics', minutes: 360 }];
    const studied = (await send({ topics, proof: undefined }, 'continuing-education')).body.submissionId;
    const file = { fileName: 'diploma.pdf', contentBase64: PDF.toString('base64') };
    const trainee = await api(world.trainee);
    const { body } = await trainee.post('documents', { documentType: 'high_school_diploma', file });
    for (const id of [studied, body.submissionId]) await review(id, {});
    const [[training], [document]] = [await letters(studied), await letters(body.submissionId)];
    expect(training.words.link).toMatch(new RegExp(`/evidence/continuing-education/${studied}$`));
    expect(document.words).toMatchObject({ title: expect.stringMatching(/diploma/i) });
    expect(document.words.link).toMatch(new RegExp(`/evidence/documents/${body.submissionId}$`));
  });
});
