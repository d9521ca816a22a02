import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms in which a group sits an exam, who was checked in there, and exams that are sat only so. Class: legal file. */
export class ExamRooms20261122002501 implements MigrationInterface {
  readonly name = 'ExamRooms20261122002501';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ROOMS);
    await queryRunner.query(CHECK_INS);
    await queryRunner.query(SITTINGS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const ROOMS = `
  -- room: only who was checked in, in a room that is open; anywhere: also alone, as exams were sat before this.
  alter table exam add column seating text not null default 'anywhere' check (seating in ('room', 'anywhere'));

  create table exam_room (
    id uuid primary key,
    body_id uuid not null,
    exam_id uuid not null,
    place text not null check (char_length(btrim(place)) between 1 and 120),
    prepared_by uuid not null references person,
    prepared_at timestamptz(3) not null,
    opened_by uuid references person,
    opened_at timestamptz(3) check (opened_at >= prepared_at),
    closed_by uuid references person,
    closed_at timestamptz(3) check (closed_at >= coalesce(opened_at, prepared_at)),
    foreign key (body_id, exam_id) references exam (body_id, id),
    unique (body_id, id),
    check ((opened_by is null) = (opened_at is null) and (closed_by is null) = (closed_at is null))
  );
  create index exam_room_of on exam_room (exam_id, prepared_at desc, id desc);

  create function exam_room_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.closed_at is null then
      if old.opened_at is null and to_jsonb(new) - '{opened_by,opened_at}'::text[] = to_jsonb(old) - '{opened_by,opened_at}'::text[]
        or to_jsonb(new) - '{closed_by,closed_at}'::text[] = to_jsonb(old) - '{closed_by,closed_at}'::text[] then
        return new;
      end if;
    end if;
    raise exception 'a room is opened once and closed once' using errcode = 'restrict_violation';
  end $$;
  create trigger exam_room_is_kept before update or delete on exam_room
    for each row execute function exam_room_is_kept();

  grant select, insert on exam_room to goodstanding_web, goodstanding_jobs;
  grant update (opened_by, opened_at, closed_by, closed_at) on exam_room to goodstanding_web;

  -- Hours for which a check-in holds, and in which people begin in a room that nobody closed: modules/exams/domain/rooms.ts.
  create function exam_room_stays_open() returns interval language sql immutable as $$ select interval '12 hours' $$;
`;

const CHECK_INS = `
  create table exam_check_in (
    id uuid primary key,
    body_id uuid not null,
    person_id uuid not null references person,
    room_id uuid not null,
    authorisation_id uuid not null,
    -- What kind of thing was looked at; never a number of it, nor a picture.
    identity_seen text not null check (identity_seen in ('photo_identification', 'documents', 'vouched_for')),
    checked_in_by uuid not null references person,
    checked_in_at timestamptz(3) not null,
    undone_by uuid references person,
    undone_at timestamptz(3) check (undone_at >= checked_in_at),
    foreign key (body_id, room_id) references exam_room (body_id, id),
    foreign key (body_id, authorisation_id) references exam_authorisation (body_id, id),
    unique (body_id, id),
    check ((undone_by is null) = (undone_at is null)),
    constraint exam_check_in_not_own check (person_id <> checked_in_by and person_id <> undone_by)
  );
  create index exam_check_in_room on exam_check_in (room_id, checked_in_at);
  create index exam_check_in_person on exam_check_in (person_id, checked_in_at desc);

  create function exam_check_in_fits() returns trigger
    language plpgsql security definer set search_path = public as $$
  begin
    -- Waits for who closes the room at the same moment.
    perform from exam_room r where r.id = new.room_id and r.closed_at is null for share;
    if not found then
      raise exception 'room % takes nobody in any more', new.room_id
        using errcode = 'check_violation', constraint = 'exam_check_in_before_close';
    end if;
    perform from exam_authorisation a join exam_room r on r.id = new.room_id join exam e on e.id = r.exam_id
      join application p on p.id = a.application_id
      where a.id = new.authorisation_id and a.person_id = new.person_id and a.state = 'issued' and p.scheme_code = e.scheme_code;
    if not found then
      raise exception 'authorisation % is none of this person for the exam of this room', new.authorisation_id
        using errcode = 'check_violation', constraint = 'exam_check_in_of_candidate';
    end if;
    return new;
  end $$;
  create trigger exam_check_in_fits before insert on exam_check_in
    for each row execute function exam_check_in_fits();
`;

const SITTINGS = `
  alter table sitting add column check_in_id uuid unique,
    add foreign key (body_id, check_in_id) references exam_check_in (body_id, id);

  create function exam_check_in_is_kept() returns trigger
    language plpgsql security definer set search_path = public as $$
  declare undoing text[] := '{undone_by,undone_at}';
  begin
    if tg_op = 'UPDATE' and old.undone_at is null and to_jsonb(new) - undoing = to_jsonb(old) - undoing
        and not exists (select from sitting s where s.check_in_id = old.id) then
      return new;
    end if;
    raise exception 'a check-in is taken back once, and only before the sitting'
      using errcode = 'restrict_violation', constraint = 'exam_check_in_is_kept';
  end $$;
  create trigger exam_check_in_is_kept before update or delete on exam_check_in
    for each row execute function exam_check_in_is_kept();

  grant select, insert on exam_check_in to goodstanding_web, goodstanding_jobs;
  grant update (undone_by, undone_at) on exam_check_in to goodstanding_web;

  create function sitting_begins_in_room() returns trigger
    language plpgsql security definer set search_path = public as $$
  begin
    if new.check_in_id is null then
      if (select e.seating from exam e where e.id = new.exam_id) = 'room' then
        raise exception 'exam % is sat only by who was checked in', new.exam_id
          using errcode = 'check_violation', constraint = 'sitting_begins_checked_in';
      end if;
      return new;
    end if;
    -- Under a lock of both, so that nobody begins while the room closes or the check-in is taken back.
    perform from exam_check_in c join exam_room r on r.id = c.room_id
      where c.id = new.check_in_id and c.person_id = new.person_id and c.authorisation_id = new.authorisation_id
        and c.undone_at is null and new.started_at < c.checked_in_at + exam_room_stays_open() and r.exam_id = new.exam_id and r.closed_at is null
        and new.started_at >= r.opened_at and new.started_at < r.opened_at + exam_room_stays_open()
      for share of c, r;
    if not found then
      raise exception 'check-in % opens no sitting now', new.check_in_id
        using errcode = 'check_violation', constraint = 'sitting_begins_in_open_room';
    end if;
    return new;
  end $$;
  create trigger sitting_begins_in_room before insert on sitting
    for each row execute function sitting_begins_in_room();
`;
