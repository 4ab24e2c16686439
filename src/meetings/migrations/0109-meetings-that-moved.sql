-- The page of a meeting says which one it takes the place of: found without looking through all meetings (O1).
create index on meetings.meeting (successor) where successor is not null;

-- Items of the forward plan that a clerk shows to everybody (M1): never one whose words belong to Part 2, to minutes that are not out, or to a paper of another
-- board that waits.
create function meetings.plan_item_may_be_shown() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.state <> 'accepted'
    or exists (select from meetings.item_content c where c.plan_item = new.id and c.category <> 'public')
    or exists (select from meetings.sent_paper s where s.plan_item = new.id and s.state = 'sent')
    or exists (select from meetings.decision d where d.id = new.referred_from and d.sight <> 'public') then
    raise exception 'this item of the plan is not shown to everybody' using errcode = 'check_violation', constraint = 'plan_item_not_for_everybody';
  end if;
  return new;
end $$;
create trigger plan_item_may_be_shown before update of sight on meetings.plan_item
  for each row when (old.sight <> 'public' and new.sight = 'public') execute function meetings.plan_item_may_be_shown();

-- What stands on an agenda as exempt is taken off the public plan at once, its words with it.
create function meetings.plan_item_follows_agenda() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.plan_item set sight = 'members', version = version + 1 where id = new.plan_item and sight = 'public';
  return new;
end $$;
create trigger plan_item_follows_agenda after insert or update of category, plan_item on meetings.item_content
  for each row when (new.plan_item is not null and new.category <> 'public') execute function meetings.plan_item_follows_agenda();
