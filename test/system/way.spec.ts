import { readFileSync } from 'node:fs';
import { play } from '../../modules/portal/demonstration/play.js';
import { useApp } from '../support/app.js';
import { readPdf } from '../support/pdf.js';
import { openTestTheatre } from '../support/theatre.js';

describe('the whole way', () => {
  const test = useApp();

  it('leads from registering to a credential that is checked, renewed, suspended, reinstated and revoked', async () => {
    const theatre = await openTestTheatre(test);
    const trainee = { legalName: 'Maribel Ortega Lund', email: 'maribel@people.example' };
    const steps: string[] = [];
    const { certificate } = await play(theatre, trainee, (title) => void steps.push(title));
    expect(steps).toEqual([
      'Register',
      'Learn',
      'Outside training',
      'Practice',
      'Documents and statements',
      'Eligibility',
      'Apply',
      'Review',
      'Exam',
      'Eligibility',
      'Decision',
      'Certificate',
      'Anyone asks',
      'Employer',
      'Reminders',
      'Renewal',
      'Expiry',
      'Suspension',
      'Reinstatement',
      'Revocation',
    ]);

    const { text } = await readPdf(readFileSync(certificate));
    expect(text).toContain('Maribel Ortega Lund');

    const letters = await theatre.stage.letters();
    const toTrainee = letters.filter(({ to }) => to.address === trainee.email);
    expect(toTrainee.length).toBeGreaterThan(12);
    expect(toTrainee.filter(({ text: words }) => /\{\{|undefined|null|\[object|<>| [,.]/.test(words))).toEqual([]);
  }, 120_000);
});
