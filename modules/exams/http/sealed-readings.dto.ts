import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { Temporal } from 'temporal-polyfill';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { sealedPurposes, type SealedPurpose, type SealedReadingsQuery } from '../use-cases/read-sealed-readings.js';
import { MaybeId, MaybeWholeNumber, orNothing } from './dto-fields.js';

/** What of the log of sealed words is looked at; what is left out, or empty, narrows nothing. */
export class SealedReadingsDto {
  @MaybeId('Choose a certifying body')
  body?: string;

  /** By its number. */
  @MaybeWholeNumber(1, 2_000_000_000, 'Enter the number of an item')
  item?: number;

  /** A person's id; `product` for what the product itself opened. */
  @IsOptional()
  @Transform(orNothing)
  @Matches(/^(product|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i, { message: 'Choose a person' })
  reader?: string;

  @IsOptional()
  @Transform(orNothing)
  @IsIn(Object.keys(sealedPurposes), { message: 'Choose a purpose' })
  purpose?: SealedPurpose;

  @IsOptional()
  @Transform(orNothing)
  @IsPlainDate({ message: 'Enter the first day, such as 2026-11-01' })
  from?: string;

  /** Included. */
  @IsOptional()
  @Transform(orNothing)
  @IsPlainDate({ message: 'Enter the last day, such as 2026-11-30' })
  to?: string;

  @IsOptional()
  @IsString({ message: 'Begin at the front again' })
  after?: string;
}

export function readingsAsked({ body, item, reader, purpose, from, to }: SealedReadingsDto): SealedReadingsQuery {
  return {
    bodyId: body,
    itemNumber: item,
    reader,
    purpose,
    from: from ? Temporal.PlainDate.from(from) : undefined,
    to: to ? Temporal.PlainDate.from(to) : undefined,
  };
}
