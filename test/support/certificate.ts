import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { projectRoot } from '../../src/config/project-root.js';
import type { DocumentInput, TemplateData } from '../../src/platform/documents/pdf-renderer.js';

const content = (file: string): string => readFileSync(path.join(projectRoot, 'content/certificates', file), 'utf8');

/** The product's own template and the sample that every template is checked with. */
export const standard = content('standard.hbs');
export const sample = JSON.parse(content('sample.json')) as TemplateData;

export function certificate(changes: Partial<DocumentInput> = {}): DocumentInput {
  return {
    template: { name: 'standard', source: standard, hash: 'as-in-the-repository' },
    data: sample,
    title: 'Certificate JVP-7K2M-94QX-H',
    author: 'Juniper Valley Peer Certification Board',
    language: 'en',
    nameLanguage: 'en',
    issuedOn: Temporal.PlainDate.from('2026-10-01'),
    specimen: false,
    ...changes,
  };
}

export function named(name: string, nameLanguage = 'en'): DocumentInput {
  return certificate({ data: { ...sample, holder: { name } }, nameLanguage });
}
