-- Destroying all content of one record in one transaction (requirement E12; handbook of early help 7.4, 7.5; docs/decisions/0021-what-stays-of-a-destroyed-family.md).

-- Whether this very transaction destroys this record: nobody writes that line but the function below.
create function casework.being_destroyed(asked uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from casework.destruction d where d.episode = asked and d.transaction = pg_current_xact_id_if_assigned()) $$;
-- Words of an answer to a transition go, its kind and days stay for figures; no other change of it passes.
drop trigger kept on casework.transition;
create trigger kept before insert or update on casework.transition for each row when (not casework.being_destroyed(new.episode)) execute function casework.keep_transition();

-- Deletes what hangs on the chosen rows of a table, the deepest first, whatever tables there are: found in the catalogue, so that no later table is forgotten.
create function casework.erase_below(parent regclass, chosen text, stays text[], path text[]) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
  below text;
  n bigint;
  counts jsonb := '{}';
  name text;
begin
  for one in select c.conrelid::regclass as child, t.relname::text as relname,
      (select string_agg(quote_ident(a.attname), ', ' order by k.at) from unnest(c.conkey) with ordinality k (key, at) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.key) as here,
      (select string_agg(quote_ident(a.attname), ', ' order by k.at) from unnest(c.confkey) with ordinality k (key, at) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.key) as there
      from pg_constraint c join pg_class t on t.oid = c.conrelid
      where c.contype = 'f' and c.confrelid = parent and c.conrelid <> parent and t.relnamespace = 'casework'::regnamespace order by 2, 3 loop
    if one.relname = any (path) then continue; end if;
    below := format('(%s) in (select %s from %s where %s)', one.here, one.there, parent, chosen);
    for name, n in select key, value::bigint from jsonb_each_text(casework.erase_below(one.child, below, stays, path || one.relname)) loop
      counts := counts || jsonb_build_object(name, coalesce((counts ->> name)::bigint, 0) + n);
    end loop;
    if one.relname = any (stays) then continue; end if;
    execute format('delete from %s where %s', one.child, below);
    get diagnostics n = row_count;
    if n > 0 then counts := counts || jsonb_build_object(one.relname, coalesce((counts ->> one.relname)::bigint, 0) + n); end if;
  end loop;
  return counts;
end $$;

-- Clears one record of everything. Where the family agreed, or other records of it stay, days and reasons stay, from which figures were published ('kept'); of a request
-- that was all there was of a family nothing does ('removed'). Who the family is goes with its last record.
create function casework.clear_record(asked uuid, shell text) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  its uuid;
  counts jsonb;
  stays constant text[] := case when shell = 'kept' then array['closure', 'transition', 'quality_frame', 'quality_item', 'quality_review', 'quality_finding', 'quality_theme'] else '{}' end;
begin
  select e.family into its from casework.episode e where e.id = asked for update;
  if its is null then return '{}'; end if;
  perform from casework.family f where f.id = its for update;
  -- The people belong to the family and may be part of another record: the way down from a record does not lead through them.
  counts := casework.erase_below('casework.episode', format('id = %L::uuid', asked), stays, array['episode', 'person', 'family']);
  update casework.transition t set target_name = case when t.target is null then 'Destroyed' else '' end, without_because = case when t.is_agreed then '' else 'Destroyed' end,
    decided_name = case when t.decision is null then '' else 'Destroyed' end, reason = case when t.reason = '' then '' else 'Destroyed' end,
    disputed_because = case when t.disputed_at is null then '' else 'Destroyed' end, disputed_to = case when t.disputed_at is null then '' else 'Destroyed' end,
    settlement = case when t.settled_at is null then '' else 'Destroyed' end where t.episode = asked;
  if exists (select from casework.episode e where e.family = its and e.id <> asked and not exists (select from casework.destruction d where d.episode = e.id)) then
    return counts;
  end if;
  -- Nothing of the family is kept any more: names and birthdays go. How many children there were stays where figures counted them.
  counts := counts || casework.erase_below('casework.person', format('family = %L::uuid', its), stays, array['episode', 'person', 'family']);
  counts := counts || casework.erase_below('casework.family', format('id = %L::uuid', its), stays, array['episode', 'person', 'family']);
  counts := counts || jsonb_build_object('person', (select count(*) from casework.person p where p.family = its));
  if shell = 'removed' and not exists (select from casework.episode e where e.family = its and e.id <> asked) then
    delete from casework.person p where p.family = its;
    delete from casework.episode e where e.id = asked;
    delete from casework.family f where f.id = its;
  else
    update casework.person p set name = 'Destroyed', born_on = null, due_on = null, born_year = null, born_month = null, has_responsibility = false where p.family = its;
    -- That was kept as what they were called before.
    delete from casework.former_version v using casework.person p where v.source = 'person' and v.record = p.id and p.family = its;
    update casework.family f set label = 'Destroyed' where f.id = its;
  end if;
  return counts;
