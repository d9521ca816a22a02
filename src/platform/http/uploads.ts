/** A file sent with a form. Nothing about it is believed yet: name and type are the sender's words. */
export interface UploadedFile {
  fileName: string;
  declaredType: string;
  bytes: Buffer;
  sha256: string;
}

/** The largest file a form may carry, in bytes. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;
