import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { BODY_SETTINGS, BODY_SETTING_CODES, type BodySettings } from '../domain/body-settings.js';
import { BodySettingEntity, HolidayEntity } from './body-setting.entity.js';

/** What bodies set for themselves, and their holidays. */
@Injectable()
export class BodyRulesRepository {
  /** Every change a body made, newest first. */
  changes(tx: Tx, bodyId: string): Promise<BodySettingEntity[]> {
    return tx.manager.find(BodySettingEntity, { where: { bodyId }, order: { recordedAt: 'desc', id: 'desc' } });
  }

  /** What holds now. */
  async settings(tx: Tx, bodyId: string): Promise<BodySettings> {
    const changes = await this.changes(tx, bodyId);
    const valueOf = (wanted: string): number | undefined => changes.find(({ code }) => code === wanted)?.value;
    const entries = BODY_SETTING_CODES.map((code) => [code, valueOf(code) ?? BODY_SETTINGS[code].otherwise]);
    return Object.fromEntries(entries) as BodySettings;
  }

  async change(tx: Tx, setting: BodySettingEntity): Promise<void> {
    await tx.manager.insert(BodySettingEntity, setting);
  }

  /** A body's holidays, earliest first. */
  holidays(tx: Tx, bodyId: string): Promise<HolidayEntity[]> {
    return tx.manager.find(HolidayEntity, { where: { bodyId }, order: { onDate: 'asc' } });
  }

  /** @returns false when that day is a holiday already */
  async addHoliday(tx: Tx, holiday: HolidayEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(HolidayEntity).values(holiday).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  /** @returns the day that was taken out; null where these bodies have no such holiday */
  async removeHoliday(tx: Tx, bodyId: string, id: string): Promise<HolidayEntity | null> {
    const found = await tx.manager.findOneBy(HolidayEntity, { bodyId, id });
    if (found) await tx.manager.delete(HolidayEntity, { id });
    return found;
  }
}
