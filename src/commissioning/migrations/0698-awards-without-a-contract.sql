-- An award from which no contract will follow, for example because the winner withdrew, is closed once with the reason (requirement C8; handbook of commissioning 1.4). That was said stays on
-- record; where a contract comes all the same it is named as always.
alter table commissioning.bid_award
  add column closed_on date,                               -- no contract will follow; null: that was not said
  add column closed_because text not null default '',
  add column closed_by uuid references governance.person,
  add constraint award_closed_whole check ((closed_on is null) = (closed_because = '') and (closed_on is null) = (closed_by is null)),
  add constraint award_closed_of_bid check (closed_on is null or bid is not null);

create function commissioning.keep_award_closing() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.closed_on is not null then raise exception 'it is awarded first' using errcode = 'check_violation', constraint = 'award_closed_once'; end if;
    return new;
  end if;
  if old.closed_on is not null or to_jsonb(new) - '{closed_on,closed_because,closed_by}'::text[] is distinct from to_jsonb(old) - '{closed_on,closed_because,closed_by}'::text[]
      or exists (select from commissioning.bid_call c where c.id = new.call and c.decided_on > new.closed_on) then
    raise exception 'an award stands, and is closed once' using errcode = 'check_violation', constraint = 'award_closed_once';
  end if;
  if exists (select from commissioning.award_contract x where x.call = new.call and x.taken_back_on is null) then
    raise exception 'a contract came of it' using errcode = 'check_violation', constraint = 'award_closed_contract';
  end if;
  return new;
end $$;
create trigger award_closing_steps before insert or update on commissioning.bid_award for each row execute function commissioning.keep_award_closing();
revoke all on function commissioning.keep_award_closing() from public;

do $$
declare
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  grant update (closed_on, closed_because, closed_by) on commissioning.bid_award to goldenthread_app;
  execute format('create policy close on commissioning.bid_award for update to goldenthread_app using (%s) with check (%s and closed_by = (select governance.my_person()))', clerk, clerk);
end $$;
