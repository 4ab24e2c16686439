-- What every part builds on: who acts, on what day, and how a table is protected.

-- Who acts. '' comes back after a commit, null before the first use: both mean nobody.
create function platform.actor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.actor', true), '')::uuid $$;

-- The day by which appointments and offices are judged: the visit's, else today's in London.
create function platform.today() returns date language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.today', true), '')::date, (now() at time zone 'Europe/London')::date) $$;

-- Goldenthread itself, where no person acts. The same number as SYSTEM_ACTOR in actors.ts.
create function platform.system_actor() returns uuid language sql immutable parallel safe
  as $$ select '00000000-0000-7000-8000-000000000001'::uuid $$;

-- Whether the actor administers the partnership today. Governance, which knows, replaces the answer.
create function platform.is_administrator() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select false $$;

-- Row-level security for a table, binding its owner too. The owner's own policy lets backup and migrations see every row without BYPASSRLS.
create function platform.protect(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_sees_all on %s to %I using (true) with check (true)', target, current_user);
end $$;
revoke all on function platform.protect(regclass) from public;

-- What the partnership has set: one JSON value by key, for example 'partnership.name'. An absent key is unset, never a default in disguise.
create table platform.setting (
  key text primary key check (key ~ '^[a-z][a-z0-9.-]*$'),
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid not null default platform.actor()
);
select platform.protect('platform.setting');
create policy read_setting on platform.setting for select to goldenthread_app using (true);
create policy write_setting on platform.setting for all to goldenthread_app
  using (platform.is_administrator() or platform.actor() = platform.system_actor())
  with check (platform.is_administrator() or platform.actor() = platform.system_actor());

-- Name of the partnership, for headers and mail; null while nobody has set it.
create function platform.partnership() returns text language sql stable
  as $$ select value #>> '{}' from platform.setting where key = 'partnership.name' $$;

grant usage on schema platform to goldenthread_app;
grant select on platform.migration to goldenthread_app;
grant select, insert, update, delete on platform.setting to goldenthread_app;
