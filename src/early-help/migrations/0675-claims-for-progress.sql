-- Claims for families' progress, drawn from evidenced outcomes (requirement E10): what may be claimed is dated data with its source, a claim is drawn from the records
-- and from nothing that somebody types, no family is claimed twice under one heading, and another person approves it. What leaves is protected as all figures are.

-- What is paid for, from a day on: the evidence that a record must hold, how long the outcome must have lasted, and the price.
create table casework.claim_heading (
  code text not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  starts_on date not null,
  name text not null check (name ~ '\S' and length(name) <= 200),
  needs text[] not null check (needs <@ array['closed-met', 'goals-reached', 'family-view'] and 'closed-met' = any (needs)),
  hold_days int not null check (hold_days between 0 and 1095),          -- after closing, without coming back
  price_pence bigint not null check (price_pence between 1 and 100000000),
  source text not null check (source ~ '\S' and length(source) <= 500),
  set_by uuid references governance.person,                             -- null: what the product brought
  set_on date,
  primary key (code, starts_on),
  constraint signed check ((set_by is null) = (set_on is null))
);
insert into casework.claim_heading (code, starts_on, name, needs, hold_days, price_pence, source) values
  ('needs-met', '2010-01-01', 'Needs are met, and the family does not come back', '{closed-met}', 182, 80000, 'Proposed to the partnership, which decides'),
  ('goals-reached', '2010-01-01', 'Every goal of the plan is reached, and the family says how it ended', '{closed-met,goals-reached,family-view}', 91, 40000, 'Proposed to the partnership, which decides');
create trigger append_only before update or delete on casework.claim_heading for each row execute function platform.refuse_change();

create table casework.claim (
  id uuid primary key,
  starts_on date not null check (extract(day from starts_on) = 1),
  ends_on date not null check (ends_on > starts_on and extract(day from ends_on) = 1), -- first day after it
  drawn_by uuid not null references governance.person,
  drawn_at timestamptz not null,
  verdict text check (verdict in ('approved', 'returned')),
  answered_by uuid references governance.person check (answered_by <> drawn_by),
  answered_at timestamptz check (answered_at >= drawn_at),
  because text not null default '' check (length(because) <= 2000),
  stands boolean not null generated always as (verdict is distinct from 'returned') stored,
  unique (id, stands),
  check (num_nonnulls(verdict, answered_by, answered_at) in (0, 3)),
  check ((verdict is not distinct from 'returned') = (because <> '')),
  exclude using gist (daterange(starts_on, ends_on) with &&) where (verdict is distinct from 'returned')
);
create table casework.claim_count (
  claim uuid not null references casework.claim,
  heading text not null,
  heading_from date not null,
  families int not null check (families > 0),
  price_pence bigint not null check (price_pence > 0),
  primary key (claim, heading, heading_from),
  foreign key (heading, heading_from) references casework.claim_heading
);
-- The families behind it. A claim that went back frees them.
create table casework.claim_line (
  claim uuid not null,
  stands boolean not null default true,
  heading text not null,
  heading_from date not null,
  episode uuid not null references casework.episode,
  family uuid not null references casework.family,
  closed_on date not null,
  primary key (claim, heading, family),
  foreign key (claim, stands) references casework.claim (id, stands) on update cascade,
  foreign key (claim, heading, heading_from) references casework.claim_count
);
create unique index claimed_once on casework.claim_line (family, heading) where stands;
create index on casework.claim_line (episode);
select platform.protect('casework.claim_heading'), platform.protect('casework.claim'), platform.protect('casework.claim_count'), platform.protect('casework.claim_line');
grant select, insert on casework.claim_heading to goldenthread_casework;
-- Lines are handed out by casework.open_claim alone, which writes down who looked.
grant select on casework.claim, casework.claim_count, casework.claim_line to goldenthread_casework;
create policy read on casework.claim_heading for select to goldenthread_casework using ((select casework.is_organiser()) or (select casework.may_approve_sharing()));
create policy set_it on casework.claim_heading for insert to goldenthread_casework with check ((select casework.may_approve_sharing())
  and set_by = (select casework.me()) and set_on = platform.today() and starts_on >= platform.today());
