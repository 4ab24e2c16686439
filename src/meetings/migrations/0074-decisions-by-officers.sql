-- Decisions that officers take under delegation, outside meetings (G14; handbook governance 1.5, 2.2 'Openness'): a record of their own, public unless exempt.
-- Everybody may know that a decision was taken, by whom, under what and when; what it says is a record besides, whose sight follows from its category.
create table meetings.officer_decision (
  id uuid primary key,
  body uuid not null references governance.body,           -- whose function was used
  delegation uuid not null references governance.delegation,
  year int not null check (year between 1900 and 2199),
  serial int not null check (serial > 0),                  -- runs on through the year: OD 2026/3
  decided_by uuid not null references governance.person,
  decided_on date not null,
  title text not null check (title <> ''),                 -- as the public reads it
  category text not null check (category in ('public', 'exempt', 'confidential')),
  paragraphs text[] not null default '{}',
  private_reason text not null default '',                 -- why keeping it private is in the public interest; everybody reads this
  corrects uuid references meetings.officer_decision,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',               -- everybody reads this
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version int not null default 1,
  unique (body, year, serial),
  check (extract(year from decided_on) = year),
  check ((category = 'exempt') = (paragraphs <> '{}')),
  check (category = 'public' or private_reason <> ''),
  check ((withdrawn_at is null) = (withdrawn_reason = ''))
);
create index on meetings.officer_decision (body, decided_on desc, id);
create index on meetings.officer_decision (delegation);
create index on meetings.officer_decision (decided_by);
create unique index officer_decision_corrected_once on meetings.officer_decision (corrects) where corrects is not null;

create table meetings.officer_decision_content (
  decision uuid primary key references meetings.officer_decision,
  body uuid not null,
  category text not null,
  sight text not null check (sight in ('members', 'public')),
  resolved text not null check (resolved <> ''),
  reasons text not null check (reasons <> ''),
  options text not null check (options <> ''),             -- considered and not taken
  consulted text not null default '',
  interests text not null default '',                      -- of those consulted, with any dispensation
  pence bigint check (pence > 0),                          -- null where it commits no money
  background jsonb not null default '[]',                  -- papers it rests on: [{title, link}]
  check (category = 'public' or sight <> 'public')
);

-- Recorded it stays; it is withdrawn once, and recorded anew where it was wrong. What it says belongs to the same board and category.
create function meetings.keep_officer_decision() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['withdrawn_at', 'withdrawn_reason', 'version']) is distinct from (to_jsonb(old) - array['withdrawn_at', 'withdrawn_reason', 'version'])
     or old.withdrawn_at is not null then
    raise exception 'a decision stays as it was recorded' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger officer_decision_stays before update on meetings.officer_decision for each row execute function meetings.keep_officer_decision();

-- The delegation is one of the board, in force on the day with everything that it rests on; and the decision that is corrected is one of the same board.
create function meetings.check_officer_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from governance.delegation d where d.id = new.delegation and d.body = new.body and d.may = 'decide')
     or exists (with recursive up as (
       select d.* from governance.delegation d where d.id = new.delegation union select above.* from governance.delegation above join up on above.id = up.parent)
       select from up where new.decided_on < up.starts_on or new.decided_on >= up.ends_on or new.decided_on >= up.revoked_on)
     or (new.corrects is not null and not exists (select from meetings.officer_decision o where o.id = new.corrects and o.body = new.body and o.withdrawn_at is not null)) then
    raise exception 'it rests on a delegation of this board in force, and corrects a withdrawn decision of this board' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function meetings.check_officer_decision() from public;
create trigger officer_decision_rests before insert on meetings.officer_decision for each row execute function meetings.check_officer_decision();

grant select, insert on meetings.officer_decision to goldenthread_app;
grant update (withdrawn_at, withdrawn_reason, version) on meetings.officer_decision to goldenthread_app;
grant select, insert on meetings.officer_decision_content to goldenthread_app;
select platform.protect('meetings.officer_decision'), platform.protect('meetings.officer_decision_content');
-- The clerk of the board records and withdraws, and whoever holds the delegation does so for their own.
create policy read on meetings.officer_decision for select to goldenthread_app using (true);
create policy record on meetings.officer_decision for insert to goldenthread_app with check (
  recorded_by = (select platform.actor()) and withdrawn_at is null and (body = any ((select governance.my_clerk_bodies())::uuid[])
    or (decided_by = (select governance.my_person()) and governance.holds_delegation(delegation, decided_by, decided_on))));
create policy withdraw on meetings.officer_decision for update to goldenthread_app using (
  body = any ((select governance.my_clerk_bodies())::uuid[]) or decided_by = (select governance.my_person()));
create policy read on meetings.officer_decision_content for select to goldenthread_app using (
  sight = 'public' or body = any ((select governance.my_full_sight_bodies())::uuid[])
  or exists (select from meetings.officer_decision o where o.id = decision and o.decided_by = (select governance.my_person())));
create policy record on meetings.officer_decision_content for insert to goldenthread_app with check (exists (
  select from meetings.officer_decision o where o.id = decision and o.body = officer_decision_content.body and o.category = officer_decision_content.category
    and o.recorded_by = (select platform.actor())) and sight = case category when 'public' then 'public' else 'members' end);

-- What should never have been published goes out of public sight at once, and never comes back into it.
grant update (sight) on meetings.officer_decision_content to goldenthread_app;
create policy hide on meetings.officer_decision_content for update to goldenthread_app using (
  body = any ((select governance.my_clerk_bodies())::uuid[])
  or exists (select from meetings.officer_decision o where o.id = decision and o.decided_by = (select governance.my_person()))) with check (sight = 'members');

-- For how long records are kept at the least: dated data with their source, never a constant (handbook 1.7).
create table meetings.retention_period (
  kind text not null check (kind in ('officer_decision', 'officer_decision_background')),
  years int not null check (years > 0),
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  exclude using gist (kind with =, daterange(starts_on, ends_on) with &&)
);
insert into meetings.retention_period (kind, years, source, starts_on) values
  ('officer_decision', 6, 'Openness of Local Government Bodies Regulations 2014, part 3, by a guide to them', '2014-08-06'),
  ('officer_decision_background', 4, 'Openness of Local Government Bodies Regulations 2014, part 3, by a guide to them', '2014-08-06');
grant select on meetings.retention_period to goldenthread_app;
select platform.protect('meetings.retention_period');
create policy read on meetings.retention_period for select to goldenthread_app using (true);
