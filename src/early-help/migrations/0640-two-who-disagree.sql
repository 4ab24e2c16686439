-- Two with parental responsibility who disagree (requirement E3; handbook of early help 3.1, rule 2): both stand on record, the narrower scope applies until a named
-- person decides with reasons. It is said of the family's work and not of one agreement, so that a newer agreement of the one does not pass over the other.

-- So many days before an agreement runs out, whoever leads is reminded to ask anew.
alter table casework.practice_rule add column renewal_notice_days int not null default 28 check (renewal_notice_days between 0 and 120);

create table casework.agreement_stand (
  id uuid primary key,
  episode uuid not null references casework.episode,
  said_by text not null check (said_by <> '' and length(said_by) <= 200),
  entitled_how text not null check (entitled_how <> '' and length(entitled_how) <= 2000), -- how one knows that they have parental responsibility
  stance text not null check (stance in ('objects', 'narrower')),
  organisations uuid[] not null default '{}',                         -- of 'narrower': what they do agree to, each part to each agency
  classes text[] not null default '{}' check (classes <@ array['family', 'assessment', 'voice', 'plan']),
  words text not null check (words <> '' and length(words) <= 5000),   -- what they say
  said_on date not null,
  evidence text not null check (evidence in ('signed', 'spoken', 'online')),
  recorded_by uuid not null references governance.person,
  recorded_at timestamptz not null,
  verdict text check (verdict in ('narrower', 'as-agreed')),
  because text not null default '' check (length(because) <= 5000),
  told_how text not null default '' check (length(told_how) <= 2000),  -- how both were told
  settled_by uuid references governance.person check (settled_by <> recorded_by),
  settled_at timestamptz check (settled_at >= recorded_at),
  ended_at timestamptz check (ended_at >= recorded_at),                -- they agree now
  ended_how text not null default '' check (length(ended_how) <= 2000),
  ended_by uuid references governance.person,
  version int not null default 1,
  check ((stance = 'objects') = (organisations = '{}') and (stance = 'objects') = (classes = '{}')),
  check (num_nonnulls(verdict, settled_by, settled_at) in (0, 3)),
  check ((verdict is null) = (because = '') and (verdict is null) = (told_how = '')),
  check (num_nonnulls(ended_at, ended_by) in (0, 2) and (ended_at is null) = (ended_how = ''))
);
comment on table casework.agreement_stand is 'What somebody else with parental responsibility says against the agreement of a family, and what was decided of it';
-- Somebody has one stand at a time that counts.
create unique index one_stand on casework.agreement_stand (episode, lower(said_by)) where ended_at is null and verdict is distinct from 'as-agreed';
create index on casework.agreement_stand (episode);

-- Whether a stand narrows what is agreed: until it is settled, and after it was settled so, as long as they do not agree.
create function casework.narrows(one casework.agreement_stand) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select one.ended_at is null and one.verdict is distinct from 'as-agreed' $$;
-- Whether an agreement opens a part of the record to an agency: it names both, and nobody who also may decide leaves them out.
create function casework.covers(asked uuid, agency uuid, part text) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from casework.agreement_scope s where s.agreement = asked and s.organisation = agency and s.class = part)
    and not exists (select from casework.agreement a join casework.agreement_stand t on t.episode = a.episode
      where a.id = asked and casework.narrows(t) and not (agency = any (t.organisations) and part = any (t.classes)))
$$;
-- Records of which this very transaction has said that it looks at them.
create function casework.looked_at() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct l.episode) from casework.look l where l.transaction = pg_current_xact_id_if_assigned() and l.person = me), '{}');
end $$;

create or replace function casework.bind_grant() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare basis_ends timestamptz;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'ends_at' is distinct from to_jsonb(old) - 'ends_at' or new.ends_at > old.ends_at then
      raise exception 'a grant is ended, and nothing else of it is changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.agreement is not null then
    select (a.holds_until::timestamp at time zone 'Europe/London') into basis_ends from casework.agreement a
      where a.id = new.agreement and a.is_given and a.withdrawn_at is null and casework.covers(a.id, new.organisation, new.class)
      for share of a;
  else
    select (d.holds_until::timestamp at time zone 'Europe/London') into basis_ends from casework.sharing_decision d
      where d.id = new.decision and d.is_to_share and d.approved_at is not null and d.ended_at is null and d.organisation = new.organisation and new.class = any (d.classes)
      for share of d;
  end if;
  if basis_ends is null or basis_ends <= new.starts_at then
    raise exception 'no agreement and no decision covers this' using errcode = 'check_violation', constraint = 'grant_within_basis';
  end if;
  if not exists (select from casework.post p where p.person = new.person and p.organisation = new.organisation and governance.holds(p.starts_on, p.ends_on)) then
    raise exception 'whoever is granted access has a post in that agency' using errcode = 'check_violation', constraint = 'grant_to_post';
  end if;
  new.ends_at := least(new.ends_at, basis_ends);
  return new;
