-- An action that returns ('every quarter', 'at each meeting') is ticked off time by time, each with words of evidence (requirement M11).

-- From which month its times are counted: the first day of the month of its meeting, so that whoever leads it and may not know of the meeting can
-- tick it off. Null for what does not return, and for what was recorded before its words were understood.
alter table meetings.action add column returns_from date check (extract(day from returns_from) = 1);
update meetings.action a set returns_from = date_trunc('month', m.held_on::timestamp)::date from meetings.meeting m
  where m.id = a.meeting and a.due_to is null and a.due_from is null and a.due_meeting is null
    and a.due_words ~* '^\s*(monthly|quarterly|yearly|annually|every)\M';

create table meetings.action_occurrence (
  id uuid primary key,
  action uuid not null references meetings.action,
  due_on date not null,
  done_on date not null,
  evidence text not null check (evidence <> ''),
  at timestamptz not null,
  actor uuid not null,
  unique (action, due_on)
);
select platform.protect('meetings.action_occurrence');
grant select, insert, delete on meetings.action_occurrence to goldenthread_app;
-- Whoever reads the action reads how often it was done; those who lead it and the clerk say so, and take back what was ticked in error.
create policy read on meetings.action_occurrence for select to goldenthread_app using (exists (select from meetings.action a where a.id = action));
create policy mark on meetings.action_occurrence for insert to goldenthread_app
  with check (action = any ((select meetings.my_led_actions())::uuid[])
    or exists (select from meetings.action a where a.id = action and a.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy take_back on meetings.action_occurrence for delete to goldenthread_app
  using (action = any ((select meetings.my_led_actions())::uuid[])
    or exists (select from meetings.action a where a.id = action and a.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy as_oneself on meetings.action_occurrence as restrictive for insert to goldenthread_app with check (actor = (select platform.actor()));
create policy system on meetings.action_occurrence to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));

-- A time is the last day of a month after the month of the meeting, or the day of a later meeting of the body; only of an open action that returns.
create function meetings.refuse_no_such_time() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found record;
begin
  select a.body, a.state, a.returns_from into found from meetings.action a where a.id = new.action for share;
  if found.state is distinct from 'open' or found.returns_from is null or new.due_on < found.returns_from
      or (extract(day from new.due_on + 1) <> 1 and not exists (select from meetings.meeting m where m.body = found.body and m.held_on = new.due_on)) then
    raise exception 'the action has no such time' using errcode = 'check_violation', constraint = 'a_time_of_its_action';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_no_such_time() from public;
create trigger a_time_of_its_action before insert on meetings.action_occurrence for each row execute function meetings.refuse_no_such_time();
