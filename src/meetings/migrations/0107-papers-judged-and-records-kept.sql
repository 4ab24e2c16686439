-- 1. The law judges each report: a paper can be exempt for itself, under an item that everybody reads (requirements M3, M6; handbook governance 1.4, 2.2).
-- A test of a paper is of that paper; one without is of the item, and of every paper under it that has none of its own.
alter table meetings.public_interest_test add column paper uuid, add foreign key (paper, item, meeting) references meetings.paper (id, item, meeting) on delete cascade;
create index on meetings.public_interest_test (paper) where paper is not null;
create or replace function meetings.test_follows_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'paper' then
    update meetings.public_interest_test set sight = case new.sight when 'draft' then 'draft' else 'members' end where paper = new.id;
  else
    update meetings.public_interest_test set sight = case new.sight when 'draft' then 'draft' else 'members' end where item = new.id and paper is null;
  end if;
  return new;
end $$;
create trigger test_follows_sight after update of sight on meetings.paper
  for each row when (old.sight <> new.sight) execute function meetings.test_follows_sight();

create table meetings.paper_secrecy (
  paper uuid primary key,
  item uuid not null,
  meeting uuid not null,
  body uuid not null,
  paragraphs text[] not null check (cardinality(paragraphs) > 0),
  public_title text not null default '',      -- '' where the title itself would tell it
  public_conclusion text not null default '',
  version int not null default 1,
  foreign key (paper, item, meeting) references meetings.paper (id, item, meeting) on delete cascade,
  foreign key (meeting, body) references meetings.meeting (id, body)
);
create index on meetings.paper_secrecy (meeting);
select platform.protect('meetings.paper_secrecy');
grant select, insert, update, delete on meetings.paper_secrecy to goldenthread_app;
create policy system on meetings.paper_secrecy to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
create policy read on meetings.paper_secrecy for select to goldenthread_app using (exists (select from meetings.paper p where p.id = paper));
-- Said before the paper goes out. What is out is kept back by withdrawing it, and opened by a release.
do $$
declare mine constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[]) and exists (select from meetings.paper p where p.id = paper and p.body = paper_secrecy.body and p.sight = ''draft'')';
begin
  execute format('create policy keep_back on meetings.paper_secrecy for insert to goldenthread_app with check (%s)', mine);
  execute format('create policy judge_again on meetings.paper_secrecy for update to goldenthread_app using (%s) with check (%s)', mine, mine);
  execute format('create policy as_the_item on meetings.paper_secrecy for delete to goldenthread_app using (%s)', mine);
end $$;

