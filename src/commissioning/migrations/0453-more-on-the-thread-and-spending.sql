-- Pathways, endings, frameworks and providers on the golden thread (requirements C1, C3, C11, C13, T1): a pathway and an ending lead to their services, a framework to what
-- goes through it, a provider to the contracts it delivers. A decision decides on an ending.
do $$ begin
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'pathway'::text, p.id, p.title, p.body, null::date, null::date, case when p.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end from commissioning.pathway p
  union all
  select 'ending'::text, d.id, d.title, d.body, null::date, d.ends_on, case when d.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end from commissioning.decommissioning d
  union all
  select 'framework'::text, f.id, f.title, f.body, null::date, null::date, case when f.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end from commissioning.framework f
  union all
  select 'provider'::text, p.id, o.name, p.body, null::date, o.ends_on, '{}'::text[] from commissioning.provider p join governance.organisation o on o.id = p.id$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select distinct 'pathway'::text, s.pathway, 'delivers'::text, 'service'::text, s.service, null::date, null::date from commissioning.pathway_step s where s.service is not null
  union all
  select 'ending'::text, d.id, 'ends'::text, 'service'::text, d.service, null::date, null::date from commissioning.decommissioning d
  union all
  select 'decision'::text, d.decision, 'decides-on'::text, 'ending'::text, d.id, null::date, null::date from commissioning.decommissioning d where d.decision is not null
  union all
  select distinct 'framework'::text, c.framework, 'guides'::text, case when c.service is null then 'strategy'::text else 'service'::text end, coalesce(c.service, c.strategy), null::date, null::date
    from commissioning.framework_case c where coalesce(c.service, c.strategy) is not null
  union all
  select distinct 'provider'::text, p.provider, 'delivers'::text, 'contract'::text, p.contract, min(p.starts_on), case when bool_or(p.ends_on is null) then null else max(p.ends_on) end
    from commissioning.contract_provider p group by p.provider, p.contract$sql$;
end $$;
call thread.compose();

-- Spending as public bodies publish it (requirement C15): from which sum a payment is published, by whom it is paid, from when to when.
create table commissioning.spending_rule (
  id uuid primary key default gen_random_uuid(),
  sector text not null,                                    -- of the organisation that holds the money; 'any': every other
  above bigint check (above >= 0),                         -- payments above so many pence, without VAT that is recovered
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint spending_rule_once exclude using gist (sector with =, daterange(starts_on, ends_on) with &&)
);
insert into commissioning.spending_rule (id, sector, above, source, starts_on) values
  (md5('spending council')::uuid, 'council', 50000, 'Local Government Transparency Code 2015, expenditure exceeding 500 pounds (believed, to be checked)', '2015-04-01'),
  (md5('spending district')::uuid, 'district', 50000, 'Local Government Transparency Code 2015, expenditure exceeding 500 pounds (believed, to be checked)', '2015-04-01'),
  (md5('spending health')::uuid, 'health', 2500000, 'HM Treasury guidance on spend over 25,000 pounds, 2010, as NHS bodies follow it (believed, to be checked)', '2010-11-01'),
  (md5('spending any')::uuid, 'any', 50000, 'As the partnership publishes for bodies without a rule of their own', '2010-11-01');

-- Whether a payee is a body and no person: by the words of its name, or because a provider of that name is recorded. What cannot be told is a person.
create function commissioning.is_body(supplier text) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select supplier !~* '\m(mr|mrs|ms|miss|mx|foster|carer of|parents? of|family of)\M'
    and (supplier ~* '\m(ltd|limited|llp|plc|cic|cio|council|nhs|trust|trustees|school|academy|college|university|charity|foundation|association|society|federation|partnership|church|hospital|surgery|police|board|ministry|department|agency|authority|club|clubs|centre|company)\M'
      or exists (select from commissioning.provider p join governance.organisation o on o.id = p.id where lower(o.name) = lower(btrim(supplier))))
$$;
-- Payments that are published: of funds that are for everybody, of lines that are placed, above what the rule of their day says. Names of people, and whatever could tell who
-- a child is, are left out; references and descriptions are not in it at all.
create function commissioning.open_spending(of_body uuid)
  returns table (id uuid, host uuid, fund text, line text, on_day date, supplier text, is_redacted boolean, pence bigint) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with shown as (
    select e.id, f.host, f.title as fund, l.title as line, e.on_day, e.supplier, e.pence,
      commissioning.is_body(e.supplier) and not commissioning.might_identify(concat_ws(' ', e.supplier, l.title), null) as is_shown,
      commissioning.might_identify(l.title, null) as is_line_held
    from commissioning.entry e
    join commissioning.fund f on f.id = e.fund
    join commissioning.budget_line l on l.id = e.line
    join governance.organisation o on o.id = f.host
    join lateral (select r.above from commissioning.spending_rule r where r.sector in (o.sector, 'any') and r.starts_on <= e.on_day and (r.ends_on is null or e.on_day < r.ends_on)
      order by r.sector = 'any' limit 1) rule on true
    where f.body = of_body and f.sight = 'public' and l.sight = 'public' and e.kind = 'actual' and e.pence > rule.above)
  select s.id, s.host, s.fund, case when s.is_line_held then 'Not published: it could tell who a child is' else s.line end, s.on_day,
    case when s.is_shown then s.supplier else 'Not published: personal data' end, not s.is_shown, s.pence from shown s
$$;
revoke all on function commissioning.is_body(text), commissioning.open_spending(uuid) from public;
grant execute on function commissioning.is_body(text), commissioning.open_spending(uuid) to goldenthread_app;
select platform.protect('commissioning.spending_rule');
grant select, insert, update on commissioning.spending_rule to goldenthread_app;
create policy system on commissioning.spending_rule to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()));
create policy read on commissioning.spending_rule for select to goldenthread_app using (true);
create policy administer on commissioning.spending_rule to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
