-- The golden thread (requirements T1 to T3; handbook plans 1.1, 6, 7): what people link, and everything that the records of all domains imply, in two views
-- that any reader may ask and that show each reader what that reader may see.
create schema thread;
grant usage on schema thread to goldenthread_app;

-- Which kinds may be joined by which relation: data with dates, never a constant. The first serves the second.
create table thread.link_rule (
  id uuid primary key,
  from_kind text not null check (from_kind ~ '^[a-z]+(-[a-z]+)*$'),
  relation text not null check (relation ~ '^[a-z]+(-[a-z]+)*$'),
  to_kind text not null check (to_kind ~ '^[a-z]+(-[a-z]+)*$'),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  constraint link_rule_once exclude using gist (from_kind with =, relation with =, to_kind with =, daterange(starts_on, ends_on) with &&)
);
select platform.protect('thread.link_rule');
grant select, insert, update on thread.link_rule to goldenthread_app;
create policy read on thread.link_rule for select to goldenthread_app using (true);
create policy administer on thread.link_rule to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));

-- What somebody asserted. It is ended, never deleted.
create table thread.link (
  id uuid primary key,
  from_kind text not null,
  from_id uuid not null,
  relation text not null,
  to_kind text not null,
  to_id uuid not null,
  body uuid references governance.body,    -- the board of the record that serves; null: of no board
  why text not null check (why <> ''),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),   -- on the first day itself where it was made in error
  said_by uuid references governance.person, -- who says so; null: nobody whom the directory names
  made_by uuid not null,
  made_at timestamptz not null,
  ended_by uuid,
  end_reason text not null default '',
  version int not null default 1,
  check ((from_kind, from_id) <> (to_kind, to_id)),
  check ((ends_on is null) = (end_reason = '') and (ended_by is null) = (end_reason = '')),
  constraint link_once exclude using gist (from_id with =, to_id with =, relation with =, from_kind with =, to_kind with =, daterange(starts_on, ends_on) with &&)
);
create index on thread.link (from_id);
create index on thread.link (to_id);
create index on thread.link (body);

-- Puts the views of all domains together, by their names: what a later migration adds is taken in by calling this again at its end. `says` is null where a
-- domain does not say.
create procedure thread.compose() language plpgsql as $$
declare nodes text; links text;
begin
  select string_agg(format('select kind, id, label, body_id, starts_on, ends_on, %s as says from %I.thread_node',
      case when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'says') then 'says' else 'null::text[]' end, n.nspname), ' union all ' order by n.nspname)
    into nodes from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = 'thread_node' and c.relkind = 'v' and n.nspname <> 'thread';
  select string_agg(format('select from_kind, from_id, relation, to_kind, to_id, starts_on, ends_on, null::uuid as link from %I.thread_link', n.nspname), ' union all ' order by n.nspname)
    into links from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = 'thread_link' and c.relkind = 'v';
  execute 'create or replace view thread.node with (security_invoker = true) as ' || nodes;
  execute 'create or replace view thread.implied with (security_invoker = true) as ' || links;
end $$;
revoke all on procedure thread.compose() from public;
call thread.compose();

-- Every link, asserted and implied.
create view thread.every_link with (security_invoker = true) as
  select from_kind, from_id, relation, to_kind, to_id, starts_on, ends_on, link from thread.implied
  union all
  select l.from_kind, l.from_id, l.relation, l.to_kind, l.to_id, l.starts_on, l.ends_on, l.id from thread.link l;
grant select on thread.node, thread.implied, thread.every_link to goldenthread_app;

-- A link is seen by those who see both of its ends, and by nobody else. The views name no kind here: an arm whose kind is another is never run.
select platform.protect('thread.link');
grant select, insert, update on thread.link to goldenthread_app;
create policy read on thread.link for select to goldenthread_app using (
  exists (select from thread.node n where n.id = from_id and n.kind = from_kind) and exists (select from thread.node n where n.id = to_id and n.kind = to_kind));
create policy make on thread.link for insert to goldenthread_app with check (
  made_by = (select platform.actor()) and ends_on is null
  and (body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]) or (select platform.is_administrator()))
  and exists (select from thread.node n where n.id = from_id and n.kind = from_kind and n.body_id is not distinct from body)
  and exists (select from thread.node n where n.id = to_id and n.kind = to_kind)
  and exists (select from thread.link_rule r where r.from_kind = link.from_kind and r.relation = link.relation and r.to_kind = link.to_kind
    and r.starts_on <= link.starts_on and (r.ends_on is null or link.starts_on < r.ends_on)));
create policy end_it on thread.link for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]) or (select platform.is_administrator()))
  with check (ended_by = (select platform.actor()));

-- It is ended once, and stays otherwise as it was made.
create function thread.keep_link() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['ends_on', 'ended_by', 'end_reason', 'version']) is distinct from (to_jsonb(old) - array['ends_on', 'ended_by', 'end_reason', 'version'])
     or old.ends_on is not null or new.ends_on is null then
    raise exception 'a link is ended once and stays as it was made' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger link_stays before update on thread.link for each row execute function thread.keep_link();

