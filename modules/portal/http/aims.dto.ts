import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export class AimDto {
  @IsString({ message: 'Name the certification by its code' })
  @MaxLength(200, { message: 'Name the certification by its code' })
  schemeCode: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Name the certifying body' })
  bodyId?: string;
}

/** One choice of a form: the body and the certification, `<id of the body>/<code>`. */
export class AimFormDto {
  @Matches(/^[0-9a-f-]{36}\/[a-z0-9-]{1,200}$/, { message: 'Choose a certification' })
  aim: string;
}
