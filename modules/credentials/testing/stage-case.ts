import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../../test/support/app.js';
import { admitted, arrangeCase, decide, type Case } from '../../certification/testing/certification-case.js';
import { ApplicationGranted } from '../../certification/certification.public.js';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';
import { EnterGrant } from '../use-cases/enter-grant.js';

export interface Holder extends Case {
  number: string;
  credentialId: string;
}

/** The stages of Texas: six months, one extension on request and one at discretion, then two years. */
export const twoStages: Partial<SchemeDefinition> = {
  endorsements: ['mhps'],
  credential: {
    stages: [
      { code: 'initial', validity: 'P6M', extensions: 1, extension: 'P6M', discretionary_extensions: 1 },
      { code: 'full', validity: 'P2Y', starts: 'decision_date' },
    ],
  },
};

/** What tests of stages do. */
export function stageCase(test: TestApp) {
  /** At noon in the body's zone. */
  const on = (day: string) => test.clock.set(`${day}T18:00:00Z`);

  /** Granted on 21 November 2026 (the clock of the tests), for half a year. */
  async function holder(change: Partial<SchemeDefinition> = twoStages): Promise<Holder> {
    test.clock.set('2026-11-21T15:00:00Z');
    const arranged = await arrangeCase(test, change);
    const id = await admitted(test, arranged);
    await decide(test, arranged.decider, id);
    const { rows } = await test.owner.query('select id, number from credential where application_id = $1', [id]);
    return { ...arranged, number: rows[0].number, credentialId: rows[0].id };
  }

  /** A further application of the same person is granted, for a stage. */
  async function grant(held: Holder, decidedOn: string, rest: Partial<ApplicationGranted> = {}) {
    const [applicationId, decisionId] = [randomUUID(), randomUUID()];
    const who = [held.bodyId, held.applicant.personId];
    await test.owner.query(
      `insert into application (id, body_id, person_id, scheme_code, scheme_version_id, state, state_since, begun_on, submitted_at, created_at)
       values ($3, $1, $2, $4, $5, 'admitted', now(), '2026-11-21', now(), now())`,
      [...who, applicationId, held.schemeCode, held.schemeVersionId],
    );
    await test.owner.query(
      `insert into application_event (id, application_id, body_id, person_id, move, from_state, to_state, actor_person_id,
         reason_codes, eligibility, eligibility_hash, happened_on, recorded_at)
       values ($4, $3, $1, $2, 'grant', 'admitted', 'granted', $5, '{all_requirements_met}', '{"met": true, "clauses": []}',
         repeat('0', 64), $6, now())`,
      [...who, applicationId, decisionId, held.decider.personId, decidedOn],
    );
    const granted = new ApplicationGranted({
      applicationId,
      personId: held.applicant.personId,
      bodyId: held.bodyId,
      schemeCode: held.schemeCode,
      schemeVersionId: held.schemeVersionId,
      decisionId,
      decidedBy: held.decider.personId,
      decidedOn,
      eligibilityHash: '0'.repeat(64),
      stage: 'full',
      ...rest,
    });
    return test.run((tx) => test.get(EnterGrant).execute(tx, granted));
  }

  const lines = async ({ credentialId }: Holder) =>
    (
      await test.owner.query(
        `select kind, stage, term_number, starts_on::text, expires_on::text, anchor_on::text, extension_number
         from credential_event where credential_id = $1 order by recorded_at`,
        [credentialId],
      )
    ).rows;
  const letters = async ({ applicant }: Holder): Promise<string[]> =>
    (
      await test.owner.query('select kind from letter where person_id = $1 order by created_at, kind', [
        applicant.personId,
      ])
    ).rows.map(({ kind }) => kind);

  return { on, holder, grant, lines, letters };
}
