import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { FEE_REASONS, type FeeReason } from '../domain/invoice-state.js';

export class PaymentDto {
  /** The payment's own number, such as that of a bank's statement. Never a card's or an account's. */
  @IsString({ message: 'Enter the number of the payment' })
  @Matches(/\S/, { message: 'Enter the number of the payment' })
  @Length(1, 100, { message: 'Enter the number of the payment, in at most 100 characters' })
  reference: string;

  @IsOptional()
  @IsString({ message: 'Write in plain words' })
  @MaxLength(1000, { message: 'Write at most 1,000 characters' })
  note?: string;
}

export class FeeWaiverDto {
  @IsIn(FEE_REASONS, { message: 'Choose why' })
  reasonCode: FeeReason;

  /** The person reads it on the invoice. */
  @IsString({ message: 'Write to the person why' })
  @Matches(/\S/, { message: 'Write to the person why' })
  @Length(1, 1000, { message: 'Write to the person why, in at most 1,000 characters' })
  note: string;
}

export class CancellationDto {
  @IsIn(FEE_REASONS, { message: 'Choose why' })
  reasonCode: FeeReason;

  @IsOptional()
  @IsString({ message: 'Write in plain words' })
  @MaxLength(1000, { message: 'Write at most 1,000 characters' })
  note?: string;
}