create policy read on casework.claim for select to goldenthread_casework using ((select casework.is_organiser()) or (select casework.may_approve_sharing()));
create policy read on casework.claim_count for select to goldenthread_casework using ((select casework.is_organiser()) or (select casework.may_approve_sharing()));

-- What is evidenced before a day and was never claimed, by the headings that held on the day of closing. A family that is withheld is in no claim.
create function casework.evidenced(upto date) returns table (heading text, heading_from date, price_pence bigint, episode uuid, family uuid, closed_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (e.family, h.code) h.code, h.starts_on, h.price_pence, e.id, e.family, e.closed_on
  from casework.episode e
  join casework.claim_heading h on h.starts_on <= e.closed_on
    and not exists (select from casework.claim_heading l where l.code = h.code and l.starts_on > h.starts_on and l.starts_on <= e.closed_on)
  where e.agreed_on is not null and not e.is_shielded and e.closed_on + h.hold_days < upto
    and (select g.reported_as from casework.closure_group g where g.reason = e.closure_reason and g.starts_on <= e.closed_on order by g.starts_on desc limit 1) = 'needs-met'
    and not exists (select from casework.episode o where o.family = e.family and o.id <> e.id and o.requested_on between e.closed_on and e.closed_on + h.hold_days)
    and (not 'goals-reached' = any (h.needs) or (
      select bool_and(l.progress = 'reached') and not exists (select from casework.plan_need n where n.episode = e.id and n.to_number is null
          and not exists (select from casework.review_line x where x.need = n.id and x.progress = 'reached'))
        from casework.review_line l where l.review = (select r.id from casework.plan_review r where r.episode = e.id order by r.plan_number desc limit 1)))
    and (not 'family-view' = any (h.needs) or exists (select from casework.closing_plan c where c.episode = e.id and c.family_view <> ''))
    and not exists (select from casework.claim_line c where c.family = e.family and c.heading = h.code and c.stands)
  order by e.family, h.code, e.closed_on
$$;
-- Draws the claim of a period that is over: everything that was evidenced before its end. Hands back the claim, or why there is none.
create function casework.draw_claim(first date, next date) returns table (id uuid, problem text) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare made constant uuid := gen_random_uuid();
begin
  if not casework.is_organiser() then raise exception 'for co-ordinators' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtext('casework.claim'));
  if next > platform.today() then return query select null::uuid, 'period-not-over'; return; end if;
  if exists (select from casework.claim c where c.stands and daterange(c.starts_on, c.ends_on) && daterange(first, next)) then return query select null::uuid, 'claimed-already'; return; end if;
  if not exists (select from casework.evidenced(next)) then return query select null::uuid, 'nothing-evidenced'; return; end if;
  insert into casework.claim (id, starts_on, ends_on, drawn_by, drawn_at) values (made, first, next, governance.my_person(), platform.now());
  insert into casework.claim_count (claim, heading, heading_from, families, price_pence)
    select made, d.heading, d.heading_from, count(*), d.price_pence from casework.evidenced(next) d group by 2, 3, 5;
  insert into casework.claim_line (claim, heading, heading_from, episode, family, closed_on)
    select made, d.heading, d.heading_from, d.episode, d.family, d.closed_on from casework.evidenced(next) d;
  return query select made, null::text;
end $$;

-- What leaves: how many families by heading, and a sum that follows from those numbers and from nothing finer.
create table published.claim (
  id uuid primary key default gen_random_uuid(),
  starts_on date not null unique,
  ends_on date not null check (ends_on > starts_on),
  approved_on date not null,
  figures jsonb not null,                                               -- by heading: name, price in pence, whether hidden, and what is shown
  is_hidden boolean not null,
  families int,                                                         -- families and headings in all, rounded
  amount_pence bigint,                                                  -- of the rounded numbers; null where one is hidden
  threshold int not null,
  base int not null,
  source text not null,
  check (is_hidden = (families is null))
);
select platform.protect('published.claim');
grant select on published.claim to goldenthread_app, goldenthread_casework;
create policy read on published.claim for select to goldenthread_app, goldenthread_casework using (true);
create trigger append_only before update or delete on published.claim for each row execute function platform.refuse_change();

