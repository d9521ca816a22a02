import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { playRegister } from './play-register.js';
import type { Theatre } from './theatre.js';
import { Way, type Trainee } from './way.js';

/** Called after each step that worked out. */
export type Tell = (title: string, outcome: string) => void;

/**
 * The whole way once: from registering to a credential that is checked, renewed, suspended and revoked.
 * @returns the absolute path of the certificate
 * @throws Error at the first step that does not work out
 */
export async function play(theatre: Theatre, trainee: Trainee, tell: Tell): Promise<{ certificate: string }> {
  const way = new Way(theatre.stage, theatre.desk, trainee);
  const steps: [title: string, step: () => Promise<string>][] = [
    ['Register', () => way.register()],
    ['Learn', () => way.learn()],
    ['Outside training', () => way.submitOutsideTraining()],
    ['Practice', () => way.practice()],
    ['Documents and statements', () => way.documents()],
    ['Eligibility', () => way.seeEligibility()],
    ['Apply', () => way.apply()],
    ['Review', () => way.admit()],
    ['Exam', () => way.recordExam()],
    ['Eligibility', () => way.seeEligibility()],
    ['Decision', () => way.decide()],
  ];
  for (const [title, step] of steps) tell(title, await step());
  const certificate = await download(theatre, way);
  tell('Certificate', `${certificate.bytes} bytes of PDF`);
  await playRegister(theatre, way, tell);
  return { certificate: certificate.path };
}

async function download({ files }: Theatre, way: Way): Promise<{ path: string; bytes: number }> {
  const pdf = await way.person.bytes(`/api/v1/credentials/${way.number}/certificate`);
  if (pdf.subarray(0, 5).toString() !== '%PDF-') throw new Error('The certificate is not a PDF');
  const path = join(files, `certificate-${way.number}.pdf`);
  writeFileSync(path, pdf);
  return { path, bytes: pdf.length };
}
