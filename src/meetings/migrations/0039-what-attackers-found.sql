-- Closing what a review by attackers found (requirements X1, M8, M13, G14).

-- The evidence of the quorum at the beginning of an item names people by their ids, and those who are out for an interest are missing in it. No page
-- shows it: whoever judges it again does so with the owner's connection. Everything else of the row is for whoever may see the row.
revoke select on meetings.item_time from goldenthread_app;
grant select (id, meeting, body, sight, item, category, from_at, to_at) on meetings.item_time to goldenthread_app;

-- Whoever sends questions is known by a keyed digest of the network they send from, for as long as their question waits to be confirmed: one sender
-- then fills their own share and nobody else's.
alter table meetings.submission_request add column sender text not null default '';
create index on meetings.submission_request (sender);

-- A referral reaches the clerk of the other body at once, before the minutes that hold the decision are out: officers of one partnership prepare each
-- other's agendas, and the meeting that decided was itself open. It is marked as not yet public until then, and does not become public before. Where
-- the decision is exempt or confidential nothing of its words goes, however the row comes about.
create function meetings.refuse_words_of_referral() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare decided record;
begin
  if new.referred_from is null then return new; end if;
  select d.category, d.sight, d.text, b.name into decided from meetings.decision d join governance.body b on b.id = d.body where d.id = new.referred_from;
  if tg_op = 'INSERT' and decided.category <> 'public' then
    new.title := left(concat('A matter referred by ', decided.name), 200);
    new.summary := '';
  end if;
  if new.sight = 'public' and decided.sight <> 'public' then
    raise exception 'a referral is not public before its decision is' using errcode = 'check_violation', constraint = 'referral_after_its_decision';
  end if;
  return new;
end $$;
create trigger words_of_referral before insert or update of sight, referred_from on meetings.plan_item
  for each row execute function meetings.refuse_words_of_referral();

-- A decision that turns exempt takes its words back, with its item or alone.
drop trigger referral_follows_category on meetings.agenda_item;
create or replace function meetings.referral_follows_category() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.plan_item p set summary = '', title = left(concat('A matter referred by ', b.name), 200), version = p.version + 1,
      sight = case when p.sight = 'public' then 'members' else p.sight end
    from governance.body b where b.id = new.body and p.referred_from = new.id;
  return new;
end $$;
create trigger referral_follows_category after update of category on meetings.decision
  for each row when (old.category = 'public' and new.category <> 'public') execute function meetings.referral_follows_category();
-- Minutes that are withdrawn take a referral of theirs out of public sight.
create function meetings.referral_follows_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.plan_item set sight = 'members', version = version + 1 where referred_from = new.id and sight = 'public';
  return new;
end $$;
create trigger referral_follows_sight after update of sight on meetings.decision
  for each row when (old.sight = 'public' and new.sight <> 'public') execute function meetings.referral_follows_sight();

-- Whether the words of an item of the plan are not public yet; says nothing to whoever may not see the item.
create function meetings.is_before_its_minutes(asked uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.plan_item p join meetings.decision d on d.id = p.referred_from
    where p.id = asked and d.sight <> 'public' and p.body = any (governance.my_full_sight_bodies() || governance.my_clerk_bodies() || governance.my_chair_bodies()))
$$;

-- What was entered more than ten minutes after it happened: without a line, or by a clock that was turned back. The record says when it was entered.
-- For those who see the whole of the meeting; of what is public, for everybody.
create function meetings.entered_late(asked uuid) returns table (outcome text, happened_at timestamptz, entered_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.outcome, e.happened_at, e.entered_at from meetings.entry e
    where e.meeting = asked and e.outcome <> '' and e.entered_at - e.happened_at > interval '10 minutes'
      and (coalesce(meetings.is_system(), false) or asked = any (meetings.my_guest_meetings())
        or e.body = any (governance.my_full_sight_bodies() || governance.my_clerk_bodies() || governance.my_chair_bodies())
        or exists (select from meetings.attendance a where a.id::text = e.outcome and a.sight = 'public')
        or exists (select from meetings.decision d where d.id::text = e.outcome and d.sight = 'public')
        or exists (select from meetings.action t where t.id::text = e.outcome and t.sight = 'public'))
    order by e.entered_at $$;

revoke all on function meetings.refuse_words_of_referral(), meetings.referral_follows_category(), meetings.referral_follows_sight(),
  meetings.is_before_its_minutes(uuid), meetings.entered_late(uuid) from public;
grant execute on function meetings.is_before_its_minutes(uuid), meetings.entered_late(uuid) to goldenthread_app;
