import { matchesSurname, surnameKeys } from './surname.js';

describe('the surname check', () => {
  it.each([
    ['Maria de la Cruz', 'es', 'de la Cruz'],
    ['Maria de la Cruz', 'es', 'CRUZ'],
    ['Ana Núñez-O’Neil', 'en', "nunez o'neil"],
    ['Nguyễn Thị Hạnh', 'vi', 'nguyen'],
    ['Nguyễn Thị Hạnh', 'vi', 'Hạnh'],
    ['王小明', 'zh', '王'],
    ['欧阳娜娜', null, '欧阳'],
    ['ليلى العلي', 'ar', 'العلي'],
    ['अनीता शर्मा', 'hi', 'शर्मा'],
    ['Prakash', 'en', 'prakash'],
    ['Łukasz Kowałski', 'pl', 'kowalski'],
  ])('accepts the surname of %s (%s): %s', (name, language, typed) => {
    expect(matchesSurname(surnameKeys(name, language), typed)).toBe(true);
  });

  it.each([
    ['Maria de la Cruz', 'es', 'Maria'],
    ['Maria de la Cruz', 'es', ''],
    ['Maria de la Cruz', 'es', ' - '],
    ['Maria de la Cruz', 'es', 'Cru'],
    ['王小明', 'zh', '明'],
  ])('does not accept for %s (%s): "%s"', (name, language, typed) => {
    expect(matchesSurname(surnameKeys(name, language), typed)).toBe(false);
  });

  it('accepts nothing for a name without a letter', () => {
    expect(surnameKeys('🙂', null)).toEqual([]);
  });
});
