-- A family is taken out of an approved claim by two people (requirement E10): a co-ordinator of its locality proposes it with a reason, another who may approve claims
-- approves. The claim keeps what it was; what was published of it is corrected once, and tells no number any more.

-- Which family it is stands with the line of the claim and nowhere here: what was corrected is still known when the record of the family is destroyed.
create table casework.claim_correction (
  id uuid primary key,
  claim uuid not null,
  heading text not null,
  heading_from date not null,
  kind text not null check (kind in ('came-back', 'put-right', 'evidence-fell')),
  because text not null check (because ~ '\S' and length(because) <= 2000),
  proposed_by uuid not null references governance.person,
  proposed_at timestamptz not null,
  verdict text check (verdict in ('approved', 'returned')),
  answered_by uuid references governance.person check (answered_by <> proposed_by),
  answered_at timestamptz check (answered_at >= proposed_at),
  answer text not null default '' check (length(answer) <= 2000),
  holds boolean not null generated always as (verdict is not distinct from 'approved') stored,
  foreign key (claim, heading, heading_from) references casework.claim_count,
  unique (id, holds),
  unique (id, claim, heading, heading_from),
  check (num_nonnulls(verdict, answered_by, answered_at) in (0, 3)),
  check ((verdict is not distinct from 'returned') = (answer <> ''))
);
create index on casework.claim_correction (claim, heading, heading_from);
comment on table casework.claim_correction is 'That a family is taken out of an approved claim, or is proposed to be; which one, its line in the claim says';
select platform.protect('casework.claim_correction');
grant select on casework.claim_correction to goldenthread_casework;
create policy read on casework.claim_correction for select to goldenthread_casework using ((select casework.is_organiser()) or (select casework.may_approve_sharing()));

-- It is proposed of an approved claim alone, and answered once.
create function casework.keep_correction() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.verdict is not null or not exists (select from casework.claim c where c.id = new.claim and c.verdict = 'approved') then
      raise exception 'families are taken out of an approved claim, by two' using errcode = 'check_violation', constraint = 'correction_of_approved';
    end if;
  elsif old.verdict is not null or new.verdict is null or (new.id, new.claim, new.heading, new.heading_from, new.kind, new.because, new.proposed_by, new.proposed_at)
      is distinct from (old.id, old.claim, old.heading, old.heading_from, old.kind, old.because, old.proposed_by, old.proposed_at) then
    raise exception 'a correction is answered once and says what it said' using errcode = 'check_violation', constraint = 'correction_is_kept';
  end if;
  return new;
end $$;
create trigger kept before insert or update on casework.claim_correction for each row execute function casework.keep_correction();

alter table casework.claim_line add column correction uuid, add column is_out boolean,
  add check ((correction is null) = (is_out is null)),
  add unique (correction),
  add foreign key (correction, is_out) references casework.claim_correction (id, holds) on update cascade,
  add foreign key (correction, claim, heading, heading_from) references casework.claim_correction (id, claim, heading, heading_from);
comment on column casework.claim_line.correction is 'The last proposal to take the family out of the claim under this heading; empty where there was none';
drop index casework.claimed_once;
create unique index claimed_once on casework.claim_line (family, heading) where stands and is_out is not true;

-- A line says what it said; another proposal takes the place of one that went back, and of no other.
create function casework.keep_claim_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.claim, new.heading, new.heading_from, new.episode, new.family, new.closed_on) is distinct from (old.claim, old.heading, old.heading_from, old.episode, old.family, old.closed_on)
      or new.correction is distinct from old.correction and old.correction is not null
        and (new.correction is null or not exists (select from casework.claim_correction c where c.id = old.correction and c.verdict = 'returned')) then
    raise exception 'a family is taken out of a claim once' using errcode = 'check_violation', constraint = 'claim_line_is_kept';
  end if;
  return new;
end $$;
create trigger kept before update on casework.claim_line for each row execute function casework.keep_claim_line();

