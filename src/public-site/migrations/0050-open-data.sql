-- The open data door (requirement O2; handbook governance 5.1): what came out there, when it first did, when it last changed, and what is gone.
-- Nothing here is anybody's record: a row holds what a visitor could read when it was written, and is written anew before the door answers.
create schema publicsite;
grant usage on schema publicsite to goldenthread_app;

-- One row: the identity of the place behind the door, and what the rows of `object` were written with.
create table publicsite.door (
  id uuid primary key,
  only_one boolean not null default true unique check (only_one),
  opened timestamptz not null,
  stamp timestamptz not null,              -- the latest time that was ever given to an object: times never run backwards
  mapping int not null,                    -- version of the mapping; another one means that everything is written anew
  public_url text not null,                -- ids are addresses: another address means the same
  day date not null                        -- what depends on the day (which board belongs under which) is looked at once a day
);

create table publicsite.object (
  type text not null check (type ~ '^[A-Z][A-Za-z]+$'),
  id uuid not null,
  scope uuid not null,                     -- the meeting it was made from; the nil id for what belongs to no meeting
  organizations uuid[] not null default '{}',  -- the bodies whose lists it stands in
  created timestamptz not null,
  modified timestamptz not null,
  deleted boolean not null default false,
  digest text not null,                    -- sha-256 of the content without its own times
  content text,                            -- JSON as it is given out
  primary key (type, id),
  check (modified >= created),
  check (deleted = (content is null))
);
create index on publicsite.object (scope);
create index open_list on publicsite.object (type, created, id) include (deleted);
create index open_changes on publicsite.object (type, modified);

-- What was touched since the rows were written. Put down inside the transaction that touches it, so that nothing is depublished without its note;
-- keyed by the transaction, so that no two ever wait for each other.
create table publicsite.change (
  kind text not null check (kind in ('meeting', 'body', 'governance')),
  subject uuid not null,
  transaction bigint not null,
  primary key (kind, subject, transaction)
);

select platform.protect('publicsite.door'), platform.protect('publicsite.object'), platform.protect('publicsite.change');
grant select, insert, update on publicsite.door, publicsite.object to goldenthread_app;
grant select, delete on publicsite.change to goldenthread_app;
create policy read on publicsite.door for select to goldenthread_app using (true);
create policy read on publicsite.object for select to goldenthread_app using (true);
do $$
declare name text; system constant text := '(select platform.actor()) = platform.system_actor()';
begin
  foreach name in array array['door', 'object', 'change'] loop
    execute format('create policy system on publicsite.%I to goldenthread_app using (%s) with check (%s)', name, system, system);
  end loop;
end $$;

-- Notes which meeting or body a row belongs to (its column is the second argument), or that governance has changed.
create function publicsite.note_change() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  touched record;
  subject uuid := '00000000-0000-0000-0000-000000000000';
begin
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  if tg_nargs > 1 then execute format('select ($1).%I', tg_argv[1]) using touched into subject; end if;
  if tg_nargs > 1 and tg_op = 'UPDATE' then  -- a row that moves is gone from where it was
    execute format('insert into publicsite.change (kind, subject, transaction) select $3, ($1).%1$I, pg_current_xact_id()::text::bigint
      where ($1).%1$I <> ($2).%1$I on conflict do nothing', tg_argv[1]) using old, new, tg_argv[0];
  end if;
  insert into publicsite.change (kind, subject, transaction) values (tg_argv[0], subject, pg_current_xact_id()::text::bigint) on conflict do nothing;
  return null;
end $$;
revoke all on function publicsite.note_change() from public;

do $$
declare name text;
begin
  execute format('create trigger open_data after insert or update or delete on meetings.%I for each row execute function publicsite.note_change(''meeting'', ''id'')', 'meeting');
  foreach name in array array['joint_body', 'agenda_item', 'item_content', 'paper', 'paper_version', 'paper_file', 'minutes_file', 'publication', 'published_paper', 'pack_file',
      'attendance', 'absence', 'meeting_chair', 'decision', 'action', 'minutes', 'motion', 'vote', 'item_time', 'declared_interest'] loop
    execute format('create trigger open_data after insert or update or delete on meetings.%I for each row execute function publicsite.note_change(''meeting'', ''meeting'')', name);
  end loop;
  foreach name in array array['body', 'body_status', 'body_relation', 'organisation', 'person', 'seat', 'appointment', 'office', 'deputy_authorisation', 'code'] loop
    execute format('create trigger open_data after insert or update or delete on governance.%I for each row execute function publicsite.note_change(''governance'')', name);
  end loop;
  -- Whether a board publishes who attended, by its settings and its terms: any of its meetings may be another one for it. Terms count once they are adopted.
  execute format('create trigger open_data after insert or update or delete on governance.%I for each row execute function publicsite.note_change(''body'', ''body'')', 'body_setting');
  execute format('create trigger open_data after insert or delete on governance.%I for each row execute function publicsite.note_change(''body'', ''body'')', 'terms_version');
  execute format('create trigger open_data_adopted after update on governance.%I for each row when (old.state = ''adopted'' or new.state = ''adopted'')
    execute function publicsite.note_change(''body'', ''body'')', 'terms_version');
  execute 'create trigger open_data after insert or update or delete on platform.setting for each row execute function publicsite.note_change(''governance'')';
end $$;
