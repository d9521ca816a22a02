/** A stage as it stands in a sentence: "initial" stage. */
export function stageWords(stage: string): string {
  return stage.replaceAll('_', ' ');
}
