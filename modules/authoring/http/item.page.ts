import { questionPreview } from '../../quizzes/authoring.public.js';
import type { ItemView } from '../use-cases/read-item.js';
import { linesOf } from './difference.page.js';
import { itemFields } from './item-form.js';

const KINDS = [
  { value: 'single', label: 'One option is right' },
  { value: 'multiple', label: 'Several options are right' },
  { value: 'ordering', label: 'Steps are put in order' },
];

/** One question in its form, as its learner is asked, and with the key and the reasons that are told afterwards. */
export function itemPage(view: ItemView) {
  const { draft, code, item, quiz, revision, faults, competencies, examDomains, mayWrite, meanwhile } = view;
  const base = `/authoring/drafts/${draft.id}`;
  const href = `${base}/items/${encodeURIComponent(code ?? 'new')}`;
  return {
    title: code ? `Question ${code}` : 'A new question',
    trail: [
      { text: 'Writing courses', href: '/authoring' },
      { text: 'The draft', href: base },
      { text: 'quiz.yaml', href: `${base}/file?path=quiz.yaml` },
      { text: code ?? 'A new question' },
    ],
    save: href,
    preview: `${href}/previews`,
    revision,
    meanwhile: meanwhile && { lines: linesOf(meanwhile) },
    mayWrite,
    isNew: code === null,
    values: itemFields(item),
    kinds: KINDS,
    competencies: competencies.map((one) => ({ value: one.code, label: `${one.code}: ${one.title}` })),
    examDomains: examDomains.map((one) => ({ value: one.code, label: one.title })),
    reviews: [
      { value: 'draft', label: 'Draft' },
      { value: 'reviewed', label: 'Reviewed' },
    ],
    faults,
    isWhole: faults.length === 0,
    question: quiz && item.code ? questionPreview(quiz, item.code) : null,
    reasons: (item.options ?? []).map(({ text, correct, position, rationale }) => ({
      text,
      mark: position === undefined ? (correct ? 'right' : 'not right') : `step ${position}`,
      rationale,
    })),
  };
}
