import { sayWord } from '../../../src/platform/translation/say.js';
/** A stage as it stands in a sentence: "initial" stage. */
export function stageWords(stage: string): string {
  return sayWord(stage.replaceAll('_', ' '));
}
