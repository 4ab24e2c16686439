-- What stands near some records on the thread, planned once a connection. The thread is read from views of every domain, each with its policies: to plan such a
-- statement takes thirty times as long as to run it, and with a large record PostgreSQL planned it anew for every page. Each function asks as whoever calls it.

-- Links that hold on a day and begin at some records (`towards` what they serve), or end at them.
create function thread.near(ends uuid[], day date, towards boolean)
returns table (from_kind text, from_id uuid, to_kind text, to_id uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  if towards then
    return query select distinct l.from_kind, l.from_id, l.to_kind, l.to_id from thread.every_link l
      where l.from_id = any (ends) and (l.starts_on is null or l.starts_on <= day) and (l.ends_on is null or day < l.ends_on)
      order by 2, 4;
  else
    return query select distinct l.from_kind, l.from_id, l.to_kind, l.to_id from thread.every_link l
      where l.to_id = any (ends) and (l.starts_on is null or l.starts_on <= day) and (l.ends_on is null or day < l.ends_on)
      order by 2, 4;
  end if;
end $$;
revoke all on function thread.near(uuid[], date, boolean) from public;
grant execute on function thread.near(uuid[], date, boolean) to goldenthread_app;

-- Records by their ids, as they stand on a day.
create function thread.named(ids uuid[], day date)
returns table (kind text, id uuid, label text, body_id uuid, says text[])
language plpgsql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query select n.kind, n.id, n.label, n.body_id, n.says from thread.node n
    where n.id = any (ids) and (n.starts_on is null or n.starts_on <= day) and (n.ends_on is null or day < n.ends_on);
end $$;
revoke all on function thread.named(uuid[], date) from public;
grant execute on function thread.named(uuid[], date) to goldenthread_app;

-- Records of one kind that one board answers for, as they stand on a day, by their words.
create function thread.kept_by(body uuid, of_kind text, day date)
returns table (kind text, id uuid, label text, body_id uuid, says text[])
language plpgsql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query select n.kind, n.id, n.label, n.body_id, n.says from thread.node n
    where n.body_id = body and n.kind = of_kind and (n.starts_on is null or n.starts_on <= day) and (n.ends_on is null or day < n.ends_on)
    order by 3, 2;
end $$;
revoke all on function thread.kept_by(uuid, text, date) from public;
grant execute on function thread.kept_by(uuid, text, date) to goldenthread_app;
