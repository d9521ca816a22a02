import { Injectable } from '@nestjs/common';
import { Ids } from '../../../src/platform/ids/ids.js';
import { numberFrom } from '../domain/credential-number.js';

export interface Drawn {
  id: string;
  /** Printed; 60 random bits and a check symbol. */
  number: string;
  /** For the QR code; 128 random bits. */
  token: string;
}

/** Reserves what identifies a new credential. That it was never given before is kept by the database. */
@Injectable()
export class DrawNumber {
  constructor(private readonly ids: Ids) {}

  draw(): Drawn {
    const random = Buffer.from(this.ids.secret(8), 'base64url');
    return { id: this.ids.next(), number: numberFrom(random), token: this.ids.secret(16) };
  }
}
