-- Assessments made with families by a version of the form (requirements E1, E11; handbook of early help 1.2): begun once the agreement covers it, filled part by part,
-- complete once, and corrected afterwards by another version beside it.
alter table casework.episode add unique (id, family);
create table casework.assessment (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  form_version uuid not null references casework.form_version,
  number text not null check (number ~ '^EA-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'),
  revision int not null default 1 check (revision > 0),
  corrects uuid unique references casework.assessment,
  corrected_because text not null default '' check (length(corrected_because) <= 2000),
  started_on date not null,
  sent_on date check (sent_on >= started_on),                          -- to the co-ordinator
  completed_at timestamptz,
  completed_by uuid references governance.person,
  version int not null default 1,
  foreign key (episode, family) references casework.episode (id, family),
  unique (number, revision),
  unique (id, episode),
  unique (id, episode, family),
  unique (id, episode, form_version),
  check ((revision = 1) = (corrects is null)),
  check ((corrects is null) = (corrected_because = '')),
  check ((completed_at is null) = (completed_by is null))
);
create unique index one_open_assessment on casework.assessment (episode) where completed_at is null;
create index on casework.assessment (form_version);
select casework.seal_content('casework.assessment', 'assessment', array['keeper']);

-- Assessments that one helps to write, because the lead named one as an author.
create table casework.assessment_author (
  id uuid primary key,
  episode uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  assessment uuid not null,
  person uuid not null references governance.person,
  ended_at timestamptz check (ended_at >= entered_at),
  foreign key (assessment, episode) references casework.assessment (id, episode)
);
create unique index author_once on casework.assessment_author (assessment, person) where ended_at is null;
create index on casework.assessment_author (person);
select casework.seal_content('casework.assessment_author', 'assessment', array['keeper']);
create function casework.my_authored() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select array_agg(a.assessment) from casework.assessment_author a where a.person = governance.my_person() and a.ended_at is null), '{}');
end $$;
revoke all on function casework.my_authored() from public;
grant execute on function casework.my_authored() to goldenthread_casework;

-- The children it is about.
create table casework.assessment_child (
  id uuid primary key,
  episode uuid not null,
  family uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  assessment uuid not null,
  person uuid not null,
  unique (assessment, person),
  foreign key (assessment, episode, family) references casework.assessment (id, episode, family),
  foreign key (person, family) references casework.person (id, family)
);
select casework.seal_content('casework.assessment_child', 'family', array['keeper']);

-- What each of the family says of it: did they take part, does it capture their views and give a way forward. Two who differ stand beside each other.
create table casework.assessment_view (
  id uuid primary key,
  episode uuid not null,
  family uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  assessment uuid not null,
  person uuid not null,
  took_part boolean not null,
  verdict text not null check (verdict in ('agreed', 'disputed', 'not-asked', 'declined')),
  words text not null default '' check (length(words) <= 50000),        -- theirs; or why nobody asked
  said_on date not null,
  version int not null default 1,
  unique (assessment, person),
  foreign key (assessment, episode, family) references casework.assessment (id, episode, family),
  foreign key (person, family) references casework.person (id, family),
  check (words <> '' or verdict not in ('disputed', 'not-asked'))
);
select casework.seal_content('casework.assessment_view', 'voice', array['keeper']);

-- Who signed that it is accurate, and how one knows.
create table casework.assessment_signature (
  id uuid primary key,
  episode uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  assessment uuid not null,
  name text not null check (name <> '' and length(name) <= 200),
  capacity text not null check (capacity in ('family', 'practitioner')),
  evidence text not null check (evidence in ('signed', 'spoken', 'online')),
  signed_on date not null,
  foreign key (assessment, episode) references casework.assessment (id, episode)
);
select casework.seal_content('casework.assessment_signature', 'assessment', array['keeper']);