end $$;

-- A stand is said once; it is settled once, by a co-ordinator who neither recorded it nor leads the family; and it ends once.
create function casework.keep_stand() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare settling constant text[] := array['verdict', 'because', 'told_how', 'settled_by', 'settled_at', 'ended_at', 'ended_how', 'ended_by', 'version'];
begin
  -- Grants are given one after another against what is said here: whoever gives one waits for the agreement that this locks.
  perform from casework.agreement a where a.episode = new.episode for update;
  if tg_op = 'INSERT' then
    new.recorded_at := platform.now();
    if not exists (select from casework.agreement a where a.episode = new.episode and a.is_given and a.withdrawn_at is null and lower(a.given_by) <> lower(new.said_by)) then
      raise exception 'there is no agreement of somebody else' using errcode = 'check_violation', constraint = 'stand_against_agreement';
    end if;
    return new;
  end if;
  if to_jsonb(new) - settling is distinct from to_jsonb(old) - settling or old.ended_at is not null then
    raise exception 'what somebody said stays as it was said' using errcode = 'insufficient_privilege', constraint = 'stand_as_said';
  end if;
  if (new.verdict, new.because, new.told_how, new.settled_by, new.settled_at) is distinct from (old.verdict, old.because, old.told_how, old.settled_by, old.settled_at) then
    if old.verdict is not null or new.settled_by is distinct from governance.my_person()
        or not exists (select from casework.episode e where e.id = new.episode and e.area = any (casework.my_localities()))
        or exists (select from casework.lead_period l where l.episode = new.episode and l.person = new.settled_by and l.accepted_at is not null and l.ended_at is null) then
      raise exception 'settled once, by a co-ordinator who does not lead' using errcode = 'insufficient_privilege', constraint = 'stand_settled';
    end if;
  end if;
  return new;
end $$;
-- What a stand leaves out is read by nobody any more, in the same transaction.
create function casework.end_with_stand() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update casework.access_grant g set ends_at = greatest(g.starts_at, platform.now())
    where g.episode = new.episode and g.agreement is not null and g.ends_at > platform.now() and not casework.covers(g.agreement, g.organisation, g.class);
  return null;
end $$;
create trigger kept before insert or update on casework.agreement_stand for each row execute function casework.keep_stand();
create trigger ends_grants after insert on casework.agreement_stand for each row execute function casework.end_with_stand();

-- Opens anew, to the same people, what a stand had ended that narrows no more: as far as an agreement in force covers it, to whoever still has that post and, for a lead,
-- still leads. Hands back how much it opened.
create function casework.reopen_after(asked uuid) returns int language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  one casework.agreement_stand;
  n int;
begin
  select * into one from casework.agreement_stand t where t.id = asked;
  if one.id is null or casework.narrows(one) or not (one.episode = any (casework.looked_at()))
      or not (one.episode = any (casework.my_kept()) or exists (select from casework.episode e where e.id = one.episode and e.area = any (casework.my_localities()))) then
    raise exception 'not for this person' using errcode = 'insufficient_privilege';
  end if;
  insert into casework.access_grant (id, episode, person, organisation, class, relation, starts_at, ends_at, agreement, given_by)
    select gen_random_uuid(), g.episode, g.person, g.organisation, g.class, g.relation, platform.now(), platform.now() + interval '366 days', a.id, governance.my_person()
    from (select distinct h.episode, h.person, h.organisation, h.class, h.relation from casework.access_grant h
      where h.episode = one.episode and h.agreement is not null and h.ends_at = one.recorded_at and h.starts_at < h.ends_at) g
    join casework.agreement a on a.episode = g.episode and a.is_given and a.withdrawn_at is null and (a.holds_until::timestamp at time zone 'Europe/London') > platform.now()
      and casework.covers(a.id, g.organisation, g.class)
    where exists (select from casework.post p where p.person = g.person and p.organisation = g.organisation and governance.holds(p.starts_on, p.ends_on))
      and (g.relation <> 'lead' or exists (select from casework.lead_period l where l.episode = g.episode and l.person = g.person and l.accepted_at is not null and l.ended_at is null))
      and not exists (select from casework.access_grant o where o.episode = g.episode and o.person = g.person and o.class = g.class and o.ends_at > platform.now());
  get diagnostics n = row_count;
  return n;
end $$;
-- Which stands wait for whoever co-ordinates: ids alone. Whoever recorded one or leads the family does not decide it.
create function casework.stands_waiting() returns table (id uuid, episode uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); areas constant uuid[] := casework.my_localities();
begin
  return query select t.id, t.episode from casework.agreement_stand t join casework.episode e on e.id = t.episode
    where t.verdict is null and t.ended_at is null and t.recorded_by <> me and e.closed_on is null and e.area = any (areas) and (not e.is_shielded or e.id = any (casework.my_episodes()))
      and not exists (select from casework.lead_period l where l.episode = e.id and l.person = me and l.accepted_at is not null and l.ended_at is null) order by t.recorded_at;
