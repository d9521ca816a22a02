import { everyone, open, type Row } from './rules.js';

/** Certificates of completion: none of these callers finished a course. */
export const completions: Record<string, Row> = {
  'POST /courses/:course/completion/certificates': { expected: everyone('absent', { nobody: 'sign-in' }) },
  'GET /courses/:course/completion/certificate': { expected: everyone('absent', { nobody: 'sign-in' }) },
  'GET /api/v1/courses/:course/certificate': { expected: everyone('absent', { nobody: 'sign-in' }) },
  'POST /api/v1/courses/:course/certificate': { expected: everyone('absent', { nobody: 'sign-in' }) },
  'GET /api/v1/courses/:course/certificate/file': { expected: everyone('absent', { nobody: 'sign-in' }) },
  'GET /c/:number': open('credential'), // which is no number of a completion, and it says so
  'GET /desk/completions': {
    expected: everyone('absent', { nobody: 'sign-in', registrar: 'through', elsewhere: 'through' }),
  },
  'POST /desk/completions/:number/editions': {
    expected: everyone('absent', { nobody: 'sign-in' }), // nothing is held
    about: 'credential',
    send: { printedName: 'x' },
  },
};