-- A part as it was saved last; whoever saves another says which one they saw.
create table casework.assessment_part (
  id uuid primary key,
  episode uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  assessment uuid not null,
  form_version uuid not null,
  part uuid not null,
  class text not null,
  saved_by uuid not null references governance.person,
  saved_at timestamptz not null,
  version int not null default 1,
  unique (assessment, part),
  foreign key (assessment, episode, form_version) references casework.assessment (id, episode, form_version),
  foreign key (part, form_version, class) references casework.form_part (id, form_version, class)
);
-- One answer: what is counted stands in columns of its own kind, what is told in words. A row of a repeat has a number from 1; 0 is none.
create table casework.answer (
  id uuid primary key,
  episode uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  assessment uuid not null,
  form_version uuid not null,
  field uuid not null,
  class text not null,
  row int not null default 0 check (row between 0 and 100),
  codes text[] not null default '{}',
  day date,
  partial_day text check (partial_day ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  number int,
  words text not null default '' check (length(words) <= 50000),
  unique (assessment, field, row),
  foreign key (assessment, episode, form_version) references casework.assessment (id, episode, form_version),
  foreign key (form_version, field) references casework.form_line (form_version, field),
  foreign key (field, class) references casework.form_field (id, class)
);
-- What somebody is typing and has not saved: theirs alone, on the server and nowhere else.
create table casework.assessment_draft (
  id uuid primary key,
  episode uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  assessment uuid not null,
  form_version uuid not null,
  part uuid not null,
  class text not null,
  fields jsonb not null check (pg_column_size(fields) <= 4000000),
  seen_version int not null check (seen_version >= 0),
  saved_at timestamptz not null,
  unique (assessment, part, entered_by),
  foreign key (assessment, episode, form_version) references casework.assessment (id, episode, form_version),
  foreign key (part, form_version, class) references casework.form_part (id, form_version, class)
);

-- What the record said, beside the answers, when it was complete: an old assessment reads as it was made. Addresses are never copied: who may see one is asked where they stand.
create table casework.assessment_known (
  id uuid primary key,
  episode uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  assessment uuid not null,
  source text not null check (source in ('people', 'about', 'outside', 'facts', 'lead', 'request', 'agreement', 'signs')),
  class text not null,
  content jsonb not null,
  unique (assessment, source),
  foreign key (assessment, episode) references casework.assessment (id, episode)
);

-- As keep_former, where the class stands in the row.
create function casework.keep_former_of_class() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.episode, new.entered_by, new.entered_at, new.assessment, new.class) is distinct from (old.id, old.episode, old.entered_by, old.entered_at, old.assessment, old.class) then
    raise exception 'a record stays that of its family, and of whoever entered it' using errcode = 'insufficient_privilege', constraint = 'whose_record';
  end if;
  if to_jsonb(new) is distinct from to_jsonb(old) and tg_argv[0] = 'kept' then
    insert into casework.former_version (episode, class, source, record, content, changed_by, changed_at)
      values (old.episode, old.class, tg_table_name, old.id, to_jsonb(old), coalesce(platform.actor(), platform.system_actor()), platform.now());
  end if;
  return new;
end $$;
-- What is complete stays as it was made.
create function casework.keep_complete() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare its constant uuid := (to_jsonb(coalesce(new, old)) ->> 'assessment')::uuid;
begin
  if exists (select from casework.assessment a where a.id = its and a.completed_at is not null for share) then
    raise exception 'a complete assessment stays as it was made; it is corrected by another version' using errcode = 'insufficient_privilege', constraint = 'complete_assessment';
  end if;
  return coalesce(new, old);
end $$;
-- An assessment is begun under an agreement, or a decision to share, that opens it; what is complete changes in nothing but the day on which it was sent.
create function casework.keep_assessment() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    -- Without an actor only the owner writes: backups brought back.
    if platform.actor() is not null and new.corrects is null and not exists (
        select from casework.agreement a join casework.agreement_scope s on s.agreement = a.id and s.class = 'assessment' and s.organisation = any (casework.my_agencies())
        where a.episode = new.episode and a.is_given and a.withdrawn_at is null and a.given_on <= new.started_on and a.holds_until > (platform.now() at time zone 'Europe/London')::date
        for share of a) then
      raise exception 'no agreement covers an assessment' using errcode = 'check_violation', constraint = 'assessment_agreed';
    end if;
    if not exists (select from casework.form_version v where v.id = new.form_version and v.published_at is not null and (new.corrects is not null or v.starts_on <= (platform.now() at time zone 'Europe/London')::date)) then
      raise exception 'an assessment is made by a published form' using errcode = 'check_violation', constraint = 'assessment_published';
    end if;
    if new.corrects is not null and not exists (select from casework.assessment a where a.id = new.corrects and a.episode = new.episode and a.form_version = new.form_version
        and a.number = new.number and a.revision = new.revision - 1 and a.started_on = new.started_on and a.completed_at is not null) then
      raise exception 'a correction follows what it corrects' using errcode = 'check_violation', constraint = 'assessment_corrects';
    end if;
    return new;
  end if;
  if to_jsonb(new) - array['sent_on', 'completed_at', 'completed_by', 'version'] is distinct from to_jsonb(old) - array['sent_on', 'completed_at', 'completed_by', 'version']
      or (old.completed_at is not null and (new.completed_at, new.completed_by) is distinct from (old.completed_at, old.completed_by)) then
    raise exception 'a complete assessment stays as it was made; it is corrected by another version' using errcode = 'insufficient_privilege', constraint = 'complete_assessment';
  end if;
  return new;