-- What whoever reads an item is told of papers under it that are held back: which paragraph, and the words that were chosen for the public.
create function meetings.held_back(asked uuid) returns table (paper uuid, item uuid, category text, paragraphs text[], public_title text, public_conclusion text,
    publications uuid[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.item, p.category, coalesce(s.paragraphs, i.paragraphs), coalesce(s.public_title, ''), coalesce(s.public_conclusion, ''),
    array(select u.publication from meetings.published_paper u join meetings.paper_version v on v.id = u.paper_version join meetings.publication b on b.id = u.publication
      where v.paper = p.id and u.sight <> 'draft' and (b.sight = 'public' or meetings.is_system() or i.body = any (governance.my_full_sight_bodies())))
  from meetings.paper p join meetings.agenda_item i on i.id = p.item left join meetings.paper_secrecy s on s.paper = p.id
  where p.meeting = asked and p.category <> 'public' and p.state = 'published' and p.sight <> 'draft' and i.category = 'public' and i.withdrawn_at is null
    and (i.sight = 'public' or i.body = any (governance.my_clerk_bodies()) or i.body = any (governance.my_chair_bodies()) or meetings.is_system()
      or (i.sight = 'members' and (i.body = any (governance.my_full_sight_bodies()) or i.meeting = any (meetings.my_guest_meetings()))))
  order by p.id $$;
revoke all on function meetings.held_back(uuid) from public;
grant execute on function meetings.held_back(uuid) to goldenthread_app;
-- However its item is changed, a paper that is exempt for itself stays so until it is judged as its item, or released.
create function meetings.keep_back_for_itself() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from meetings.paper_secrecy s where s.paper = new.id) then new.category := 'exempt'; end if;
  return new;
end $$;
revoke all on function meetings.keep_back_for_itself() from public;
create trigger a_kept_back before update of category on meetings.paper
  for each row when (old.sight = 'draft' and new.category = 'public') execute function meetings.keep_back_for_itself();

-- 2. For how long the record copy is kept, from when that counts and what happens then: dated data with a source, of the house or of one board (requirement M16;
-- handbook governance 1.7, 6). Nothing is ever deleted by it: what is due is looked at by somebody, and what they decide is recorded.
alter table meetings.retention_period drop constraint retention_period_kind_check;
alter table meetings.retention_period drop constraint retention_period_kind_daterange_excl;
alter table meetings.retention_period alter column years drop not null;
alter table meetings.retention_period
  add column id uuid not null default gen_random_uuid() primary key,
  add column body uuid references governance.body,                   -- null: every board that has none of its own
  add column counts_from text not null default 'decision' check (counts_from in ('decision', 'meeting')),
  add column action text not null default 'review' check (action in ('keep', 'transfer', 'review', 'destroy')),
  add column set_by text not null default '',                        -- whose decision it is; '' for what the product brings
  add column actor uuid,
  add check (kind in ('officer_decision', 'officer_decision_background', 'minutes', 'papers', 'exempt_papers')),
  add check ((action = 'keep') = (years is null)),
  add check (years <= 200),
  add check ((body is null) = (actor is null) and (body is null or set_by <> '')),
  add constraint retention_once exclude using gist (kind with =, coalesce(body, '00000000-0000-0000-0000-000000000000'::uuid) with =, daterange(starts_on, ends_on) with &&);
insert into meetings.retention_period (kind, years, source, starts_on, counts_from, action) values
  ('minutes', null, 'Local Government Act 1972, section 100C asks for six years; minutes are the record of a board and are kept, until the board decides otherwise', '1986-04-01', 'meeting', 'keep'),
  ('papers', 6, 'Local Government Act 1972, section 100C: agendas and reports are open for six years from the meeting', '1986-04-01', 'meeting', 'review'),
  ('exempt_papers', 6, 'No law names a period for exempt reports: as long as public ones, until the board decides otherwise', '1986-04-01', 'meeting', 'review');
grant insert, update (ends_on) on meetings.retention_period to goldenthread_app;
create policy set_period on meetings.retention_period for insert to goldenthread_app
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]) and actor = (select platform.actor()) and kind in ('minutes', 'papers', 'exempt_papers'));
create policy end_period on meetings.retention_period for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create function meetings.period_ends_once() returns trigger language plpgsql as $$
begin
  if old.ends_on is not null then raise exception 'a period that has ended stays as it was' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger ends_once before update on meetings.retention_period for each row execute function meetings.period_ends_once();

-- What was decided of a record that was due. Each is kept; the last one counts.
create table meetings.retention_review (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  kind text not null check (kind in ('minutes', 'papers', 'exempt_papers')),
  number int not null check (number > 0),
  outcome text not null check (outcome in ('kept', 'kept_for_good', 'transferred', 'to_be_destroyed')),
  keep_until date,                                                   -- of 'kept' alone
  place text not null default '',                                    -- the archive, of 'transferred' alone
  reason text not null check (reason <> ''),
  decided_by text not null check (decided_by <> ''),
  decided_on date not null,
  actor uuid not null,
  at timestamptz not null,
  unique (meeting, kind, number),
  foreign key (meeting, body) references meetings.meeting (id, body),
  check ((outcome = 'kept') = (keep_until is not null) and (outcome = 'transferred') = (place <> '')),
  check (keep_until > decided_on)
);
create index on meetings.retention_review (body);
select platform.protect('meetings.retention_review');
grant select, insert on meetings.retention_review to goldenthread_app;
create policy system on meetings.retention_review to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
create policy read on meetings.retention_review for select to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]));
create policy keep on meetings.retention_review for insert to goldenthread_app
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]) and actor = (select platform.actor()));
