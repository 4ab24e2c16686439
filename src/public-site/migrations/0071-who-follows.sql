-- Following a board, a topic or a search by mail, without an account (requirement O3; handbook governance 7). A row is all that is kept of whoever follows: it
-- goes when they stop, when their address refuses mail, and when they never confirmed it.
create table publicsite.follower (
  id uuid primary key,
  email text not null check (email <> ''),
  kind text not null check (kind in ('board', 'topic', 'search')),
  body uuid references governance.body,
  topic uuid references meetings.topic,
  search text not null default '',         -- its address, without the part that names the page
  pace text not null check (pace in ('at-once', 'weekly')),
  sender text not null default '',         -- keyed digest of the network it was asked from; emptied when it is confirmed
  asked_at timestamptz not null,
  expires_at timestamptz,                  -- until when the link holds; null: it is confirmed
  told_until timestamptz not null,         -- what happened before was told, or was before they followed
  seen_until timestamptz not null default now(),   -- the same by the database's clock, for searches
  told text[] not null default '{}',       -- what was told of the last minutes, so that nothing is told twice
  check ((kind = 'board') = (body is not null)),
  check ((kind = 'topic') = (topic is not null)),
  check ((kind = 'search') = (search <> '')),
  check (expires_at is null or told = '{}')
);
create unique index follower_once on publicsite.follower
  (lower(email), kind, coalesce(body, topic, '00000000-0000-0000-0000-000000000000'), md5(search), (expires_at is null));
create index on publicsite.follower (expires_at);
select platform.protect('publicsite.follower');
grant select, insert, update, delete on publicsite.follower to goldenthread_app;
-- Nobody reads an address: neither clerks nor administrators.
create policy system on publicsite.follower to goldenthread_app
  using ((select platform.actor()) = platform.system_actor()) with check ((select platform.actor()) = platform.system_actor());

-- How many follow what, for administrators; searches are theirs who made them, and are counted together.
create function publicsite.follower_counts() returns table (kind text, body uuid, topic uuid, at_once int, weekly int) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select f.kind, f.body, f.topic, count(*) filter (where f.pace = 'at-once')::int, count(*) filter (where f.pace = 'weekly')::int
  from publicsite.follower f where f.expires_at is null and platform.is_administrator() group by f.kind, f.body, f.topic $$;
revoke all on function publicsite.follower_counts() from public;
grant execute on function publicsite.follower_counts() to goldenthread_app;

-- When something came out, for those who follow a search; null for what was public before anybody could.
alter table publicsite.indexed add column came_out timestamptz;
create index on publicsite.indexed (came_out) where came_out is not null;
create function publicsite.note_coming_out() returns trigger language plpgsql as $$
begin
  if new.sight <> 'public' then new.came_out := null;
  elsif tg_op = 'INSERT' or old.sight <> 'public' then new.came_out := now();
  end if;
  return new;
end $$;
create trigger came_out before insert or update of sight on publicsite.indexed for each row execute function publicsite.note_coming_out();
-- The view of what can be found takes the column in; its condition is that of migration 0067.
do $$
declare condition text := pg_get_viewdef('publicsite.findable'::regclass);
begin
  execute 'create or replace view publicsite.findable as ' || regexp_replace(condition, 'everything\s+FROM publicsite.indexed i', 'everything, i.came_out FROM publicsite.indexed i');
end $$;
