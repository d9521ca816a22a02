import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { BankItem, ItemContent } from '../../item-bank/item-bank.public.js';
import { keysGiven, rulingProblem, type RulingKind } from '../domain/rescoring/ruling.js';
import type { NotUpheldReason } from '../domain/rescoring/remarks.js';
import type { Remark, RemarkInQueue } from '../persistence/remark.repository.js';
import { decidedAlready, hadPart, notAChallenge, reasonNeeded, rulingDoesNotFit } from '../rescoring.errors.js';
import { sealedKeys, type SealedRuling } from './form-keys.js';
import { RescoreParties } from './read-rescores.js';
import { RescoringRows } from './rescoring-rows.js';
import { RescoringTrail } from './rescoring-trail.js';
import { Vault } from './vault.js';
import type { SealedRemark } from './write-remark.js';

export type { Remark, RemarkInQueue } from '../persistence/remark.repository.js';

/** Who reads what candidates say, and decides challenges, where they had no part in the item. */
export const REMARK_ROLES = ['item-reviewer', 'psychometrician'] as const;
const MOST_SHOWN = 300;

/** A remark with its words, and for a challenge the item with its key. */
export interface OpenRemark {
  remark: Remark;
  words: string;
  item: (BankItem & { content: ItemContent }) | null;
  /** The decider's own words and the keys that were ruled; null while it is open. */
  decided: SealedRuling | null;
  /** Whether the acting person may decide it: it is open, and they had no part in the item. */
  mayDecide: boolean;
  mayPropose: boolean;
  /** Who was given the words, first to last; this look is the last. */
  readings: { name: string; at: Temporal.Instant }[];
}

export interface ChallengeDecision {
  remarkId: string;
  outcome: 'upheld' | 'not_upheld';
  ruling?: RulingKind | undefined;
  /** What counts from now on, for an upheld challenge: one whole answer each, its letters with a space between ({@link keysGiven}). */
  keys?: readonly string[] | undefined;
  reason?: NotUpheldReason | undefined;
  /** For colleagues; sealed. */
  reasons: string;
}

/** What candidates said, for those who look after items. Each opening is on record, of the words and of the item. */
@Injectable()
export class RemarkDesk {
  constructor(
    private readonly rows: RescoringRows,
    private readonly parties: RescoreParties,
    private readonly vault: Vault,
    private readonly trail: RescoringTrail,
  ) {}

  /** Challenges that wait first; no word of any. */
  async queue(tx: Tx): Promise<RemarkInQueue[]> {
    return this.rows.remarks.queue(tx, await this.parties.bank.bodiesOf(tx, ...REMARK_ROLES), MOST_SHOWN);
  }

  /** @throws DomainError not_found for another body's, and for whoever sat; item_bank.kept_apart */
  async open(tx: Tx, remarkId: string): Promise<OpenRemark> {
    const remark = await this.find(tx, remarkId);
    const { bodyId, versionId, decision } = remark;
    const ids = [remark.secretId, ...(decision ? [decision.secretId] : [])];
    const opened = await this.vault.open<SealedRemark | SealedRuling>(tx, { bodyId, ids, purpose: 'remark' });
    const item = versionId ? await this.item(tx, remark, versionId) : null;
    const me = personIdOf(tx.actor);
    const part = versionId !== null && (await this.rows.remarks.hadPart(tx, versionId, me));
    const isPsychometrician = (await this.parties.bank.bodiesOf(tx, 'psychometrician')).includes(bodyId);
    return {
      remark,
      words: (opened.get(remark.secretId) as SealedRemark).words,
      item,
      decided: decision && decidedOf(decision, opened.get(decision.secretId) as SealedRuling),
      mayDecide: remark.kind === 'challenge' && !decision && !part,
      readings: await this.readings(tx, remark),
      mayPropose: decision?.outcome === 'upheld' && isPsychometrician,
    };
  }

