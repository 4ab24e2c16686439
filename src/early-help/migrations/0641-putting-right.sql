-- Putting right what is recorded wrongly, and what somebody says against it (requirements E2, E12; handbook of early help 7.5): what the record said stays, marked; who asks is
-- answered by the day that the dated rule says; a statement of disagreement stands beside the record, on its prints and in the answer to whoever asks what is held.

create table casework.rectification (
  id uuid primary key,
  episode uuid not null references casework.episode,
  class text not null check (class in ('family', 'assessment', 'voice', 'plan')),
  source text not null check (source in ('person_fact', 'scale_reading', 'own_words', 'other')),
  record uuid,                                                          -- null: somewhere else in the record, in words
  kind text not null check (kind in ('asked', 'mistake')),              -- 'mistake': whoever wrote it finds it
  said text not null check (said <> '' and length(said) <= 12000),      -- what the record said then
  wanted text not null check (wanted <> '' and length(wanted) <= 5000), -- what is wrong of it, and what it should say
  asked_by text not null default '' check (length(asked_by) <= 200),
  entitled_by text check (entitled_by in ('self', 'competent-child', 'responsibility', 'authorised')),
  received_on date not null,
  due_on date not null,                                                 -- by the rule of the day on which it was asked
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  verdict text check (verdict in ('put-right', 'refused')),
  because text not null default '' check (length(because) <= 5000),
  told_how text not null default '' check (length(told_how) <= 2000),
  decided_by uuid references governance.person,
  decided_at timestamptz check (decided_at >= entered_at),
  transaction xid8,                                                     -- in which it was decided: in the same the record is put right
  version int not null default 1,
  unique (id, episode),
  check ((source = 'other') = (record is null)),
  check (case source when 'person_fact' then class = 'family' when 'other' then true else class = 'voice' end),
  check ((kind = 'asked') = (asked_by <> '') and (kind = 'asked') = (entitled_by is not null)),
  check (num_nonnulls(verdict, decided_by, decided_at, transaction) in (0, 4) and (verdict is null) = (because = '')),
  check (verdict is null or (kind = 'asked') = (told_how <> '')),
  check (kind = 'asked' or verdict is not distinct from 'put-right')
);
comment on table casework.rectification is 'What somebody asked to have put right in the record of a family, or whoever wrote it found wrong, and what was decided';
create unique index one_at_a_time on casework.rectification (record) where verdict is null and record is not null;
create index on casework.rectification (episode);
create index on casework.rectification (record) where record is not null;

create table casework.dissent (
  id uuid primary key,
  episode uuid not null references casework.episode,
  class text not null check (class in ('family', 'assessment', 'voice', 'plan')),
  rectification uuid,                                                   -- where it follows a refusal
  who text not null check (who <> '' and length(who) <= 200),
  about text not null check (about <> '' and length(about) <= 500),      -- which words of the record
  words text not null check (words <> '' and length(words) <= 10000),
  captured text not null check (captured in ('by-them', 'with-help', 'reported')),
  said_on date not null,
  withheld_from uuid references casework.person,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (rectification, episode) references casework.rectification (id, episode)
);
comment on table casework.dissent is 'What a child or a parent says against something that is recorded; it stands beside the record';
create index on casework.dissent (episode);

do $$
declare
  name text;
  opened text := 'false';
begin
  foreach name in array array['family', 'assessment', 'voice', 'plan'] loop
    opened := opened || format(' or (class = %1$L and episode = any ((select casework.open_now(%1$L))::uuid[]))', name);
  end loop;
  foreach name in array array['rectification', 'dissent'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select, insert on casework.%I to goldenthread_casework', name);
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, opened);
    execute format('create policy enter on casework.%I for insert to goldenthread_casework with check ((%s) and entered_by = (select casework.me()))', name, opened);
  end loop;
  grant update (verdict, because, told_how, decided_by, decided_at, transaction, version) on casework.rectification to goldenthread_casework;
  execute format('create policy decide on casework.rectification for update to goldenthread_casework using (%1$s) with check ((%1$s) and decided_by = (select casework.me()))', opened);
