import type { TemplateProblem } from '../pdf-renderer.js';
import type { DrawRequest } from '../template/draw-request.js';

/** To a drawing process: draw one document, or say what keeps a template from being used. */
export type ToChild = { id: number; ask: 'draw' | 'check'; request: DrawRequest };

/** From a drawing process: it can begin, or its answer. */
export type FromChild =
  | { say: 'ready' }
  | { say: 'drawn'; id: number; pdf: Uint8Array }
  | { say: 'problems'; id: number; problems: TemplateProblem[] };
