-- Who must be on a body by the law or its terms, from a day to a day (G5): statutory members, a clinician and a manager both present.
create table governance.composition_rule (
  id uuid primary key,
  body uuid not null references governance.body,
  matches text not null check (matches in ('role', 'capacity')),  -- the seat's role by law, or the capacity in which its holder acts
  value text not null check (value ~ '\S'),
  at_least int not null check (at_least between 1 and 100),
  at_meetings boolean not null default false,                      -- true: they must be at every meeting, too
  source text not null check (source ~ '\S'),                      -- the law or the section of the terms that asks for it
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1
);
create unique index composition_rule_once on governance.composition_rule (body, matches, lower(btrim(value))) where ends_on is null;
create index on governance.composition_rule (body);
grant select, insert, update on governance.composition_rule to goldenthread_app;
select platform.protect('governance.composition_rule');
create policy read on governance.composition_rule for select to goldenthread_app using (true);
create policy add on governance.composition_rule for insert to goldenthread_app
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]) or (select platform.is_administrator()));
create policy change on governance.composition_rule for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[]) or (select platform.is_administrator()))
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]) or (select platform.is_administrator()));
-- What a board was asked to have stays as it was: a rule ends, and another begins.
create function governance.composition_rule_ends_only() returns trigger language plpgsql as $$
begin
  if platform.actor() is not null and (new.body, new.matches, new.value, new.at_least, new.at_meetings, new.source, new.starts_on)
      is distinct from (old.body, old.matches, old.value, old.at_least, old.at_meetings, old.source, old.starts_on) then
    raise exception 'a rule on who must be on a body ends; it does not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger ends_only before update on governance.composition_rule for each row execute function governance.composition_rule_ends_only();

-- A voting right that changes with the item (G5, G9): a seat may vote on some functions of the terms only, like members for education matters.
alter table governance.seat add column votes_on text[] not null default '{}',  -- keys of functions; empty: on everything
  add constraint seat_votes_on check (votes_on = '{}' or voting = 'voting');

-- A body never becomes a sub-group of itself by way of others (G3), whoever writes and however many at one moment.
create function governance.refuse_sub_group_circle() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.kind <> 'sub-group-of' then return new; end if;
  perform pg_advisory_xact_lock(hashtext('governance.sub-group-of'));
  if exists (
    with recursive above(body, starts_on, ends_on) as (
      select new.to_body, new.starts_on, coalesce(new.ends_on, 'infinity'::date)
      union
      select r.to_body, greatest(a.starts_on, r.starts_on), least(a.ends_on, coalesce(r.ends_on, 'infinity'::date))
      from above a join governance.body_relation r on r.from_body = a.body and r.kind = 'sub-group-of' and r.id <> new.id
      where greatest(a.starts_on, r.starts_on) < least(a.ends_on, coalesce(r.ends_on, 'infinity'::date)))
    select from above where body = new.from_body) then
    raise exception 'a body would be a sub-group of itself' using errcode = 'check_violation', constraint = 'sub_group_circle';
  end if;
  return new;
end $$;
create trigger no_circle before insert or update on governance.body_relation for each row execute function governance.refuse_sub_group_circle();

-- A task and finish group has an end, and it is said what happens to its open actions then (G2); held when the transaction is over.
create function governance.task_group_ends() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.kind = 'task-and-finish' and exists (select from governance.body where id = new.id) and (new.ends_rule !~ '\S'
      or not exists (select from governance.body_status s where s.body = new.id and (s.ends_on is not null or s.status in ('ended', 'outside')))) then
    raise exception 'a task and finish group needs its end' using errcode = 'check_violation', constraint = 'task_group_ends';
  end if;
  return null;
end $$;
create constraint trigger task_group_ends after insert or update on governance.body deferrable initially deferred
  for each row execute function governance.task_group_ends();

-- What the law asks of notice, by regime, from a day to a day: it stands above terms that ask for less (G4, G10).
create table governance.notice_law (
  legal_regime text not null,
  mode text not null check (mode in ('calendar', 'clear-calendar', 'working', 'clear-working', 's243')),
  days int not null check (days between 0 and 366),
  source text not null check (source ~ '\S'),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  primary key (legal_regime, starts_on),
  exclude using gist (legal_regime with =, daterange(starts_on, ends_on) with &&)
);
grant select on governance.notice_law to goldenthread_app;
select platform.protect('governance.notice_law');
create policy read on governance.notice_law for select to goldenthread_app using (true);
insert into governance.notice_law (legal_regime, mode, days, source, starts_on) values
  ('lga1972', 'clear-working', 5, 'Local Government Act 1972, section 100B', '2002-10-01'),
  ('lga1972-wales', 'clear-working', 3, 'Local Government Act 1972, section 100B, as it stands in Wales', '2002-10-01');

-- Bank holidays that were announced since the product's own list: administrators enter and take them back (G10). Certificates keep what they counted.
alter table governance.bank_holiday add column withdrawn_on date, add constraint bank_holiday_source check (source ~ '\S' and title ~ '\S');
grant insert, update on governance.bank_holiday, governance.holiday_horizon to goldenthread_app;
select platform.protect('governance.bank_holiday'), platform.protect('governance.holiday_horizon');
do $$
declare name text;
begin
  foreach name in array array['bank_holiday', 'holiday_horizon'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app using (true)', name);
    execute format('create policy add on governance.%I for insert to goldenthread_app with check ((select platform.is_administrator()))', name);
    execute format('create policy change on governance.%I for update to goldenthread_app using ((select platform.is_administrator())) '
      || 'with check ((select platform.is_administrator()))', name);
  end loop;
end $$;