-- Asserted links that hold on a day and touch one of some records at the end from which a walk goes on; for `thread.walk` and nobody else. It asks no policy,
-- because the walk goes on from records that its reader sees and drops every link whose other end is not among them: asking twice for each link took two
-- thirds of the time of a walk over 100,000 of them.
create function thread.asserted(ends uuid[], day date, towards boolean)
returns table (from_kind text, from_id uuid, relation text, to_kind text, to_id uuid, starts_on date, link uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if towards then
    return query select l.from_kind, l.from_id, l.relation, l.to_kind, l.to_id, l.starts_on, l.id from thread.link l
      where l.from_id = any (ends) and l.starts_on <= day and (l.ends_on is null or day < l.ends_on);
  else
    return query select l.from_kind, l.from_id, l.relation, l.to_kind, l.to_id, l.starts_on, l.id from thread.link l
      where l.to_id = any (ends) and l.starts_on <= day and (l.ends_on is null or day < l.ends_on);
  end if;
end $$;
revoke all on function thread.asserted(uuid[], date, boolean) from public;
grant execute on function thread.asserted(uuid[], date, boolean) to goldenthread_app;

-- Walks from a record along the links that hold on a day, one step at a time and at most `steps`; `towards` follows what serves to what is served, else the
-- other way. It goes through records that the reader sees and no others, so that nothing hidden joins what is seen. Two statements a step, planned once a
-- connection. It goes no further from a step that reached more than `wide` records, or that brought it to `most` links: both count what the reader sees.
create function thread.walk(of_kind text, of_id uuid, day date, towards boolean, steps int, wide int, most int)
returns table (step int, from_kind text, from_id uuid, relation text, to_kind text, to_id uuid, starts_on date, link uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  frontier uuid[] := array[of_id]; known uuid[] := array[of_id]; fresh uuid[]; shown int; total int := 0;
  -- The links of a step, a column an array: ends from which it goes, ends to which it goes, relations, first days, ids of those asserted.
  near_kinds text[]; near_ids uuid[]; far_kinds text[]; far_ids uuid[]; relations text[]; days date[]; links uuid[]; seen uuid[]; kinds text[];
begin
  if not exists (select from thread.node n where n.id = of_id and n.kind = of_kind) then return; end if;
  for step_now in 1..steps loop
    if towards then
      select array_agg(l.from_kind), array_agg(l.from_id), array_agg(l.to_kind), array_agg(l.to_id), array_agg(l.relation), array_agg(l.starts_on), array_agg(l.link)
        into near_kinds, near_ids, far_kinds, far_ids, relations, days, links from (
        select i.from_kind, i.from_id, i.relation, i.to_kind, i.to_id, i.starts_on, null::uuid as link from thread.implied i
          where i.from_id = any (frontier) and (i.starts_on is null or i.starts_on <= day) and (i.ends_on is null or day < i.ends_on)
        union all select * from thread.asserted(frontier, day, true)) l;
    else
      select array_agg(l.to_kind), array_agg(l.to_id), array_agg(l.from_kind), array_agg(l.from_id), array_agg(l.relation), array_agg(l.starts_on), array_agg(l.link)
        into near_kinds, near_ids, far_kinds, far_ids, relations, days, links from (
        select i.from_kind, i.from_id, i.relation, i.to_kind, i.to_id, i.starts_on, null::uuid as link from thread.implied i
          where i.to_id = any (frontier) and (i.starts_on is null or i.starts_on <= day) and (i.ends_on is null or day < i.ends_on)
        union all select * from thread.asserted(frontier, day, false)) l;
    end if;
    exit when far_ids is null;
    select array_agg(s.id), array_agg(s.kind) into seen, kinds from (
      select distinct n.id, n.kind from thread.node n
      where n.id = any (far_ids) and (n.starts_on is null or n.starts_on <= day) and (n.ends_on is null or day < n.ends_on)) s;
    exit when seen is null;
    return query
      select step_now, case when towards then f.near_kind else f.far_kind end, case when towards then f.near_id else f.far_id end, f.relation,
        case when towards then f.far_kind else f.near_kind end, case when towards then f.far_id else f.near_id end, f.day_from, f.asserted
      from unnest(near_kinds, near_ids, far_kinds, far_ids, relations, days, links) f(near_kind, near_id, far_kind, far_id, relation, day_from, asserted)
      join unnest(seen, kinds) s(id, kind) on s.id = f.far_id and s.kind = f.far_kind
      order by f.near_id, f.far_id, f.relation, f.asserted;
    get diagnostics shown = row_count;
    total := total + shown;
    select array_agg(s) into fresh from unnest(seen) s where s <> all (known);
    exit when fresh is null or cardinality(fresh) > wide or total >= most;
    frontier := fresh;
    known := known || fresh;
  end loop;
end $$;
revoke all on function thread.walk(text, uuid, date, boolean, int, int, int) from public;
grant execute on function thread.walk(text, uuid, date, boolean, int, int, int) to goldenthread_app;
