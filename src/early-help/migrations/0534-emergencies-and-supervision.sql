-- Opening a family in an emergency, and by supervision: read-only, said with each look, and reviewed (requirement E6; handbook of early help 7.1, 7.3).

create table casework.emergency_rule (
  starts_on date primary key,
  hours int not null check (hours between 1 and 24),
  source text not null check (source <> '')
);
insert into casework.emergency_rule (starts_on, hours, source) values ('2010-01-01', 2, 'Proposed to the partnership, which decides');

-- Who supervises whom, for which agency, by date: it opens the families that the worker leads, to be read and not to be written.
create table casework.supervises (
  id uuid primary key,
  supervisor uuid not null references governance.person,
  worker uuid not null references governance.person,
  organisation uuid not null references governance.organisation,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  check (supervisor <> worker),
  exclude using gist (worker with =, organisation with =, supervisor with =, daterange(starts_on, ends_on) with &&)
);
create index on casework.supervises (supervisor);

-- Each use: one family, why, until when; and what an owner of information governance says of it. Whoever has a use that nobody reviewed has no other.
create table casework.break_glass (
  id uuid primary key default gen_random_uuid(),
  episode uuid not null references casework.episode,
  person uuid not null references governance.person,
  organisation uuid not null references governance.organisation,
  reason text not null check (reason in ('child-at-risk', 'crime', 'health', 'other')),
  words text not null check (words <> '' and length(words) <= 2000),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  reviewed_by uuid references governance.person check (reviewed_by <> person),
  reviewed_at timestamptz check (reviewed_at >= starts_at),
  is_justified boolean,
  review_words text not null default '' check (length(review_words) <= 4000),
  version int not null default 1,
  check (num_nonnulls(reviewed_by, reviewed_at, is_justified) in (0, 3)),
  check ((reviewed_by is null) = (review_words = ''))
);
create unique index one_unreviewed on casework.break_glass (person) where reviewed_at is null;
create index on casework.break_glass (episode);

-- Both open only what a transaction reads that can no longer write: whoever looks says so first, and then turns the transaction to reading.
create function casework.my_broken() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select array_agg(distinct b.episode) from casework.break_glass b where b.person = governance.my_person()
    and b.starts_at <= platform.now() and b.ends_at > platform.now() and b.organisation = any (casework.my_agencies())), '{}');
end $$;
create function casework.my_supervised() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select array_agg(distinct l.episode) from casework.supervises s
    join casework.lead_period l on l.person = s.worker and l.organisation = s.organisation and l.accepted_at is not null and l.ended_at is null
    where s.supervisor = governance.my_person() and governance.holds(s.starts_on, s.ends_on) and s.organisation = any (casework.my_agencies())), '{}');
end $$;
-- What is open besides grants, by class: only to a transaction that has said by what it looks, and has given up writing.
create function casework.read_otherwise() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null or current_setting('transaction_read_only') <> 'on' then return '{}'; end if;
  return coalesce((select array_agg(distinct l.episode) from casework.look l
    where l.transaction = pg_current_xact_id_if_assigned() and l.person = me
      and ((l.what = 'emergency' and l.episode = any (casework.my_broken())) or (l.what = 'supervised' and l.episode = any (casework.my_supervised())))), '{}');
end $$;
do $$
begin
  if to_regprocedure('casework.other_openings(text)') is null then
    create function casework.other_openings(asked text) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $f$ select casework.read_otherwise() $f$;
  else
    alter function casework.other_openings(text) rename to openings_before_emergencies;
    create function casework.other_openings(asked text) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $f$
      select casework.openings_before_emergencies(asked) || casework.read_otherwise() $f$;
  end if;
end $$;

-- Opens one family, found by its reference, or by the exact name and day of birth of somebody of it. Answers what is wrong, or the family, its lead, and an owner
-- of information governance who neither supervises whoever asks nor is supervised by them, of another agency where there is one.
create function casework.begin_emergency(asked_reference text, asked_name text, asked_born date, asked_reason text, asked_words text)
returns table (problem text, episode uuid, lead uuid, owner uuid) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  post record;
  found uuid[];
  lasts int;
