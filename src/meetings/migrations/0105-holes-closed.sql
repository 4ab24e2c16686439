-- What somebody with a clerk's rights could still do by hand, and cannot any more (requirements M3, M15, S2, O4).

-- 1. A review releases what it looked at: its publication is a release of its own, of this very item, and of nothing else.
create function meetings.refuse_borrowed_release() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.publication is null then return new; end if;
  if new.occasion <> 'review'
    or not exists (select from meetings.publication b where b.id = new.publication and b.kind = 'release' and b.meeting = new.meeting and b.withdrawn_at is null)
    or exists (select from meetings.public_interest_test t where t.publication = new.publication and t.item <> new.item) then
    raise exception 'a release rests on the review of the very matter that it releases' using errcode = 'check_violation', constraint = 'release_of_its_own';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_borrowed_release() from public;
create trigger release_of_its_own before insert on meetings.public_interest_test for each row execute function meetings.refuse_borrowed_release();

create or replace function meetings.refuse_quiet_release() returns trigger language plpgsql as $$
declare known boolean;
begin
  if current_user <> 'goldenthread_app' then return new; end if;
  if tg_table_name = 'agenda_item' then
    known := old.category = 'exempt' and exists (select from meetings.public_interest_test t join meetings.publication b on b.id = t.publication
      where t.item = new.id and t.publication = new.released_by and t.conclusion = 'open' and b.kind = 'release' and b.withdrawn_at is null and b.meeting = new.meeting);
  else
    known := old.category = 'exempt' and exists (select from meetings.released_paper r join meetings.publication b on b.id = r.publication
      join meetings.public_interest_test t on t.publication = b.id
      where r.paper = new.id and t.item = old.item and t.conclusion = 'open' and b.kind = 'release' and b.withdrawn_at is null and b.meeting = new.meeting);
  end if;
  if not coalesce(known, false) then
    raise exception 'exempt matter becomes public by a recorded release' using errcode = 'check_violation', constraint = 'public_by_release';
  end if;
  return new;
end $$;

-- 2. What was asked of an item stays as it was asked: more questions are another set.
create function meetings.refuse_added_question() returns trigger language plpgsql as $$
begin
  if current_user <> 'goldenthread_app' or meetings.is_system() then return new; end if;
  -- Whoever asks it of an item at this moment waits, or is waited for.
  perform from meetings.question_set s where s.id = new.question_set for update;
  if exists (select from meetings.question_set s where s.id = new.question_set and s.ends_on is not null)
    or exists (select from meetings.key_question k where k.question_set = new.question_set and k.xmin::text <> (txid_current() % 4294967296)::text)
    or exists (select from meetings.item_questions q where q.question_set = new.question_set) then
    raise exception 'what was asked stays as it was asked' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger question_in_time before insert on meetings.key_question for each row execute function meetings.refuse_added_question();

-- 3. Actions that were handed to a body are found by those who read them there, as policy read_as_keeper says.
create function meetings.my_kept_actions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (select coalesce(array_agg(a.id), '{}') from meetings.action a where a.kept_by is not null and a.sight <> 'draft'
    and (a.kept_by = any (governance.my_full_sight_bodies()) or a.kept_by = any (governance.my_chair_bodies())));
end $$;
revoke all on function meetings.my_kept_actions() from public;
grant execute on function meetings.my_kept_actions() to goldenthread_app;
