import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters, type NewLetter } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { CredentialEventKind } from '../domain/credential-event.js';
import { reasons, reversalReasons, type ChangeKind } from '../domain/status-change.js';
import type { CredentialEntity, CredentialEventEntity } from '../persistence/credential.entity.js';

const DOCUMENT_LETTERS: Partial<Record<CredentialEventKind, string>> = {
  renewed: 'credential-renewed',
  advanced: 'credential-advanced',
  extended: 'credential-extended',
};

const DECISION_WORDS: Partial<Record<CredentialEventKind, string>> = {
  suspended: 'suspension',
  revoked: 'revocation',
  reprimanded: 'reprimand',
};

/** Writes to the holder about what happened to their credential: the facts and their rights first. */
@Injectable()
export class NotifyHolder {
  constructor(
    private readonly letters: Letters,
    private readonly organizations: Organizations,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  /** A registrar's change, with its reason in words. */
  async ofChange(tx: Tx, credential: CredentialEntity, line: CredentialEventEntity): Promise<void> {
    const words: Readonly<Record<string, string>> = reasons[line.kind as ChangeKind];
    await this.write(
      tx,
      credential,
      { kind: `credential-${line.kind}`, lineId: line.id },
      {
        reason: ({ word }) => word(words[line.reasonCode] ?? line.reasonCode),
        explanation: line.explanation,
        effectiveOn: line.effectiveOn.toString(),
        publicFrom: line.publicFrom.toString(),
        emergency: line.emergency,
        until: line.noteUntil?.toString() ?? null,
      },
    );
  }

  /** A decision was taken back. */
  async ofReversal(
    tx: Tx,
    credential: CredentialEntity,
    { line, decided }: { line: CredentialEventEntity; decided: CredentialEventEntity },
  ): Promise<void> {
    await this.write(
      tx,
      credential,
      { kind: 'credential-reversed', lineId: line.id },
      {
        decision: ({ word }) => word(DECISION_WORDS[decided.kind] ?? 'decision'),
        reason: ({ word }) => word(reversalReasons[line.reasonCode] ?? line.reasonCode),
        explanation: line.explanation,
        effectiveOn: decided.effectiveOn.toString(),
        publicFrom: line.publicFrom.toString(),
      },
    );
  }

  /** An extension was asked for and not granted. */
  async ofDeclinedExtension(
    tx: Tx,
    credential: CredentialEntity,
    { requestId, note }: { requestId: string; note: string },
  ): Promise<void> {
    await this.write(tx, credential, { kind: 'credential-extension-declined', lineId: requestId }, { note });
  }

  /** The certificate of a grant or renewal is ready. */
  async ofDocument(tx: Tx, credential: CredentialEntity, line: CredentialEventEntity): Promise<void> {
    const kind = DOCUMENT_LETTERS[line.kind] ?? 'credential-granted';
    await this.write(
      tx,
      credential,
      { kind, lineId: line.id },
      {
        effectiveOn: line.startsOn?.toString() ?? line.effectiveOn.toString(),
        expiresOn: line.expiresOn?.toString() ?? null,
        stage: ({ word }) => word(line.stage?.replaceAll('_', ' ') ?? ''),
        explanation: line.explanation,
      },
    );
  }

  private async write(
    tx: Tx,
    { number, title, bodyId, personId }: CredentialEntity,
    { kind, lineId }: { kind: string; lineId: string },
    data: NewLetter['data'],
  ): Promise<void> {
    const { name: bodyName, contactEmail: bodyContact } = await this.organizations.get(tx, bodyId);
    const link = `${this.config.PUBLIC_URL}/credentials`;
    const publicLink = `${this.config.PUBLIC_URL}/v/${number}`;
    const facts: NewLetter['data'] = {
      number,
      title: ({ word }) => word(title),
      bodyName,
      bodyContact,
      link,
      publicLink,
      ...data,
    };
    await this.letters.send(tx, { kind, identity: `${kind}:${lineId}`, to: { personId }, bodyId, data: facts });
  }
}
