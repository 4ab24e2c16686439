-- One way to seal every table of a family's content, and what such a record said before it was changed (requirements E6, X2; handbook of early help 7.1, 7.4).

-- What a changed record said before: kept beside it, read by whoever may read the record, and never changed itself.
create table casework.former_version (
  id uuid primary key default gen_random_uuid(),
  episode uuid not null references casework.episode,
  class text not null check (class in ('family', 'assessment', 'voice', 'plan')),
  source text not null,                                               -- the table it stands in
  record uuid not null,
  content jsonb not null,
  changed_by uuid not null,                                           -- the account that changed it; the system's own where a job did
  changed_at timestamptz not null
);
create index on casework.former_version (record, changed_at);
create index on casework.former_version (episode);
select platform.protect('casework.former_version');
grant select on casework.former_version to goldenthread_casework;
create policy read on casework.former_version for select to goldenthread_casework using (
  (class = 'family' and episode = any ((select casework.open_now('family'))::uuid[]))
  or (class = 'assessment' and episode = any ((select casework.open_now('assessment'))::uuid[]))
  or (class = 'voice' and episode = any ((select casework.open_now('voice'))::uuid[]))
  or (class = 'plan' and episode = any ((select casework.open_now('plan'))::uuid[])));

-- Keeps what a record said, and refuses to move it to another family, another author or another day of entry. Its argument is the class.
create function casework.keep_former() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.episode, new.entered_by, new.entered_at) is distinct from (old.id, old.episode, old.entered_by, old.entered_at) then
    raise exception 'a record stays that of its family, and of whoever entered it' using errcode = 'insufficient_privilege', constraint = 'whose_record';
  end if;
  if to_jsonb(new) is distinct from to_jsonb(old) then
    insert into casework.former_version (episode, class, source, record, content, changed_by, changed_at)
      values (old.episode, tg_argv[0], tg_table_name, old.id, to_jsonb(old), coalesce(platform.actor(), platform.system_actor()), platform.now());
  end if;
  return new;
end $$;
revoke all on function casework.keep_former() from public;

-- Seals a table with the columns id, episode, entered_by and entered_at: read by whoever holds a grant of this class and has said that they look; entered and changed by
-- those of 'keeper', 'reader' and 'co-ordinator' that are named, in their own name; nothing is deleted. The policies are called read, enter and change.
create function casework.seal_content(target regclass, class text, writers text[]) returns void language plpgsql as $$
declare
  reads constant text := format('episode = any ((select casework.open_now(%L))::uuid[])', class);
  writes text := 'false';
begin
  if class <> all (array['family', 'assessment', 'voice', 'plan']) or not writers <@ array['keeper', 'reader', 'co-ordinator'] then
    raise exception 'no such class or relation: % %', class, writers;
  end if;
  if 'keeper' = any (writers) then writes := writes || ' or episode = any ((select casework.my_kept())::uuid[])'; end if;
  if 'reader' = any (writers) then writes := writes || ' or ' || reads; end if;
  if 'co-ordinator' = any (writers) then
    writes := writes || ' or exists (select from casework.episode e where e.id = episode and e.area = any ((select casework.my_localities())::uuid[]))';
  end if;
  perform platform.protect(target);
  execute format('grant select, insert, update on %s to goldenthread_casework', target);
  execute format('create policy read on %s for select to goldenthread_casework using (%s)', target, reads);
  execute format('create policy enter on %s for insert to goldenthread_casework with check ((%s) and entered_by = (select casework.me()))', target, writes);
  execute format('create policy change on %s for update to goldenthread_casework using (%s) with check (%2$s)', target, writes);
  execute format('create trigger keeps_former before update on %s for each row execute function casework.keep_former(%L)', target, class);
end $$;
revoke all on function casework.seal_content(regclass, text, text[]) from public;
