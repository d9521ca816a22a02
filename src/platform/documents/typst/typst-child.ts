/**
 * A drawing process: takes one request at a time and answers it. It holds no state between documents, so its parent may end it at any moment.
 */
import type { TemplateProblem } from '../pdf-renderer.js';
import type { DrawRequest } from '../template/draw-request.js';
import { fillPage, templateProblems } from '../template/template.js';
import type { FromChild, ToChild } from './messages.js';
import { TypstCompiler } from './typst-compiler.js';

const [, , workspace] = process.argv;
if (!workspace) throw new Error('a drawing process is given the folder of render.typ');
const compiler = new TypstCompiler(workspace);

function draw(request: DrawRequest): { pdf: Buffer } | { problems: TemplateProblem[] } {
  const filled = fillPage(request);
  return 'problems' in filled ? filled : located(compiler.draw(filled.page, request));
}

/** What is wrong with a template: its source, its sample document, and the sample's archival and accessibility rules. */
function check(request: DrawRequest): TemplateProblem[] {
  const seen = templateProblems(request.source);
  if (seen.length > 0) return seen;
  const filled = fillPage(request);
  if ('problems' in filled) return filled.problems;
  const drawn = located(compiler.draw(filled.page, request, ['ua-1']));
  return 'problems' in drawn ? drawn.problems : [];
}

function located(drawing: { pdf: Buffer } | { problems: string[] }): { pdf: Buffer } | { problems: TemplateProblem[] } {
  return 'pdf' in drawing
    ? drawing
    : { problems: [...new Set(drawing.problems)].map((message) => ({ message, line: null })) };
}

function answer({ id, ask, request }: ToChild): FromChild {
  try {
    if (ask === 'check') return { say: 'problems', id, problems: check(request) };
    const drawn = draw(request);
    return 'pdf' in drawn ? { say: 'drawn', id, pdf: drawn.pdf } : { say: 'problems', id, problems: drawn.problems };
  } catch (error) {
    return {
      say: 'problems',
      id,
      problems: [{ message: error instanceof Error ? error.message : String(error), line: null }],
    };
  }
}

// A whole turn of the event loop lies between two documents: only then are the engine's buffers given back.
process.on('message', (message: ToChild) => setImmediate(() => process.send?.(answer(message))));
// The parent decides when the work is over; Ctrl-C reaches the whole group and must not cut a document short.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));
process.send?.({ say: 'ready' } satisfies FromChild);
