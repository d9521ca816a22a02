/**
 * A backup is gzipped text, one JSON value a line: the header; for each table its name, its rows and its tally; for each
 * stored file its name, its bytes in pieces and its tally; and the end, without which it is not whole.
 */
export type BackupLine =
  | { kind: 'header'; format: 1; takenAt: string; migrations: string[] }
  | { kind: 'table'; name: string; columns: string[] }
  /** The columns as PostgreSQL writes them as text, so that every type comes back as it was. */
  | (string | null)[]
  | { kind: 'rows'; table: string; count: number; sha256: string }
  | { kind: 'file'; sha256: string }
  | { kind: 'bytes'; base64: string }
  | { kind: 'stored'; sha256: string; size: number }
  | { kind: 'end'; tables: number; rows: number; files: number; missing: string[] };

export type Header = Extract<BackupLine, { kind: 'header' }>;
export type Tally = Extract<BackupLine, { kind: 'rows' }>;
export type End = Extract<BackupLine, { kind: 'end' }>;
