-- Whoever says that records belong together, and whoever accepts a gap, says so in their own name, also past the pages. Without an actor the house itself writes.
create function thread.refuse_another_name() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare named constant uuid := case when tg_table_name = 'link' then (to_jsonb(new) ->> 'said_by')::uuid
  when to_jsonb(new) ->> 'answer' = 'accepted' then (to_jsonb(new) ->> 'person')::uuid end;
begin
  if platform.actor() is not null and platform.actor() is distinct from platform.system_actor() and named is not null and named is distinct from governance.my_person() then
    raise exception 'nobody says so in another''s name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function thread.refuse_another_name() from public;
create trigger in_own_name before insert on thread.link for each row execute function thread.refuse_another_name();
create trigger in_own_name before insert on thread.gap_answer for each row execute function thread.refuse_another_name();
