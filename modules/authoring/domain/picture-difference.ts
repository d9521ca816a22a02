/** A picture of a course, with every wording that its texts give it for those who do not see it. */
export interface WordedPicture {
  readonly name: string;
  /** Of its bytes. */
  readonly sha256: string;
  /** In the order of the texts; none where no text shows the picture. */
  readonly words: readonly string[];
}

/** A picture that is new, gone, or not the same: another drawing under its name, or other words. */
export type PictureDifference =
  | { readonly change: 'added'; readonly before: null; readonly after: WordedPicture }
  | { readonly change: 'removed'; readonly before: WordedPicture; readonly after: null }
  | { readonly change: 'changed'; readonly before: WordedPicture; readonly after: WordedPicture };

/** What differs between the pictures of two versions, by name. */
export function pictureDifferences(
  before: readonly WordedPicture[],
  after: readonly WordedPicture[],
): PictureDifference[] {
  const [old, fresh] = [before, after].map((all) => new Map(all.map((one) => [one.name, one])));
  const names = [...new Set([...before, ...after].map(({ name }) => name))].toSorted();
  return names.flatMap((name) => difference(old?.get(name) ?? null, fresh?.get(name) ?? null));
}

function difference(before: WordedPicture | null, after: WordedPicture | null): PictureDifference[] {
  if (!before) return after ? [{ change: 'added', before, after }] : [];
  if (!after) return [{ change: 'removed', before, after }];
  return isSame(before, after) ? [] : [{ change: 'changed', before, after }];
}

function isSame(one: WordedPicture, other: WordedPicture): boolean {
  return one.sha256 === other.sha256 && one.words.join('\n') === other.words.join('\n');
}
