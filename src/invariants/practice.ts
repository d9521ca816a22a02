import { canonicalHash } from '../kernel/canonical-json.js';
import { bySql, type Breach, type KeptPromise, type Surroundings } from './promise.js';

interface SignOffRow {
  id: string;
  content: unknown;
  content_hash: string;
}

/** A sign-off covers one content, and the hash beside it is of that content. */
export const signatures: KeptPromise = {
  name: 'signatures',
  says: 'what a supervisor signed is what its hash was made of, and what the entries still say',
  async breaches({ query }: Surroundings): Promise<Breach[]> {
    const signed = await query<SignOffRow>(
      `select id, content, content_hash from practice_sign_off where state = 'signed'`,
    );
    const altered = signed.filter(({ content, content_hash }) => canonicalHash(content) !== content_hash);
    const other = await query<Breach>(
      `select 'practice_entry ' || coalesce(e.id::text, said ->> 'id') as subject, 'it is not what was signed' as problem
       from practice_sign_off s
       cross join lateral jsonb_array_elements(s.content -> 'entries') said
       left join practice_entry e on e.id::text = said ->> 'id' and e.sign_off_id = s.id and e.state in ('signed', 'corrected')
         and e.minutes = (said ->> 'minutes')::int and e.worked_on = (said ->> 'workedOn')::date and e.kind = said ->> 'kind'
       where s.state = 'signed' and e.id is null`,
    );
    return [
      ...altered.map(({ id }) => ({ subject: `practice_sign_off ${id}`, problem: 'its hash does not fit' })),
      ...other,
    ];
  },
};

export const days = bySql(
  'days',
  'the sum of a day is that of its entries',
  `select 'practice_day ' || coalesce(d.person_id, e.person_id) || ' ' || coalesce(d.worked_on, e.worked_on) as subject,
          coalesce(d.minutes, 0) || ' minutes, entries say ' || coalesce(e.minutes, 0) as problem
   from practice_day d
   full join (select person_id, worked_on, sum(minutes) as minutes from practice_entry where occupies group by 1, 2) e
     on e.person_id = d.person_id and e.worked_on = d.worked_on
   where coalesce(d.minutes, 0) <> coalesce(e.minutes, 0)`,
);
