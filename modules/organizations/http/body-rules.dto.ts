import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { BODY_SETTING_CODES, type BodySettingCode } from '../domain/body-settings.js';

class OfBodyDto {
  @IsUUID(undefined, { message: 'Open the page again: we do not know which organization this is for' })
  bodyId: string;
}

export class SettingDto extends OfBodyDto {
  @IsIn(BODY_SETTING_CODES, { message: 'Choose a setting from the list' })
  code: BodySettingCode;

  /** What was left empty is no number, not zero. */
  @Transform(({ value }: { value: unknown }) => (value === '' || value === null ? undefined : Number(value)))
  @IsInt({ message: 'Enter a whole number' })
  value: number;

  /** Why: it stays beside the setting for good. */
  @IsString({ message: 'Write why, for whoever reads it later' })
  @Matches(/\S/, { message: 'Write why, for whoever reads it later' })
  @Length(1, 1000, { message: 'Write why, for whoever reads it later, in at most 1,000 characters' })
  reason: string;
}

export class HolidayDto extends OfBodyDto {
  @IsPlainDate({ message: 'Enter the day, such as 2026-12-25' })
  onDate: string;

  @IsString({ message: 'Enter what the day is called' })
  @Matches(/\S/, { message: 'Enter what the day is called' })
  @Length(1, 100, { message: 'Enter what the day is called, in at most 100 characters' })
  name: string;
}

export class HolidayRemovalDto extends OfBodyDto {}
