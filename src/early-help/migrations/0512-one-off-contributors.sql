-- One-off contributors (handbook of early help 3.1.6, 7.1): somebody in a post fills in one part, once. They see that part's empty form and what they were told to know whom it is
-- about, and nothing else of the family, until they have sent it or said no; and only while the agreement, or a decision to share, covers their agency.
create table casework.contribution (
  id uuid primary key,
  episode uuid not null,
  entered_by uuid not null references governance.person,               -- who asked
  entered_at timestamptz not null,
  assessment uuid not null,
  form_version uuid not null,
  part uuid not null,
  class text not null,
  person uuid not null references governance.person,
  organisation uuid not null references governance.organisation,
  told text not null check (told <> '' and length(told) <= 1000),      -- what they are told, to know about whom they write
  contributed_at timestamptz check (contributed_at >= entered_at),
  declined_at timestamptz check (declined_at >= entered_at),
  declined_because text not null default '' check (length(declined_because) <= 2000),
  taken_back_at timestamptz check (taken_back_at >= entered_at),
  version int not null default 1,
  unique (id, episode, form_version),
  foreign key (assessment, episode, form_version) references casework.assessment (id, episode, form_version),
  foreign key (part, form_version, class) references casework.form_part (id, form_version, class),
  check (num_nonnulls(contributed_at, declined_at, taken_back_at) <= 1),
  check (declined_because = '' or declined_at is not null)
);
create unique index asked_once on casework.contribution (assessment, part, person) where contributed_at is null and declined_at is null and taken_back_at is null;
create index on casework.contribution (person);
select casework.seal_content('casework.contribution', 'assessment', array['keeper']);
create table casework.contributed_answer (
  id uuid primary key,
  episode uuid not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  contribution uuid not null,
  form_version uuid not null,
  field uuid not null,
  class text not null,
  row int not null default 0 check (row between 0 and 100),
  codes text[] not null default '{}',
  day date,
  partial_day text check (partial_day ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  number int,
  words text not null default '' check (length(words) <= 50000),
  unique (contribution, field, row),
  foreign key (contribution, episode, form_version) references casework.contribution (id, episode, form_version),
  foreign key (form_version, field) references casework.form_line (form_version, field),
  foreign key (field, class) references casework.form_field (id, class)
);
-- What covers an agency, now: the agreement in force, or a decision to share that stands.
create function casework.is_covered(its_episode uuid, its_organisation uuid, its_class text) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare today constant date := (platform.now() at time zone 'Europe/London')::date;
begin
  return exists (select from casework.agreement a join casework.agreement_scope s on s.agreement = a.id and s.organisation = its_organisation and s.class = its_class
      where a.episode = its_episode and a.is_given and a.withdrawn_at is null and a.given_on <= today and a.holds_until > today)
    or exists (select from casework.sharing_decision d where d.episode = its_episode and d.is_to_share and d.approved_at is not null and d.ended_at is null and d.holds_until > today
      and d.organisation = its_organisation and its_class = any (d.classes));
end $$;
-- What one is asked to contribute, now.
create function casework.my_contributions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(c.id) from casework.contribution c join casework.assessment a on a.id = c.assessment join casework.episode e on e.id = c.episode
    where c.person = me and c.contributed_at is null and c.declined_at is null and c.taken_back_at is null and a.completed_at is null and e.closed_on is null
      and c.organisation = any (casework.my_agencies()) and casework.is_covered(c.episode, c.organisation, c.class)), '{}');
end $$;
create function casework.keep_contribution() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare answers constant text[] := array['contributed_at', 'declined_at', 'declined_because', 'taken_back_at', 'version'];
begin
  if tg_op = 'INSERT' then
    if platform.actor() is not null and not (casework.is_covered(new.episode, new.organisation, new.class)
        and exists (select from casework.post p where p.person = new.person and p.organisation = new.organisation and governance.holds(p.starts_on, p.ends_on))) then
      raise exception 'whoever is asked has a post in an agency that the family agreed to' using errcode = 'check_violation', constraint = 'contribution_covered';
    end if;
    return new;
  end if;
  if to_jsonb(new) - answers is distinct from to_jsonb(old) - answers or num_nonnulls(old.contributed_at, old.declined_at, old.taken_back_at) > 0 then
    raise exception 'whoever is asked answers, once' using errcode = 'insufficient_privilege', constraint = 'contribution_once';
  end if;
  if new.taken_back_at is null and new.person is distinct from governance.my_person() then
    raise exception 'whoever is asked answers for themselves' using errcode = 'insufficient_privilege', constraint = 'contribution_once';
  end if;
  return new;
end $$;
create trigger stays before insert or update on casework.contribution for each row execute function casework.keep_contribution();
create trigger complete_stays before insert on casework.contribution for each row execute function casework.keep_complete();
revoke all on function casework.is_covered(uuid, uuid, text), casework.my_contributions(), casework.keep_contribution() from public;
grant execute on function casework.my_contributions() to goldenthread_casework;
create policy asked_read on casework.contribution for select to goldenthread_casework using (id = any ((select casework.my_contributions())::uuid[]));
create policy asked_answer on casework.contribution for update to goldenthread_casework using (id = any ((select casework.my_contributions())::uuid[])) with check (person = (select casework.me()));
select platform.protect('casework.contributed_answer');
grant select, insert on casework.contributed_answer to goldenthread_casework;
create policy read on casework.contributed_answer for select to goldenthread_casework using (
  (class = 'family' and episode = any ((select casework.open_now('family'))::uuid[])) or (class = 'assessment' and episode = any ((select casework.open_now('assessment'))::uuid[]))
  or (class = 'voice' and episode = any ((select casework.open_now('voice'))::uuid[])) or (class = 'plan' and episode = any ((select casework.open_now('plan'))::uuid[])));
create policy contribute on casework.contributed_answer for insert to goldenthread_casework with check (contribution = any ((select casework.my_contributions())::uuid[]) and entered_by = (select casework.me()));
-- Opening what one is asked for, and sending it, is a look as well, and stands in the list that the family is given.
create function casework.my_contribution_episodes() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select array_agg(c.episode) from casework.contribution c where c.id = any (casework.my_contributions())), '{}');
end $$;
revoke all on function casework.my_contribution_episodes() from public;
grant execute on function casework.my_contribution_episodes() to goldenthread_casework;
create policy look_to_contribute on casework.look for insert to goldenthread_casework with check (person = (select casework.me()) and transaction = pg_current_xact_id()
  and episode = any ((select casework.my_contribution_episodes())::uuid[]));
