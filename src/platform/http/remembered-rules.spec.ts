import { IsString, getMetadataStorage, validateSync } from 'class-validator';
import { rememberRules } from './remembered-rules.js';

class Note {
  @IsString()
  text: unknown;
}

class SignedNote extends Note {
  @IsString()
  signature: unknown;
}

const faults = (note: Note) => validateSync(note).map(({ property }) => property);

describe('rules that are remembered', () => {
  beforeAll(() => rememberRules());

  it('hold each time, for a class and for one that inherits from it', () => {
    for (let time = 0; time < 2; time++) {
      expect(faults(Object.assign(new Note(), { text: 1 }))).toEqual(['text']);
      expect(faults(Object.assign(new SignedNote(), { text: 1 }))).toEqual(['signature', 'text']);
      expect(faults(Object.assign(new SignedNote(), { text: 'a', signature: 'b' }))).toEqual([]);
    }
  });

  it('are looked for once', () => {
    const rules = () => getMetadataStorage().getTargetValidationMetadatas(Note, '', false, false);
    expect(rules()).toBe(rules());
  });
});
