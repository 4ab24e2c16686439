-- What happened to families of an approved claim since it was drawn (requirement E10): they came back, or their record was put right. The claim stays as it is; co-ordinators
-- are told how many, and who they are where the families behind a claim are listed, which is a look.

-- What tells against a claim, worked out from the records as they are. What came back by the day of drawing and after the time for which the outcome had to hold was known then;
-- what came back within that time was not, or the family had not been claimed. Families that are withheld are left out.
create function casework.claim_doubt(asked uuid) returns table (episode uuid, area uuid, kind text, event uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with line as (
    select distinct l.episode, l.family, e.area, l.closed_on, h.hold_days, c.drawn_at, (c.drawn_at at time zone 'Europe/London')::date as drawn_on
    from casework.claim_line l join casework.claim c on c.id = l.claim join casework.episode e on e.id = l.episode
      join casework.claim_heading h on h.code = l.heading and h.starts_on = l.heading_from
    where l.claim = asked and c.verdict = 'approved' and not e.is_shielded)
  select l.episode, l.area, 'came-back', c.id from line l join casework.closure c on c.episode = l.episode and c.reopened_on > l.closed_on
  union select l.episode, l.area, 'came-back', o.id from line l join casework.episode o on o.family = l.family and o.id <> l.episode
    and (o.requested_on >= l.drawn_on or o.requested_on between l.closed_on and l.closed_on + l.hold_days)
  union select l.episode, l.area, 'put-right', r.id from line l join casework.rectification r on r.episode = l.episode and r.verdict = 'put-right' and r.decided_at > l.drawn_at
  union select l.episode, l.area, 'merged', m.id from line l join casework.person_merge m on m.family = l.family and m.entered_at > l.drawn_at
  union select l.episode, l.area, 'merged', u.id from line l join casework.person_unmerge u on u.family = l.family and u.entered_at > l.drawn_at
$$;

-- Who looked at the families behind a claim, and what told against it then; until something else does, they are not asked again.
create table casework.claim_look (
  claim uuid not null references casework.claim,
  person uuid not null references governance.person,
  seen text not null check (seen ~ '^[0-9a-f]{32}$'),                   -- a digest of the records that told against it
  at timestamptz not null,
  primary key (claim, person)
);
comment on table casework.claim_look is 'Up to where somebody has seen what tells against an approved claim; handed out to nobody';
select platform.protect('casework.claim_look');

create function casework.doubts_digest(asked uuid, areas uuid[]) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select md5(string_agg(d.event::text, ' ' order by d.event)) from casework.claim_doubt(asked) d where d.area = any (areas) $$;

-- How many families of a claim are in doubt, and of what kind; to co-ordinators.
create function casework.claim_doubts(asked uuid) returns table (families int, came_back int, put_right int, merged int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not casework.is_organiser() then raise exception 'for co-ordinators' using errcode = 'insufficient_privilege'; end if;
  return query select count(distinct d.episode)::int, count(distinct d.episode) filter (where d.kind = 'came-back')::int,
    count(distinct d.episode) filter (where d.kind = 'put-right')::int, count(distinct d.episode) filter (where d.kind = 'merged')::int from casework.claim_doubt(asked) d;
end $$;
-- Approved claims of which something tells against a family of whoever acts' localities that they have not seen.
create function casework.claims_in_doubt() returns table (id uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.me();
  areas constant uuid[] := casework.my_localities();
begin
  return query select c.id from casework.claim c cross join lateral casework.doubts_digest(c.id, areas) as told
    where c.verdict = 'approved' and told is not null and not exists (select from casework.claim_look s where s.claim = c.id and s.person = me and s.seen = told)
    order by c.starts_on;
end $$;

-- As in 0675, and: says of each family what tells against it, and that it was seen.
drop function casework.open_claim(uuid);
create function casework.open_claim(asked uuid) returns table (heading text, heading_from date, episode uuid, closed_on date, doubts text[])
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
      coalesce((select array_agg(distinct d.kind order by d.kind) from casework.claim_doubt(asked) d where d.episode = l.episode), '{}')
    from casework.claim_line l join casework.episode e on e.id = l.episode
    where l.claim = asked and e.area = any (areas) and not e.is_shielded order by l.heading, l.closed_on, l.episode;
end $$;
revoke all on function casework.claim_doubt(uuid), casework.doubts_digest(uuid, uuid[]), casework.claim_doubts(uuid), casework.claims_in_doubt(), casework.open_claim(uuid) from public;
grant execute on function casework.claim_doubts(uuid), casework.claims_in_doubt(), casework.open_claim(uuid) to goldenthread_casework;