end $$;
create trigger stays before insert or update on casework.assessment for each row execute function casework.keep_assessment();
-- A correction begins with all that was there, also what whoever corrects may not read.
create function casework.begin_correction() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into casework.answer (id, episode, entered_by, entered_at, assessment, form_version, field, class, row, codes, day, partial_day, number, words)
    select gen_random_uuid(), episode, entered_by, entered_at, new.id, form_version, field, class, row, codes, day, partial_day, number, words from casework.answer where assessment = new.corrects;
  insert into casework.assessment_part (id, episode, entered_by, entered_at, assessment, form_version, part, class, saved_by, saved_at)
    select gen_random_uuid(), episode, entered_by, entered_at, new.id, form_version, part, class, saved_by, saved_at from casework.assessment_part where assessment = new.corrects;
  insert into casework.assessment_child (id, episode, family, entered_by, entered_at, assessment, person)
    select gen_random_uuid(), episode, family, entered_by, entered_at, new.id, person from casework.assessment_child where assessment = new.corrects;
  insert into casework.assessment_author (id, episode, entered_by, entered_at, assessment, person)
    select gen_random_uuid(), episode, entered_by, entered_at, new.id, person from casework.assessment_author where assessment = new.corrects and ended_at is null;
  return new;
end $$;
create trigger begins_with_former after insert on casework.assessment for each row when (new.corrects is not null) execute function casework.begin_correction();
revoke all on function casework.keep_former_of_class(), casework.keep_complete(), casework.keep_assessment(), casework.begin_correction() from public;

do $$
declare
  name text;
  open constant text := '((class = ''family'' and episode = any ((select casework.open_now(''family''))::uuid[])) or (class = ''assessment'' and episode = any ((select casework.open_now(''assessment''))::uuid[]))
    or (class = ''voice'' and episode = any ((select casework.open_now(''voice''))::uuid[])) or (class = ''plan'' and episode = any ((select casework.open_now(''plan''))::uuid[])))';
  writes constant text := '(episode = any ((select casework.my_kept())::uuid[]) or assessment = any ((select casework.my_authored())::uuid[]))';
begin
  foreach name in array array['answer', 'assessment_part', 'assessment_draft', 'assessment_known'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select, insert, update on casework.%I to goldenthread_casework', name);
  end loop;
  foreach name in array array['answer', 'assessment_part', 'assessment_known'] loop
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, open);
    execute format('create policy enter on casework.%I for insert to goldenthread_casework with check (%s and %s and entered_by = (select casework.me()))', name, open, writes);
    execute format('create policy change on casework.%I for update to goldenthread_casework using (%s and %s) with check (%s and %s)', name, open, writes, open, writes);
    execute format('create trigger keeps_former before update on casework.%I for each row execute function casework.keep_former_of_class(%L)', name, case name when 'answer' then 'kept' else '' end);
  end loop;
  execute format('create policy own on casework.assessment_draft to goldenthread_casework using (entered_by = (select casework.me()) and %s) with check (entered_by = (select casework.me()) and %s and %s)', open, open, writes);
  grant delete on casework.assessment_draft to goldenthread_casework;
  create trigger keeps_whose before update on casework.assessment_draft for each row execute function casework.keep_former_of_class('');
  foreach name in array array['answer', 'assessment_part', 'assessment_view', 'assessment_child', 'assessment_author', 'assessment_known'] loop
    execute format('create trigger complete_stays before insert or update on casework.%I for each row execute function casework.keep_complete()', name);
  end loop;
end $$;
