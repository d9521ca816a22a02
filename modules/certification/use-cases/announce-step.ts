import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Events } from '../../../src/platform/events/events.js';
import { Letters, type NewLetter } from '../../notifications/notifications.public.js';
import { clauseWords, treeIn, type EligibilityTree } from '../../schemes/schemes.public.js';
import {
  ApplicationAdmitted,
  ApplicationDenied,
  ApplicationGranted,
  ApplicationReturned,
  ApplicationSubmitted,
} from '../domain/application-events.js';
import type { ApplicationMove } from '../domain/application-state.js';
import { reasonWords } from '../domain/decision-reasons.js';
import { clauseByClause, clauseLineIn, stillNeeded } from '../domain/still-needed.js';
import type { ApplicationEntity, ApplicationEventEntity } from '../persistence/application.entity.js';
import { ApplicationRules } from './application-rules.js';

interface Announcement {
  application: ApplicationEntity;
  event: ApplicationEventEntity;
  tree?: EligibilityTree;
}

/** Steps that the person gets a letter about. The letter on a grant goes out with the certificate (credentials). */
const letters: Partial<Record<ApplicationMove, string>> = {
  submit: 'application-received',
  return: 'application-returned',
  admit: 'application-admitted',
  deny: 'application-not-granted',
};

/** Tells the other modules and the person about a step, in its transaction. */
@Injectable()
export class AnnounceStep {
  constructor(
    private readonly events: Events,
    private readonly letters: Letters,
    private readonly rules: ApplicationRules,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async execute(tx: Tx, announcement: Announcement): Promise<void> {
    const told = eventOf(announcement);
    if (told) await this.events.publish(tx, told);
    const kind = letters[announcement.event.move];
    if (kind) await this.write(tx, kind, announcement);
  }

  private async write(tx: Tx, kind: string, { application, event, tree }: Announcement): Promise<void> {
    const { version, body } = await this.rules.of(tx, application);
    await this.letters.send(tx, {
      kind,
      identity: `${kind}:${event.id}`,
      to: { personId: application.personId },
      bodyId: application.bodyId,
      data: {
        schemeTitle: ({ word }) => word(version.title),
        on: event.happenedOn.toString(),
        link: `${this.config.PUBLIC_URL}/applications/${application.id}`,
        bodyName: body.name,
        bodyContact: body.contactEmail,
        note: event.note,
        reasons: ({ word }) => (event.move === 'deny' ? reasonWords('denied', event.reasonCodes).map(word) : []),
        stillNeeded: ({ language }) => (tree ? stillNeeded(treeIn(language, tree)) : []),
        ...(event.move === 'deny' && (await this.denial(tx, { application, event, tree }))),
      },
    });
  }

  /** Each requirement in the words of the tree, and the way to appeal: until when, where. */
  private async denial(tx: Tx, { application, event, tree }: Announcement): Promise<NewLetter['data']> {
    const until = await this.rules.appealUntil(tx, application, event.recordedAt);
    return {
      clauses: (speech) => (tree ? clauseByClause(tree).map(clauseLineIn(speech, clauseWords(speech.language))) : []),
      appealBy: until?.toString(),
      appealLink: `${this.config.PUBLIC_URL}/appeals/new?application=${application.id}`,
    };
  }
}

function eventOf({ application, event }: Announcement): object | null {
  const step = { ...application, applicationId: application.id };
  const decision = {
    ...step,
    decisionId: event.id,
    decidedBy: event.actorPersonId ?? '',
    decidedOn: event.happenedOn.toString(),
    eligibilityHash: event.eligibilityHash ?? '',
  };
  switch (event.move) {
    case 'submit':
      return new ApplicationSubmitted(step);
    case 'return':
      return new ApplicationReturned(step);
    case 'admit':
      return new ApplicationAdmitted(step);
    case 'grant':
      return new ApplicationGranted({
        ...decision,
        endorsements: application.endorsements.length > 0 ? application.endorsements : null,
      });
    case 'deny':
      return new ApplicationDenied(decision);
    default:
      return null;
  }
}
