import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { readPdf } from '../../test/support/pdf.js';
import type { PersonActor } from '../../src/kernel/actor.js';
import { Evidence } from '../evidence/evidence.public.js';
import { Organizations } from '../organizations/organizations.public.js';
import { courseCertificates } from './cli/print-name.command.js';
import { CourseContent } from './courses.public.js';
import { CoursesModule } from './courses.module.js';
import { contentCopy, COURSE, learning } from './testing/learning.js';
import { AskCompletion } from './use-cases/ask-completion.js';
import { CertificateDesk } from './use-cases/certificate-desk.js';
import { ReadOwnCertificate } from './use-cases/read-own-certificate.js';

const TITLE = 'Recovery-oriented practice and the peer role';
/** Of a name that the fonts lack, so that its certificate waits for who looks after it. */
const NAME = 'Zoë 😀 Nguyễn';

describe('a certificate of a course of files where there are several certifying bodies', () => {
  const test = useApp({ business: businessOf([CoursesModule]) });
  const { finish } = learning(test);
  const content = contentCopy();
  let juniper: string;
  let cedar: string;
  let person: string;

  beforeAll(async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, content.dir));
    juniper = await found('juniper', 'Juniper Valley Peer Certification Board');
    cedar = await found('cedar', 'Cedar Coast Peer Board');
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, NAME);
  });
  afterAll(() => content.remove());

  const found = async (slug: string, name: string) => {
    const details = { timeZone: 'America/Denver', address: '1 Main Street', contactEmail: `office@${slug}.example` };
    const body = await test.run((tx) =>
      test.get(Organizations).found(tx, { kind: 'certifying-body', name, slug, ...details }),
    );
    return body.id;
  };
  /** Something that the person had to do with a body. */
  const known = async (bodyId: string) => {
    test.clock.forward({ minutes: 1 });
    await test.run((tx) =>
      test.get(Evidence).record(tx, {
        personId: person,
        bodyId,
        kind: 'attestation',
        code: 'code_of_ethics',
        occurredOn: Temporal.PlainDate.from('2026-11-20'),
        vouchedBy: { method: 'self' },
        source: { module: 'courses', id: bodyId },
      }),
    );
  };
  const asked = async () => {
    await finish(person);
    const { number } = await test.run(
      (tx) => test.get(AskCompletion).execute(tx, { courseCode: COURSE }),
      personActor(person),
    );
    await test.runEffects();
    return number;
  };
  const registrarOf = async (organizationId: string): Promise<PersonActor> => ({
    ...personActor(await insertPerson(test.owner)),
    assurance: 'two-factor',
    memberships: [{ organizationId, organizationKind: 'certifying-body', role: 'registrar' }],
  });
  const waitingAt = async (bodyId: string) => {
    const held = await test.run((tx) => test.get(CertificateDesk).held(tx), await registrarOf(bodyId));
    return held.map(({ number }) => number);
  };
  const textOfOwn = async () => {
    const { bytes } = await test.run(
      (tx) => test.get(ReadOwnCertificate).file(tx, { courseCode: COURSE }),
      personActor(person),
    );
    return (await readPdf(bytes)).text;
  };
  /** `npm run cli -- course certificates …`: its exit code, and what it printed. */
  const operate = async (args: string[] = [], options: Record<string, string> = {}) => {
    const lines: string[] = [];
    const context = { config: () => test.config, app: () => test.worker(), print: (line: string) => lines.push(line) };
    return { code: await courseCertificates.run(context, args, options), lines };
  };

  it('waits at the body that the person had to do with most lately, and names none of them', async () => {
    await known(cedar);
    await known(juniper);
    const number = await asked();
    expect([await waitingAt(juniper), await waitingAt(cedar)]).toEqual([[number], []]);
    expect((await operate()).lines).toEqual(['No certificate waits for you.']);
    await expect(operate([number], { name: 'Zoë Nguyễn' })).rejects.toMatchObject({ kind: 'not_found' });
    const print = async (bodyId: string) =>
      test.run(
        (tx) => test.get(CertificateDesk).print(tx, { number, printedName: 'Zoë Nguyễn' }),
        await registrarOf(bodyId),
      );
    await expect(print(cedar)).rejects.toMatchObject({ kind: 'not_found' });
    await print(juniper);
    await test.runEffects();
    const text = await textOfOwn();
    expect(text).toContain('Zoë Nguyễn');
    expect(text).not.toMatch(/Juniper|Cedar/);
  });

  it('waits for the operator where the person is known to no body, and is made anew by the command', async () => {
    const number = await asked();
    expect([await waitingAt(juniper), await waitingAt(cedar)]).toEqual([[], []]);
    expect(await operate()).toEqual({ code: 0, lines: [`${number}  ${TITLE}: 😀`] });
    await expect(operate([number])).rejects.toMatchObject({ code: 'courses.printed_name_needed' });
    await expect(operate(['GC-2222-2222-2222-2'], { name: 'Zoë' })).rejects.toMatchObject({ kind: 'not_found' });
    expect((await operate([number], { name: 'Zoë Nguyễn' })).code).toBe(0);
    await test.runEffects();
    expect(await textOfOwn()).toContain('Zoë Nguyễn');
    expect(await operate()).toEqual({ code: 0, lines: ['No certificate waits for you.'] });
    await expect(operate([number], { name: 'Zoë' })).rejects.toMatchObject({ code: 'courses.certificate_not_held' });
  });
});