  /**
   * The person is told by letter, without a word of the item.
   * @throws DomainError not_found; exams.had_part, .challenge_decided, .not_a_challenge, .ruling_does_not_fit, .reason_needed
   */
  async decide(tx: Tx, given: ChallengeDecision): Promise<{ remarkId: string }> {
    const remark = await this.find(tx, given.remarkId);
    const { id, bodyId, personId, versionId, sittingId, place } = remark;
    const me = personIdOf(tx.actor);
    if (!versionId) throw notAChallenge();
    if (await this.rows.remarks.hadPart(tx, versionId, me)) throw hadPart();
    if (remark.decision) throw decidedAlready();
    const { outcome, ruling, reason, keys } = await this.checked(tx, remark, given);
    const sealed: SealedRuling = { keys, reasons: given.reasons.trim() };
    const secretId = await this.vault.seal(tx, bodyId, sealed);
    const decision = { outcome, ruling, reason, secretId, decidedBy: me };
    if (!(await this.rows.remarks.decide(tx, remark, decision))) throw decidedAlready();
    await this.trail.note(
      tx,
      'challenge.decided',
      { kind: 'exam_remark', id, bodyId, personId },
      { outcome, ruling, reason },
    );
    await this.trail.tell(tx, 'application-exam-challenge-decided', {
      identity: id,
      personId,
      bodyId,
      sittingId,
      question: String(place),
      upheld: outcome === 'upheld',
      notUpheld: outcome === 'not_upheld',
      keyChanged: ruling === 'key_changed',
      keysAccepted: ruling === 'keys_accepted',
      notCounted: ruling === 'not_counted',
      keyConfirmed: reason === 'key_confirmed',
      wordingConfirmed: reason === 'wording_confirmed',
      shownRight: reason === 'shown_right',
      notAboutItem: reason === 'not_about_item',
    });
    return { remarkId: id };
  }

  private async readings(tx: Tx, { secretId }: Remark): Promise<OpenRemark['readings']> {
    const found = await this.rows.remarks.readings(tx, secretId);
    const readers = found.map(({ readerId }) => readerId);
    const names = await this.parties.people.getAll(tx, [...new Set(readers)]);
    return found.map(({ readerId, at }) => ({ name: names.get(readerId)?.displayName ?? '', at }));
  }

  private async checked(tx: Tx, remark: Remark, { outcome, ruling, keys = [], reason }: ChallengeDecision) {
    if (outcome === 'not_upheld') {
      if (!reason) throw reasonNeeded();
      return { outcome, ruling: null, reason, keys: [] };
    }
    if (!ruling || !remark.versionId) throw rulingDoesNotFit('Choose what is ruled');
    const { content } = await this.item(tx, remark, remark.versionId);
    const kept = keysGiven(ruling, keys);
    const problem = rulingProblem(content, { kind: ruling, keys: kept });
    if (problem) throw rulingDoesNotFit(problem);
    return { outcome, ruling, reason: null, keys: kept };
  }

  private async item(tx: Tx, { id, bodyId }: Remark, versionId: string): Promise<BankItem & { content: ItemContent }> {
    const reading = {
      bodyId,
      versionIds: [versionId],
      purpose: 'appeal' as const,
      subject: { kind: 'exam_remark', id },
    };
    const content = (await this.parties.bank.contents(tx, reading)).get(versionId);
    const head = (await this.parties.bank.versions(tx, { bodyId, versionIds: [versionId] })).get(versionId);
    if (!content || !head) throw notFound('this item');
    return { ...head, content };
  }

  private async find(tx: Tx, remarkId: string): Promise<Remark> {
    const remark = await this.rows.remarks.find(tx, await this.parties.bank.bodiesOf(tx, ...REMARK_ROLES), remarkId);
    if (!remark || remark.personId === personIdOf(tx.actor)) throw notFound('this remark');
    return remark;
  }
}

function decidedOf({ ruling }: NonNullable<Remark['decision']>, sealed: SealedRuling): SealedRuling {
  return { ...sealed, keys: ruling ? sealedKeys(ruling, sealed) : [] };
}
