-- How long the record of a family is kept, and what ends it (requirement E12; handbook of early help 1.8 and 7.5): rules by date, holds, review by a person and approval
-- by another, destruction in one transaction, and a certificate that says what was destroyed and nothing of whom.

-- The longest rule that applies wins. No figure is national: what the product brings is proposed, and the partnership decides.
create table casework.retention_rule (
  id uuid primary key,
  record_class text not null check (record_class in ('episode', 'request')), -- 'request': the family never agreed to an assessment
  anchor text not null check (anchor in ('closure', 'youngest-birth', 'last-contact')),
  months int not null check (months between 1 and 1200),
  basis text not null check (basis <> '' and length(basis) <= 2000),
  approved_by text not null check (approved_by <> '' and length(approved_by) <= 200),
  starts_on date not null,
  version int not null default 1,
  unique (record_class, anchor, starts_on)
);
insert into casework.retention_rule (id, record_class, anchor, months, basis, approved_by, starts_on) values
  ('018f0567-0000-7000-8000-000000000001', 'episode', 'closure', 72, 'Six years after closing: a claim can still be made', 'Proposed to the partnership, which decides', '2010-01-01'),
  ('018f0567-0000-7000-8000-000000000002', 'episode', 'youngest-birth', 252, 'Until the youngest child is 21: 18 years and three more', 'Proposed to the partnership, which decides', '2010-01-01'),
  ('018f0567-0000-7000-8000-000000000003', 'episode', 'last-contact', 36, 'Three years after the last contact with the family', 'Proposed to the partnership, which decides', '2010-01-01'),
  ('018f0567-0000-7000-8000-000000000004', 'request', 'closure', 12, 'Nobody agreed to anything: one year, so that a second request is understood', 'Proposed to the partnership, which decides', '2010-01-01');

-- A hold beats every rule until it is lifted.
create table casework.legal_hold (
  id uuid primary key,
  episode uuid not null references casework.episode,
  because text not null check (because <> '' and length(because) <= 2000),
  placed_by uuid not null references governance.person,
  placed_at timestamptz not null,
  lifted_by uuid references governance.person,
  lifted_at timestamptz check (lifted_at >= placed_at),
  lifted_because text not null default '' check (length(lifted_because) <= 2000),
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_because = ''))
);
create unique index one_hold on casework.legal_hold (episode) where lifted_at is null;

-- What a person decided of a record that is due; destroying needs another person's approval.
create table casework.retention_review (
  id uuid primary key,
  episode uuid not null references casework.episode,
  due_on date not null,
  rule uuid not null references casework.retention_rule,
  verdict text not null check (verdict in ('destroy', 'keep')),
  keep_until date check (keep_until > due_on),
  because text not null check (because <> '' and length(because) <= 2000),
  reviewed_by uuid not null references governance.person,
  reviewed_at timestamptz not null,
  approved_by uuid references governance.person check (approved_by <> reviewed_by),
  approved_at timestamptz check (approved_at >= reviewed_at),
  ended_at timestamptz,                                                -- taken back, or followed by another
  check ((verdict = 'keep') = (keep_until is not null)),
  check ((approved_by is null) = (approved_at is null)),
  check (approved_by is null or verdict = 'destroy')
);
create unique index one_review on casework.retention_review (episode) where ended_at is null;

-- The certificate, and the list by which a backup that was brought back is cleared again: it stands outside the family's rows and names nobody.
create table casework.destruction (
  id uuid primary key,
  episode uuid not null unique,                                        -- refers to nothing: the record may be gone altogether
  record_class text not null,
  rule_words text not null,
  due_on date not null,
  counts jsonb not null,                                               -- records destroyed, by kind
  shell text not null check (shell in ('kept', 'removed')),            -- days and reasons for figures stay, or nothing does
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  reviewed_by uuid not null references governance.person,
  approved_by uuid not null references governance.person,
  destroyed_by uuid not null references governance.person,
  destroyed_at timestamptz not null,
  transaction xid8 not null default pg_current_xact_id(),
  reapplied_at timestamptz                                             -- last time that a backup had to be cleared of it
);
do $$
declare name text;
begin
  foreach name in array array['retention_rule', 'legal_hold', 'retention_review', 'destruction'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select on casework.%I to goldenthread_casework', name);
  end loop;
end $$;
create policy read on casework.retention_rule for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);
create policy read on casework.legal_hold for select to goldenthread_casework using ((select casework.may_approve_sharing()));
create policy read on casework.retention_review for select to goldenthread_casework using ((select casework.may_approve_sharing()));
create policy read on casework.destruction for select to goldenthread_casework using ((select casework.may_approve_sharing()) or (select casework.is_organiser()));

-- When a closed record is due, by the longest rule in force that day; no row while the family has an open one. Where no child's birthday is known the closing stands in,
-- which is the latest that it can be.
create function casework.retention_of(asked uuid, today date) returns table (rule uuid, record_class text, due_on date) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with record as (select e.*, case when e.agreed_on is null then 'request' else 'episode' end as class from casework.episode e
    where e.id = asked and e.closed_on is not null and not exists (select from casework.episode o where o.family = e.family and o.closed_on is null)),
  anchors as (select record.class, a.kind, a.day from record cross join lateral (values
      ('closure', record.closed_on),
      ('youngest-birth', coalesce((select max(coalesce(p.born_on, p.due_on, (make_date(p.born_year, coalesce(p.born_month, 12), 1) + interval '1 month - 1 day')::date)) from casework.person p where p.family = record.family and p.part = 'child'), record.closed_on)),
      ('last-contact', (select max(o.closed_on) from casework.episode o where o.family = record.family))) a (kind, day))
  select r.id, r.record_class, (a.day + make_interval(months => r.months))::date from anchors a
    join casework.retention_rule r on r.record_class = a.class and r.anchor = a.kind and r.starts_on <= today
    where not exists (select from casework.retention_rule l where l.record_class = r.record_class and l.anchor = r.anchor and l.starts_on <= today and l.starts_on > r.starts_on)
    order by 3 desc, 1 limit 1