end $$;
-- Agreements of families that one leads which ran out or do so soon; the soonest first. One that was withdrawn waits for nothing.
create function casework.agreements_to_renew(today date) returns table (episode uuid, holds_until date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select a.episode, a.holds_until from casework.agreement a join casework.episode e on e.id = a.episode
    where a.episode = any (casework.my_kept()) and e.closed_on is null and a.is_given and a.withdrawn_at is null
      and not exists (select from casework.agreement n where n.episode = a.episode and n.number > a.number)
      and a.holds_until <= today + (select r.renewal_notice_days from casework.practice_rule r where r.starts_on <= today order by r.starts_on desc limit 1)
    order by a.holds_until, a.episode;
end $$;
revoke all on function casework.narrows(casework.agreement_stand), casework.covers(uuid, uuid, text), casework.looked_at(), casework.keep_stand(), casework.end_with_stand(),
  casework.reopen_after(uuid), casework.stands_waiting(), casework.agreements_to_renew(date) from public;
grant execute on function casework.narrows(casework.agreement_stand), casework.covers(uuid, uuid, text), casework.looked_at(), casework.reopen_after(uuid), casework.stands_waiting(),
  casework.agreements_to_renew(date) to goldenthread_casework;

-- The first review of a plan stands among what waits, too: so many weeks after the plan was agreed.
create or replace function casework.my_team_work(today date) returns table (kind text, episode uuid, record uuid, due date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  agencies constant uuid[] := casework.my_agencies();
  kept uuid[];
  open uuid[];
begin
  if me is null or agencies = '{}' then return; end if;
  kept := casework.my_kept();
  open := array(select g.episode from casework.access_grant g where g.person = me and g.class = 'plan' and g.starts_at <= platform.now() and g.ends_at > platform.now() and g.organisation = any (agencies));
  return query
    select case when a.state = 'proposed' then 'answer' else 'do' end, a.episode, a.id, a.due_on from casework.plan_action a join casework.team_member m on m.id = a.member
      where m.person = me and m.ends_on is null and a.episode = any (open) and (a.state = 'proposed' or (a.state = 'accepted' and a.due_on <= today + 7))
    union all select 'approve', m.episode, m.id, m.held_on from casework.team_meeting m where m.state = 'ended' and m.episode = any (kept) and m.episode = any (open)
    union all select 'review', r.episode, r.id, r.next_due_on from casework.plan_review r join casework.episode e on e.id = r.episode and e.closed_on is null
      where r.episode = any (kept) and r.episode = any (open) and r.next_due_on <= today + 14
        and not exists (select from casework.plan_review later where later.episode = r.episode and later.plan_number > r.plan_number)
    union all select 'review', p.episode, p.id, p.due_on from (select v.episode, v.id, v.agreed_on + 7 * (select q.first_review_weeks from casework.plan_rule q where q.starts_on <= today
        order by q.starts_on desc limit 1) as due_on from casework.plan_version v join casework.episode e on e.id = v.episode and e.closed_on is null
        where v.episode = any (kept) and v.episode = any (open) and not exists (select from casework.plan_review r where r.episode = v.episode)
          and not exists (select from casework.plan_version w where w.episode = v.episode and w.number > v.number)) p
      where p.due_on <= today + 14
    order by 4;
end $$;

-- Read by whoever reads what the family agreed to, once they have said that they look; recorded and ended by whoever records agreements.
select platform.protect('casework.agreement_stand');
grant select, insert on casework.agreement_stand to goldenthread_casework;
grant update (verdict, because, told_how, settled_by, settled_at, ended_at, ended_how, ended_by, version) on casework.agreement_stand to goldenthread_casework;
do $$
declare
  keeps constant text := '(episode = any ((select casework.my_kept())::uuid[]) or exists (select from casework.episode e where e.id = episode and e.area = any ((select casework.my_localities())::uuid[])))';
  looked constant text := 'episode = any ((select casework.looked_at())::uuid[])';
begin
  execute format('create policy read on casework.agreement_stand for select to goldenthread_casework using ((%s or episode = any ((select casework.my_episodes())::uuid[])) and %s)', keeps, looked);
  execute format('create policy record on casework.agreement_stand for insert to goldenthread_casework with check (%s and %s and recorded_by = (select casework.me()) and verdict is null and ended_at is null)', keeps, looked);
  execute format('create policy settle on casework.agreement_stand for update to goldenthread_casework using (%1$s and %2$s) with check (%1$s and (ended_by is null or ended_by = (select casework.me())))', keeps, looked);
end $$;
