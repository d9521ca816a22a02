import { administrator, caseOf, desk, own, registrar, staff, type Row, type Sent, type Staff } from './rules.js';

// In this world the registrar is the psychometrician and the reviewer reviews items.
const items: Staff[] = ['reviewer', 'registrar'];
const nobody = '00000000-0000-4000-8000-000000000000';
const challenge = { place: 1, sealedChallenge: 'Invented words about it.' };
const comment = { sealedComment: 'Invented words about it.' };
const answer = { sealedAnswer: 'Invented words about it.' };
const decision = { outcome: 'not_upheld', reason: 'key_confirmed', sealedReasons: 'Invented reasons.' };
const rescore = { versionId: nobody, ruling: 'not_counted', sealedReasons: 'Invented reasons.' };
const pass = { sittingId: nobody, sealedReasons: 'Invented reasons.' };

/** About an item that is nobody's: those with the role get as far as being told so. */
const aboutNothing = (send?: Sent): Row => {
  const { expected } = staff(registrar);
  return { expected: { ...expected, registrar: 'absent', elsewhere: 'absent' }, send };
};
/** The reviewer had a part in the item, so somebody else decides. */
const decided: Row = (() => {
  const row = caseOf('examRemark', items, decision);
  return { ...row, expected: { ...row.expected, reviewer: 'refused' as const } };
})();
/** A sitting that is none of the rescore's. */
const noneOfIt: Row = (() => {
  const row = caseOf('examRescore', registrar, pass);
  return { ...row, expected: { ...row.expected, registrar: 'absent' as const } };
})();

/** Challenges, comments, rescoring, and decisions about a pass. */
export const examRescoring: Record<string, Row> = {
  'GET /sittings/:id/remarks': own('sitting'),
  'POST /sittings/:id/challenges': own('sitting', challenge),
  'POST /sittings/:id/comments': own('sitting', comment),
  'POST /sittings/:id/pass-answers': own('sitting', answer),
  'GET /api/v1/sittings/:id/remarks': own('sitting'),
  'POST /api/v1/sittings/:id/challenges': own('sitting', challenge),
  'POST /api/v1/sittings/:id/comments': own('sitting', comment),
  'POST /api/v1/sittings/:id/pass-answers': own('sitting', answer),

  'GET /desk/exams/remarks': staff(items),
  'GET /desk/exams/remarks/:id': caseOf('examRemark', items),
  'POST /desk/exams/remarks/:id/decisions': decided,
  'GET /api/v1/exam-remarks': staff(items),
  'POST /api/v1/exam-remarks/:id/readings': caseOf('examRemark', items),
  'POST /api/v1/exam-remarks/:id/decisions': decided,

  'GET /desk/exams/readings': staff(administrator),
  'GET /desk/exams/readings.csv': staff(administrator),
  'GET /api/v1/exam-readings': staff(administrator),

  'GET /desk/exams/rescorings': staff(desk),
  'GET /desk/exams/rescorings/new': aboutNothing(),
  'POST /desk/exams/rescorings': aboutNothing(rescore),
  'GET /desk/exams/rescorings/:id': caseOf('examRescore', desk),
  'GET /desk/exams/rescorings/:id/reasons': caseOf('examRescore', registrar),
  'POST /desk/exams/rescorings/:id/approvals': caseOf('examRescore', desk),
  'POST /desk/exams/rescorings/:id/declines': caseOf('examRescore', desk),
  'POST /desk/exams/rescorings/:id/pass-decisions': noneOfIt,
  'POST /desk/exams/pass-decisions/:id/outcomes': caseOf('examPassDecision', desk, { outcome: 'kept' }),
  'GET /api/v1/exam-rescorings': staff(desk),
  'POST /api/v1/exam-rescorings': aboutNothing(rescore),
  'GET /api/v1/exam-rescorings/:id': caseOf('examRescore', desk),
  'POST /api/v1/exam-rescorings/:id/readings': caseOf('examRescore', registrar),
  'POST /api/v1/exam-rescorings/:id/approvals': caseOf('examRescore', desk),
  'POST /api/v1/exam-rescorings/:id/declines': caseOf('examRescore', desk),
  'POST /api/v1/exam-rescorings/:id/pass-decisions': noneOfIt,
  'POST /api/v1/exam-pass-decisions/:id/outcomes': caseOf('examPassDecision', desk, { outcome: 'kept' }),
};
