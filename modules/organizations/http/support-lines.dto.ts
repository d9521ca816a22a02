import { Transform } from 'class-transformer';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { DIALLED, SUPPORT_WAYS, type SupportWay } from '../domain/support-line.js';

export class SupportLineDto {
  @IsUUID(undefined, { message: 'Open the page again: we do not know which organization this is for' })
  bodyId: string;

  @IsIn(SUPPORT_WAYS, { message: 'Choose how the line is reached' })
  way: SupportWay;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Matches(DIALLED, { message: 'Enter the number as it is dialled, such as 988 or +1 800 555 0100' })
  phone: string;
}