$$;
-- What is due, or will be within three months, by reference and days alone: everything for whoever owns information governance, their locality for a co-ordinator.
create function casework.retention_queue(today date) returns table (episode uuid, reference text, area uuid, record_class text, closed_on date, due_on date, rule uuid, is_held boolean, held_because text,
    review uuid, verdict text, keep_until date, because text, reviewed_by uuid, reviewed_at timestamptz, approved_by uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  all_of constant boolean := casework.may_approve_sharing();
  areas constant uuid[] := casework.my_localities();
begin
  return query
    select e.id, e.reference, e.area, d.record_class, e.closed_on, d.due_on, d.rule, h.id is not null, coalesce(h.because, ''),
      r.id, r.verdict, r.keep_until, coalesce(r.because, ''), r.reviewed_by, r.reviewed_at, r.approved_by
    from casework.episode e cross join lateral casework.retention_of(e.id, today) d
    left join casework.legal_hold h on h.episode = e.id and h.lifted_at is null
    left join casework.retention_review r on r.episode = e.id and r.ended_at is null
    where e.closed_on is not null and (all_of or (e.area = any (areas) and not e.is_shielded)) and (d.due_on <= today + 90 or h.id is not null)
      and not exists (select from casework.destruction x where x.episode = e.id) order by d.due_on, e.reference;
end $$;

create function casework.demand_governance() returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not casework.may_approve_sharing() then raise exception 'for whoever owns information governance' using errcode = 'insufficient_privilege'; end if;
  return governance.my_person();
end $$;
-- Each hands back what was made, or why nothing was.
create function casework.hold_record(asked uuid, words text) returns table (id uuid, problem text) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := casework.demand_governance(); made constant uuid := gen_random_uuid();
begin
  perform from casework.episode e where e.id = asked for update;
  if not found or exists (select from casework.destruction d where d.episode = asked) then return query select null::uuid, 'no-record'; return; end if;
  if exists (select from casework.legal_hold h where h.episode = asked and h.lifted_at is null) then return query select null::uuid, 'held-already'; return; end if;
  insert into casework.legal_hold (id, episode, because, placed_by, placed_at) values (made, asked, words, me, platform.now());
  return query select made, null::text;
end $$;
create function casework.lift_hold(asked uuid, words text) returns table (id uuid, problem text) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := casework.demand_governance();
begin
  return query update casework.legal_hold h set lifted_by = me, lifted_at = platform.now(), lifted_because = words where h.episode = asked and h.lifted_at is null returning h.id, null::text;
  if not found then return query select null::uuid, 'not-held'; end if;
end $$;
create function casework.review_record(asked uuid, said text, until date, words text, today date) returns table (id uuid, problem text) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := casework.demand_governance(); made constant uuid := gen_random_uuid(); due record;
begin
  perform from casework.episode e where e.id = asked for update;
  select * into due from casework.retention_of(asked, today);
  if due is null or due.due_on > today or exists (select from casework.destruction d where d.episode = asked) then return query select null::uuid, 'not-due'; return; end if;
  if exists (select from casework.legal_hold h where h.episode = asked and h.lifted_at is null) then return query select null::uuid, 'held'; return; end if;
  if said = 'keep' and (until is null or until <= today) then return query select null::uuid, 'keep-until'; return; end if;
  update casework.retention_review r set ended_at = platform.now() where r.episode = asked and r.ended_at is null;
  insert into casework.retention_review (id, episode, due_on, rule, verdict, keep_until, because, reviewed_by, reviewed_at)
    values (made, asked, due.due_on, due.rule, said, case when said = 'keep' then until end, words, me, platform.now());
  return query select made, null::text;
end $$;
-- Approved by another than who reviewed it: who owns information governance too, or a co-ordinator of the locality, who knows whether it is still needed.
create function casework.approve_destruction(asked uuid) returns table (id uuid, problem text) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); one record;
begin
  select r.*, e.area, e.is_shielded into one from casework.retention_review r join casework.episode e on e.id = r.episode where r.id = asked for update of r;
  if one is null or not (casework.may_approve_sharing() or (one.area = any (casework.my_localities()) and not one.is_shielded)) then
    raise exception 'not for this person' using errcode = 'insufficient_privilege';
  end if;
  if one.verdict <> 'destroy' or one.approved_at is not null or one.ended_at is not null then return query select null::uuid, 'nothing-to-approve'; return; end if;
  if one.reviewed_by = me then return query select null::uuid, 'own-review'; return; end if;
  update casework.retention_review r set approved_by = me, approved_at = platform.now() where r.id = asked;
  return query select asked, null::text;
end $$;
revoke all on function casework.retention_of(uuid, date), casework.retention_queue(date), casework.demand_governance(), casework.hold_record(uuid, text), casework.lift_hold(uuid, text),
  casework.review_record(uuid, text, date, text, date), casework.approve_destruction(uuid) from public;
grant execute on function casework.retention_queue(date), casework.hold_record(uuid, text), casework.lift_hold(uuid, text), casework.review_record(uuid, text, date, text, date),
  casework.approve_destruction(uuid) to goldenthread_casework;
