/** One document of a case file, as its readers see it. */
export interface SealedDocument {
  /** What it is, such as the name of a letter. */
  title: string;
  /** Who wrote it, by name. */
  from: string;
  text: string | null;
  attachment: { fileName: string; type: string; bytes: Buffer } | null;
}

const LENGTH_BYTES = 4;

/** One buffer of it all, ready to be sealed: length of the description, description as JSON, bytes of the attachment. */
export function packDocument({ attachment, ...words }: SealedDocument): Buffer {
  const file = attachment && { fileName: attachment.fileName, type: attachment.type };
  const description = Buffer.from(JSON.stringify({ ...words, file }), 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(description.length);
  return Buffer.concat([length, description, attachment?.bytes ?? Buffer.alloc(0)]);
}

export function unpackDocument(packed: Buffer): SealedDocument {
  const end = LENGTH_BYTES + packed.readUInt32BE(0);
  const { file, ...words } = JSON.parse(packed.subarray(LENGTH_BYTES, end).toString('utf8')) as Omit<
    SealedDocument,
    'attachment'
  > & { file: { fileName: string; type: string } | null };
  return { ...words, attachment: file && { ...file, bytes: Buffer.from(packed.subarray(end)) } };
}
