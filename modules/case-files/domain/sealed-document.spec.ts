import { packDocument, unpackDocument } from './sealed-document.js';

describe('a packed document', () => {
  it('comes back as it was, with and without an attachment', () => {
    const words = { title: 'Letter', from: 'Ines Invented', text: 'Seven geese – früh' };
    const attachment = { fileName: 'letter.pdf', type: 'application/pdf', bytes: Buffer.from([0, 255, 10]) };
    expect(unpackDocument(packDocument({ ...words, attachment }))).toEqual({ ...words, attachment });
    expect(unpackDocument(packDocument({ ...words, attachment: null }))).toEqual({ ...words, attachment: null });
  });
});
