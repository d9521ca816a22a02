import { readDomains } from './exam-report.form.js';

describe('domain percentages typed line by line', () => {
  it('are read with or without spaces and percent signs, empty lines left out', () => {
    expect(readDomains('advocacy: 80\r\n\nethical_responsibility=75 %\nmentoring_education:')).toEqual({
      advocacy: 80,
      ethical_responsibility: 75,
    });
  });

  it('become no number where none was typed, so that the report is not accepted', () => {
    expect(readDomains('advocacy: eighty')['advocacy']).toBeNaN();
  });
});
