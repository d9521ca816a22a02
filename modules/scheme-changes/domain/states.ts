export const DRAFT_STATES = ['draft', 'published', 'replaced', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const PREVIEW_STATES = ['running', 'done', 'stopped'] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];

/** Whom a new version may touch: who has applied, and who is certified. */
export type SubjectKind = 'application' | 'credential';

/**
 * What may become of a draft and of a preview, and there is nothing else. The same tables are in the database
 * (`scheme_draft_move`, `impact_preview_move`), where a trigger refuses what is not in them. A publication is a draft that was
 * published: for good, and by another person than the one who drafted it.
 */
export const draftMoves = {
  publish: { draft: 'published' },
  replace: { draft: 'replaced' },
  discard: { draft: 'discarded' },
} as const satisfies Record<string, Partial<Record<DraftState, DraftState>>>;

export const previewMoves = {
  finish: { running: 'done' },
  stop: { running: 'stopped' },
} as const satisfies Record<string, Partial<Record<PreviewState, PreviewState>>>;

export type DraftMove = keyof typeof draftMoves;