end $$;

-- Destroys what was reviewed, approved by another, is due by the rules of this day, and is held by nothing. Hands back the certificate, or why nothing was destroyed.
create function casework.destroy_record(asked uuid, today date) returns table (id uuid, problem text, digest text) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.demand_governance();
  made constant uuid := gen_random_uuid();
  at constant timestamptz := platform.now();
  one record;
  due record;
  what text;
  counted jsonb;
  sealed text;
begin
  select r.*, e.family, e.agreed_on into one from casework.retention_review r join casework.episode e on e.id = r.episode where r.id = asked for update of r, e;
  if one is null or one.ended_at is not null or one.verdict <> 'destroy' or one.approved_at is null then return query select null::uuid, 'not-approved', null::text; return; end if;
  if exists (select from casework.legal_hold h where h.episode = one.episode and h.lifted_at is null) then return query select null::uuid, 'held', null::text; return; end if;
  select * into due from casework.retention_of(one.episode, today);
  if due is null or due.due_on > today then return query select null::uuid, 'not-due', null::text; return; end if;
  if exists (select from casework.access_request a where a.family = one.family and a.sent_on is null and a.ended_on is null) then return query select null::uuid, 'asked-for', null::text; return; end if;
  what := case when one.agreed_on is null and not exists (select from casework.episode o where o.family = one.family and o.id <> one.episode) then 'removed' else 'kept' end;
  insert into casework.destruction (id, episode, record_class, rule_words, due_on, counts, shell, digest, reviewed_by, approved_by, destroyed_by, destroyed_at)
    select made, one.episode, r.record_class, r.basis || ' (' || r.months || ' months; ' || r.approved_by || ', from ' || r.starts_on || ')', due.due_on, '{}', what, repeat('0', 64),
      one.reviewed_by, one.approved_by, me, at from casework.retention_rule r where r.id = due.rule;
  counted := casework.clear_record(one.episode, what);
  select encode(sha256(convert_to(concat_ws('|', d.id, d.record_class, d.rule_words, d.due_on, counted::text, d.shell, to_char(d.destroyed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), 'UTF8')), 'hex')
    into sealed from casework.destruction d where d.id = made;
  update casework.destruction d set counts = counted, digest = sealed where d.id = made;
  return query select made, null::text, sealed;
end $$;
-- After a backup was brought back: what stands in the list is destroyed again. Hands back how many records it was.
create function casework.destroy_again() returns int language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
  n int := 0;
begin
  if platform.actor() is distinct from platform.system_actor() then raise exception 'for the clock alone' using errcode = 'insufficient_privilege'; end if;
  for one in select d.* from casework.destruction d where exists (select from casework.request r where r.episode = d.episode)
      or exists (select from casework.agreement a where a.episode = d.episode) for update loop
    update casework.destruction d set transaction = pg_current_xact_id(), reapplied_at = platform.now() where d.id = one.id;
    perform casework.clear_record(one.episode, one.shell);
    n := n + 1;
  end loop;
  return n;
end $$;
revoke all on function casework.being_destroyed(uuid), casework.erase_below(regclass, text, text[], text[]), casework.clear_record(uuid, text), casework.destroy_record(uuid, date),
  casework.destroy_again() from public;
-- Asked by the trigger of a transition, for whoever changes one.
grant execute on function casework.being_destroyed(uuid) to goldenthread_casework;
grant execute on function casework.destroy_record(uuid, date), casework.destroy_again() to goldenthread_casework;