-- As in 0703, and: who was taken out under a heading is claimed again under it, but not for the closing for which they had been.
create or replace function casework.evidenced(upto date) returns table (heading text, heading_from date, price_pence bigint, episode uuid, family uuid, closed_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (e.family, h.code) h.code, h.starts_on, h.price_pence, e.id, e.family, e.closed_on
  from casework.episode e
  join casework.claim_heading h on h.starts_on <= e.closed_on
    and not exists (select from casework.claim_heading l where l.code = h.code and l.starts_on > h.starts_on and l.starts_on <= e.closed_on)
  where e.agreed_on is not null and not h.is_end and not e.is_shielded and e.closed_on + h.hold_days < upto
    and (select g.reported_as from casework.closure_group g where g.reason = e.closure_reason and g.starts_on <= e.closed_on order by g.starts_on desc limit 1) = 'needs-met'
    and not exists (select from casework.episode o where o.family = e.family and o.id <> e.id and o.requested_on between e.closed_on and e.closed_on + h.hold_days)
    and (not 'goals-reached' = any (h.needs) or (
      select bool_and(l.progress = 'reached') and not exists (select from casework.plan_need n where n.episode = e.id and n.to_number is null
          and not exists (select from casework.review_line x where x.need = n.id and x.progress = 'reached'))
        from casework.review_line l where l.review = (select r.id from casework.plan_review r where r.episode = e.id order by r.plan_number desc limit 1)))
    and (not 'family-view' = any (h.needs) or exists (select from casework.closing_plan c where c.episode = e.id and c.family_view <> ''))
    and not exists (select from casework.claim_line c where c.family = e.family and c.heading = h.code and c.stands
      and (c.is_out is not true or e.closed_on <= c.closed_on))
  order by e.family, h.code, e.closed_on
$$;

-- As in 0711, and: of a family that is taken out under every heading nothing is in doubt.
create or replace function casework.claim_doubt(asked uuid) returns table (episode uuid, area uuid, kind text, event uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with line as (
    select distinct l.episode, l.family, e.area, l.closed_on, h.hold_days, c.drawn_at, (c.drawn_at at time zone 'Europe/London')::date as drawn_on
    from casework.claim_line l join casework.claim c on c.id = l.claim join casework.episode e on e.id = l.episode
      join casework.claim_heading h on h.code = l.heading and h.starts_on = l.heading_from
    where l.claim = asked and c.verdict = 'approved' and not e.is_shielded and l.is_out is not true)
  select l.episode, l.area, 'came-back', c.id from line l join casework.closure c on c.episode = l.episode and c.reopened_on > l.closed_on
  union select l.episode, l.area, 'came-back', o.id from line l join casework.episode o on o.family = l.family and o.id <> l.episode
    and (o.requested_on >= l.drawn_on or o.requested_on between l.closed_on and l.closed_on + l.hold_days)
  union select l.episode, l.area, 'put-right', r.id from line l join casework.rectification r on r.episode = l.episode and r.verdict = 'put-right' and r.decided_at > l.drawn_at
  union select l.episode, l.area, 'merged', m.id from line l join casework.person_merge m on m.family = l.family and m.entered_at > l.drawn_at
  union select l.episode, l.area, 'merged', u.id from line l join casework.person_unmerge u on u.family = l.family and u.entered_at > l.drawn_at
$$;

-- What leaves of a corrected claim. A number told again would, with the one told before, tell how few families were taken out; so the correction tells none. It is told
-- once, whoever is taken out later: by the number of corrections one would know how many families there are at least.
alter table published.claim drop constraint claim_starts_on_key,
  add column revision int not null default 1 check (revision in (1, 2)),
  add column corrected_on date check (corrected_on >= approved_on),
  add unique (starts_on, revision),
  add constraint corrected_is_hidden check ((revision = 2) = (corrected_on is not null) and (revision = 1
    or is_hidden and amount_pence is null and not jsonb_path_exists(figures, '$[*] ? (exists (@.shown) || @.hidden != true)')));

create function casework.publish_correction(asked uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('published'));
  insert into published.claim (starts_on, ends_on, approved_on, figures, is_hidden, families, amount_pence, threshold, base, source, revision, corrected_on)
    select p.starts_on, p.ends_on, p.approved_on, (select jsonb_agg(t - 'shown' || '{"hidden": true}' order by o) from jsonb_array_elements(p.figures) with ordinality x (t, o)),
      true, null, null, p.threshold, p.base, p.source, 2, platform.today()
    from published.claim p join casework.claim c on c.starts_on = p.starts_on where c.id = asked and p.revision = 1
    on conflict (starts_on, revision) do nothing;
end $$;

-- A co-ordinator of the locality proposes to take a family out under one heading; that they look is written into its list.
create function casework.propose_taking_out(asked uuid, of_heading text, of_episode uuid, why text, words text) returns table (id uuid, problem text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.me();
  made constant uuid := gen_random_uuid();
  line casework.claim_line;
  its_area uuid;
begin
  if not casework.is_organiser() then raise exception 'for co-ordinators' using errcode = 'insufficient_privilege'; end if;
  select l.* into line from casework.claim_line l join casework.episode e on e.id = l.episode
    where l.claim = asked and l.heading = of_heading and l.episode = of_episode and e.area = any (casework.my_localities()) and not e.is_shielded for update of l;
  if line.claim is null then return query select null::uuid, 'not-in-claim'; return; end if;
  select e.area into its_area from casework.episode e where e.id = of_episode;
  insert into casework.look (id, episode, person, organisation, what, at)
    select gen_random_uuid(), of_episode, me, (select p.organisation from casework.post p where p.person = me and p.area = its_area and p.organisation = any (casework.my_agencies()) order by 1 limit 1), 'page', platform.now();
  if not exists (select from casework.claim c where c.id = asked and c.verdict = 'approved') then return query select null::uuid, 'claim-not-approved'; return; end if;
  if line.is_out then return query select null::uuid, 'taken-out-already'; return; end if;
  if exists (select from casework.claim_correction c where c.id = line.correction and c.verdict is null) then return query select null::uuid, 'taking-out-waits'; return; end if;
  insert into casework.claim_correction (id, claim, heading, heading_from, kind, because, proposed_by, proposed_at)
    values (made, asked, line.heading, line.heading_from, why, words, me, platform.now());
  update casework.claim_line l set correction = made, is_out = false where l.claim = asked and l.heading = of_heading and l.family = line.family;
  return query select made, null::text;
end $$;
-- Another person than who proposed it approves, by which the family is out and what was published is corrected; or sends it back with the reason.
create function casework.answer_taking_out(asked uuid, its uuid, said text, words text) returns table (id uuid, problem text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare one casework.claim_correction; me constant uuid := governance.my_person();
begin
  if not (casework.is_organiser() or casework.may_approve_sharing()) then raise exception 'not for this person' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtext('casework.claim'));
  select * into one from casework.claim_correction c where c.id = its and c.claim = asked for update;
  if one.id is null or one.verdict is not null then return query select null::uuid, 'correction-answered'; return; end if;
  if one.proposed_by = me then return query select null::uuid, 'own-correction'; return; end if;
  update casework.claim_correction c set verdict = said, answered_by = me, answered_at = platform.now(), answer = words where c.id = its;
  if said = 'approved' then perform casework.publish_correction(asked); end if;
  return query select its, null::text;
end $$;

-- As in 0711, and: says of each family whether it is out of the claim, or proposed to be.
drop function casework.open_claim(uuid);
create function casework.open_claim(asked uuid) returns table (heading text, heading_from date, episode uuid, closed_on date, doubts text[], correction uuid, verdict text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.me();
  areas constant uuid[] := casework.my_localities();
  told constant text := casework.doubts_digest(asked, areas);
begin
  if not casework.is_organiser() then raise exception 'for co-ordinators' using errcode = 'insufficient_privilege'; end if;
  insert into casework.look (id, episode, person, organisation, what, at)
    select gen_random_uuid(), e.id, me, (select p.organisation from casework.post p where p.person = me and p.area = e.area and p.organisation = any (casework.my_agencies()) order by 1 limit 1), 'page', platform.now()
    from casework.episode e where e.area = any (areas) and not e.is_shielded and exists (select from casework.claim_line l where l.claim = asked and l.episode = e.id);
  if told is not null then
    insert into casework.claim_look as s (claim, person, seen, at) values (asked, me, told, platform.now())
      on conflict (claim, person) do update set seen = excluded.seen, at = excluded.at;
  end if;
  return query select l.heading, l.heading_from, l.episode, l.closed_on,
      coalesce((select array_agg(distinct d.kind order by d.kind) from casework.claim_doubt(asked) d where d.episode = l.episode), '{}'), l.correction, c.verdict
    from casework.claim_line l join casework.episode e on e.id = l.episode left join casework.claim_correction c on c.id = l.correction
    where l.claim = asked and e.area = any (areas) and not e.is_shielded order by l.heading, l.closed_on, l.episode;
end $$;
revoke all on function casework.keep_correction(), casework.keep_claim_line(), casework.publish_correction(uuid), casework.propose_taking_out(uuid, text, uuid, text, text),
  casework.answer_taking_out(uuid, uuid, text, text), casework.open_claim(uuid) from public;
grant execute on function casework.propose_taking_out(uuid, text, uuid, text, text), casework.answer_taking_out(uuid, uuid, text, text), casework.open_claim(uuid) to goldenthread_casework;
