-- An item that turns exempt takes its decisions, actions and minutes out of public sight with it, in every version, at once.
create or replace function meetings.same_category() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare hidden constant boolean := new.category <> 'public';
begin
  update meetings.item_content set category = new.category, sight = case when hidden and sight = 'public' then 'members' else sight end where item = new.id;
  update meetings.decision set category = new.category, sight = case when hidden and sight = 'public' then 'members' else sight end where item = new.id;
  update meetings.action set category = new.category, sight = case when hidden and sight = 'public' then 'members' else sight end where item = new.id;
  update meetings.minutes_section set category = new.category, sight = case when hidden and sight = 'public' then 'members' else sight end where item = new.id;
  if hidden then
    update meetings.paper set category = new.category, sight = case sight when 'public' then 'members' else sight end where item = new.id;
    update meetings.paper_version v set category = new.category, sight = case v.sight when 'public' then 'members' else v.sight end
      from meetings.paper p where p.id = v.paper and p.item = new.id;
  end if;
  return new;
end $$;
-- The minutes of a meeting run on from those of the meeting before: looked up by meeting and state.
create index on meetings.minutes (body, state);
