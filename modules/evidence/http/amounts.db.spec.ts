import { Evidence } from '../evidence.public.js';
import { EvidenceModule } from '../evidence.module.js';
import { PDF, useEvidenceApp } from '../testing/evidence-app.js';
import { handingIn } from '../testing/handing-in.js';

describe('a document that confirms an amount', () => {
  const test = useEvidenceApp(EvidenceModule);
  const { world, api, review } = handingIn(test);
  const file = { fileName: 'letter.pdf', contentBase64: PDF.toString('base64') };
  const handIn = async (documentType: string) =>
    (await (await api(world.trainee)).post('documents', { documentType, file })).body.submissionId as string;
  const valuesOf = (code: string) =>
    test.run(async (tx) =>
      (await test.get(Evidence).factsOf(tx, world.trainee))
        .filter((fact) => fact.code === code)
        .map(({ value }) => value),
    );

  it('counts with the months that the reviewer read in it, and is not accepted without them', async () => {
    const id = await handIn('work_months');
    const unread = await review(id, {});
    expect(unread.status).toBe(422);
    expect(unread.body.problems).toMatchObject([{ field: 'amount' }]);
    expect((await review(id, { amount: 14 })).status).toBe(201);
    expect(await valuesOf('work_months')).toMatchObject([{ document_type: 'work_months', amount: 14 }]);
  });

  it('is returned without an amount', async () => {
    const id = await handIn('college_credits');
    expect((await review(id, { outcome: 'returned', note: 'All pages, please.' })).status).toBe(201);
  });

  it('is no other document: there an amount is left out', async () => {
    expect((await review(await handIn('photo_id'), { amount: 3 })).status).toBe(201);
    const [value] = await valuesOf('photo_id');
    expect(value).not.toHaveProperty('amount');
  });
});