create function casework.publish_claim(asked uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  method performance.small_number_method;
  one casework.claim;
  told jsonb;
  prices bigint[];
  is_mixed boolean;
begin
  select * into one from casework.claim c where c.id = asked;
  select * into method from performance.small_number_method m order by (m.starts_on < one.ends_on) desc, case when m.starts_on < one.ends_on then m.starts_on end desc, m.starts_on limit 1;
  -- Every heading has its line and its price, whether somebody was claimed under it or not: a price that is missing would tell of nought.
  with every as (select distinct on (h.code) h.code, h.name, h.price_pence from casework.claim_heading h where h.starts_on < one.ends_on order by h.code, h.starts_on desc),
  counted as (select e.code, e.name, e.price_pence, coalesce(sum(c.families), 0)::int as n, coalesce(bool_or(c.price_pence <> e.price_pence), false) as mixed
    from every e left join casework.claim_count c on c.heading = e.code and c.claim = asked group by e.code, e.name, e.price_pence)
  select casework.told_parts(array_agg(c.name order by c.code), array_agg(c.n order by c.code), method.threshold, method.base), array_agg(c.price_pence order by c.code), bool_or(c.mixed)
    into told, prices, is_mixed from counted c;
  insert into published.claim (starts_on, ends_on, approved_on, figures, is_hidden, families, amount_pence, threshold, base, source)
    select one.starts_on, one.ends_on, platform.today(), parts.figures, parts.every_one, case when not parts.every_one then casework.rounded(total.n, method.base) end,
      case when not parts.some and not is_mixed then parts.amount end, method.threshold, method.base, method.source
    from (select jsonb_agg(t.told || jsonb_build_object('price', prices[t.o]) order by t.o) as figures, bool_or((t.told ->> 'hidden')::boolean) as some,
        bool_and((t.told ->> 'hidden')::boolean) as every_one, sum((t.told ->> 'shown')::int * prices[t.o])::bigint as amount
      from jsonb_array_elements(told) with ordinality t (told, o)) parts,
      (select coalesce(sum(c.families), 0)::int as n from casework.claim_count c where c.claim = asked) total;
end $$;
-- Another person than who drew it approves the claim, or sends it back with the reason; approved, its protected figures are published.
create function casework.answer_claim(asked uuid, said text, words text) returns table (id uuid, problem text) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare one casework.claim; me constant uuid := governance.my_person();
begin
  if not (casework.is_organiser() or casework.may_approve_sharing()) then raise exception 'not for this person' using errcode = 'insufficient_privilege'; end if;
  select * into one from casework.claim c where c.id = asked for update;
  if one.id is null or one.verdict is not null then return query select null::uuid, 'claim-answered'; return; end if;
  if one.drawn_by = me then return query select null::uuid, 'own-claim'; return; end if;
  update casework.claim c set verdict = said, answered_by = me, answered_at = platform.now(), because = words where c.id = asked;
  if said = 'approved' then perform casework.publish_claim(asked); end if;
  return query select asked, null::text;
end $$;
-- The families behind a claim, of the localities of whoever looks; each look is written into that family's list before its line is handed out.
create function casework.open_claim(asked uuid) returns table (heading text, heading_from date, episode uuid, closed_on date) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.me();
  areas constant uuid[] := casework.my_localities();
begin
  if not casework.is_organiser() then raise exception 'for co-ordinators' using errcode = 'insufficient_privilege'; end if;
  insert into casework.look (id, episode, person, organisation, what, at)
    select gen_random_uuid(), e.id, me, (select p.organisation from casework.post p where p.person = me and p.area = e.area and p.organisation = any (casework.my_agencies()) order by 1 limit 1), 'page', platform.now()
    from casework.episode e where e.area = any (areas) and not e.is_shielded and exists (select from casework.claim_line l where l.claim = asked and l.episode = e.id);
  return query select l.heading, l.heading_from, l.episode, l.closed_on from casework.claim_line l join casework.episode e on e.id = l.episode
    where l.claim = asked and e.area = any (areas) and not e.is_shielded order by l.heading, l.closed_on, l.episode;
end $$;
revoke all on function casework.evidenced(date), casework.draw_claim(date, date), casework.publish_claim(uuid), casework.answer_claim(uuid, text, text), casework.open_claim(uuid) from public;
grant execute on function casework.draw_claim(date, date), casework.answer_claim(uuid, text, text), casework.open_claim(uuid) to goldenthread_casework;
