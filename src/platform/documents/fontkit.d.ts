declare module 'fontkit' {
  /** @throws when the bytes are no font */
  export function create(bytes: Uint8Array): { characterSet: number[] };
}
