import { administrator, caseOf, staff, type Row } from './rules.js';

const confirmed = { confirmed: 'yes' };

/** New versions of a body's rules: for its administrators. The draft is a colleague's, so that it may be published. */
export const rulesInTheMaking: Record<string, Row> = {
  'GET /desk/scheme-changes': staff(administrator),
  'GET /desk/scheme-changes/new': staff(administrator),
  'POST /desk/scheme-changes': staff(administrator),
  'GET /desk/scheme-changes/:id': caseOf('schemeDraft', administrator),
  'GET /desk/scheme-changes/:id/people': caseOf('schemeDraft', administrator),
  'GET /desk/scheme-changes/:id/people.csv': caseOf('schemeDraft', administrator),
  'POST /desk/scheme-changes/:id/previews': caseOf('schemeDraft', administrator),
  'POST /desk/scheme-changes/:id/publications': caseOf('schemeDraft', administrator, confirmed),
  'POST /desk/scheme-changes/:id/discards': caseOf('schemeDraft', administrator),
  'GET /api/v1/desk/scheme-drafts': staff(administrator),
  'POST /api/v1/desk/scheme-drafts': staff(administrator),
  'GET /api/v1/desk/scheme-drafts/:id': caseOf('schemeDraft', administrator),
  'GET /api/v1/desk/scheme-drafts/:id/people': caseOf('schemeDraft', administrator),
  'POST /api/v1/desk/scheme-drafts/:id/previews': caseOf('schemeDraft', administrator),
  'POST /api/v1/desk/scheme-drafts/:id/publications': caseOf('schemeDraft', administrator, confirmed),
  'POST /api/v1/desk/scheme-drafts/:id/discards': caseOf('schemeDraft', administrator),
};