end $$;

-- A request is about a record of this family, is due by the rule of its day, and is decided once: whoever wrote the record does not refuse to put it right.
create function casework.keep_rectification() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author uuid;
  deciding constant text[] := array['verdict', 'because', 'told_how', 'decided_by', 'decided_at', 'transaction', 'version'];
begin
  if new.record is not null then
    execute format('select entered_by from casework.%I where id = $1 and episode = $2', new.source) into author using new.record, new.episode;
    if author is null then raise exception 'no such record of this family' using errcode = 'foreign_key_violation', constraint = 'record_of_family'; end if;
  end if;
  if tg_op = 'INSERT' then
    select (new.received_on + make_interval(months => r.months))::date into new.due_on from casework.access_rule r where r.starts_on <= new.received_on order by r.starts_on desc limit 1;
  elsif old.verdict is not null or to_jsonb(new) - deciding is distinct from to_jsonb(old) - deciding then
    raise exception 'what was asked stays, and is decided once' using errcode = 'insufficient_privilege', constraint = 'decided_once';
  end if;
  if new.verdict is not null then
    new.transaction := pg_current_xact_id();
    new.decided_at := platform.now();
    if new.verdict = 'refused' and author = new.decided_by then
      raise exception 'whoever wrote it does not refuse to put it right' using errcode = 'insufficient_privilege', constraint = 'author_refuses';
    end if;
  end if;
  return new;
end $$;
create trigger kept before insert or update on casework.rectification for each row execute function casework.keep_rectification();
create function casework.keep_dissent() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.withheld_from is not null and not exists (select from casework.person p join casework.episode e on e.family = p.family where p.id = new.withheld_from and e.id = new.episode) then
    raise exception 'nobody of this family' using errcode = 'foreign_key_violation', constraint = 'withheld_in_family';
  end if;
  return new;
end $$;
create trigger in_family before insert on casework.dissent for each row execute function casework.keep_dissent();

-- Facts, readings and own words are changed in no other way than by a decision of the same transaction; what they said before is kept by the seal.
create function casework.keep_put_right() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from casework.rectification r where r.record = new.id and r.source = tg_table_name and r.verdict = 'put-right' and r.transaction = pg_current_xact_id()) then
    raise exception 'only by putting it right' using errcode = 'insufficient_privilege', constraint = 'only_put_right';
  end if;
  -- Each table has columns of its own: asked by name, and only where they are.
  if tg_table_name = 'own_words' and (to_jsonb(new) ->> 'words') = '' and not exists (select from casework.drawing d where d.contribution = new.id) then
    raise exception 'words, or a drawing' using errcode = 'check_violation', constraint = 'something_said';
  end if;
  return new;
end $$;
create trigger only_put_right before update on casework.person_fact for each row execute function casework.keep_put_right();
create trigger only_put_right before update on casework.scale_reading for each row execute function casework.keep_put_right();
create trigger only_put_right before update on casework.own_words for each row execute function casework.keep_put_right();
grant update (standing, code, words, source, known_on) on casework.person_fact to goldenthread_casework;
grant update (standing, value, why, one_higher, captured) on casework.scale_reading to goldenthread_casework;
grant update (words, captured) on casework.own_words to goldenthread_casework;

-- What waits for an answer of families that one leads: ids and days.
create function casework.rectifications_waiting() returns table (id uuid, episode uuid, due_on date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select r.id, r.episode, r.due_on from casework.rectification r where r.verdict is null and r.episode = any (casework.my_kept()) and r.episode = any (casework.my_episodes())
    order by r.due_on, r.id;
end $$;
revoke all on function casework.keep_rectification(), casework.keep_dissent(), casework.keep_put_right(), casework.rectifications_waiting() from public;
grant execute on function casework.rectifications_waiting() to goldenthread_casework;