begin
  select p.organisation into post from casework.post p where p.person = me and p.role <> 'governance' and governance.holds(p.starts_on, p.ends_on) order by p.role limit 1;
  if post.organisation is null then return query select 'emergency-post', null::uuid, null::uuid, null::uuid; return; end if;
  if exists (select from casework.break_glass b where b.person = me and b.reviewed_at is null) then
    return query select 'unreviewed-use', null::uuid, null::uuid, null::uuid; return;
  end if;
  select array_agg(distinct e.id) into found from casework.episode e where e.closed_on is null and (e.reference = upper(trim(asked_reference))
    or (asked_reference = '' and not e.is_shielded and exists (select from casework.person p where p.family = e.family and lower(p.name) = lower(asked_name) and p.born_on = asked_born)));
  if coalesce(cardinality(found), 0) <> 1 then return query select 'not-one-family', null::uuid, null::uuid, null::uuid; return; end if;
  select r.hours into lasts from casework.emergency_rule r where r.starts_on <= platform.now() order by r.starts_on desc limit 1;
  insert into casework.break_glass (episode, person, organisation, reason, words, starts_at, ends_at)
    values (found[1], me, post.organisation, asked_reason, asked_words, platform.now(), platform.now() + make_interval(hours => lasts));
  return query select ''::text, found[1],
    (select l.person from casework.lead_period l where l.episode = found[1] and l.accepted_at is not null and l.ended_at is null),
    (select p.person from casework.post p where p.role = 'governance' and p.person <> me and governance.holds(p.starts_on, p.ends_on)
      and not exists (select from casework.supervises s where (s.supervisor, s.worker) in ((p.person, me), (me, p.person)) and governance.holds(s.starts_on, s.ends_on))
      order by (p.organisation = post.organisation), p.starts_on limit 1);
end $$;
create function casework.keep_emergency() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare reviews constant text[] := array['reviewed_by', 'reviewed_at', 'is_justified', 'review_words', 'version'];
begin
  if to_jsonb(new) - reviews is distinct from to_jsonb(old) - reviews or old.reviewed_at is not null
      or exists (select from casework.supervises s where (s.supervisor, s.worker) in ((new.reviewed_by, new.person), (new.person, new.reviewed_by)) and governance.holds(s.starts_on, s.ends_on)) then
    raise exception 'a use stays as it was, and is reviewed once, by somebody outside the line' using errcode = 'insufficient_privilege', constraint = 'reviewed_once';
  end if;
  return new;
end $$;
create trigger reviewed_once before update on casework.break_glass for each row execute function casework.keep_emergency();

alter table casework.look drop constraint look_what_check;
alter table casework.look add constraint look_what_check check (what in ('page', 'existence', 'change', 'emergency', 'supervised'));
do $$
declare name text;
begin
  foreach name in array array['emergency_rule', 'supervises', 'break_glass'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select on casework.%I to goldenthread_casework', name);
  end loop;
end $$;
create policy read on casework.emergency_rule for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);
grant insert, update on casework.supervises to goldenthread_casework;
create policy read on casework.supervises for select to goldenthread_casework using ((select casework.me()) in (supervisor, worker) or organisation = any ((select casework.my_agencies())::uuid[])
  or (select casework.is_administrator()));
create policy administer on casework.supervises for insert to goldenthread_casework with check ((select casework.is_administrator()));
create policy end_it on casework.supervises for update to goldenthread_casework using ((select casework.is_administrator())) with check ((select casework.is_administrator()));
grant update on casework.break_glass to goldenthread_casework;
create policy read on casework.break_glass for select to goldenthread_casework using (person = (select casework.me()) or (select casework.may_approve_sharing())
  or episode = any ((select casework.my_kept())::uuid[]));
create policy review on casework.break_glass for update to goldenthread_casework using ((select casework.may_approve_sharing()) and person <> (select casework.me()))
  with check (reviewed_by = (select casework.me()));
create policy open_otherwise on casework.episode for select to goldenthread_casework using (id = any ((select casework.my_broken())::uuid[]) or id = any ((select casework.my_supervised())::uuid[]));
create policy look_otherwise on casework.look for insert to goldenthread_casework with check (person = (select casework.me()) and transaction = pg_current_xact_id()
  and ((what = 'emergency' and episode = any ((select casework.my_broken())::uuid[])) or (what = 'supervised' and episode = any ((select casework.my_supervised())::uuid[]))));
revoke all on function casework.my_broken(), casework.my_supervised(), casework.read_otherwise(), casework.other_openings(text), casework.begin_emergency(text, text, date, text, text), casework.keep_emergency() from public;
grant execute on function casework.my_broken(), casework.my_supervised(), casework.begin_emergency(text, text, date, text, text) to goldenthread_casework;
