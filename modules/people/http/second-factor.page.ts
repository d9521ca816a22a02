import { Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ALONE_MINIMUM } from '../domain/password-rules.js';
import { totpUri } from '../secrets/totp.js';
import { ReadProfile } from '../use-cases/read-profile.js';
import { OfferSecondFactor } from '../use-cases/second-factor.js';
import { ReadSecondFactor } from '../use-cases/sign-in.js';

export interface SecondFactorModel {
  inUse: boolean;
  recoveryCodesLeft: number;
  /** Of a password that stands alone again, for turning the factor off. */
  minimum: number;
  /** The key to set up, in groups of four to type, and as a picture. */
  key?: string;
  qr?: string;
}

/** The page of the second factor: the key to set up, or the state of the one in use. */
@Injectable()
export class SecondFactorView {
  constructor(
    private readonly secondFactor: ReadSecondFactor,
    private readonly offer: OfferSecondFactor,
    private readonly profile: ReadProfile,
  ) {}

  async model(tx: Tx): Promise<SecondFactorModel> {
    const { person, primaryEmail } = await this.profile.execute(tx);
    const state = { ...(await this.secondFactor.execute(tx, person.id)), minimum: ALONE_MINIMUM };
    if (state.inUse) return state;
    const { secret } = await this.offer.execute(tx, person.id);
    const uri = totpUri(secret, primaryEmail ?? person.number);
    const svg = await QRCode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
    const qr = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    return { ...state, key: secret.replace(/(.{4})(?=.)/g, '$1 '), qr };
  }
}
