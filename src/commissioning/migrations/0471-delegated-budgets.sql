-- Delegated commissioning (requirement C14; handbook of commissioning 1.3, 3.10, 7): a sum that others spend under rules, divided by weights to the penny; what they
-- bought, and what they gave back.
create table commissioning.delegated_budget (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  lead uuid not null references governance.organisation,   -- who hands it over
  title text not null check (title <> ''),
  purpose text not null check (purpose <> ''),
  pence bigint not null check (pence > 0),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),       -- first day on which nothing can be bought from it any more
  fund uuid references commissioning.fund,                 -- the fund that it is taken from
  decision uuid references meetings.decision,              -- by which it is handed over
  handed_on date,                                          -- null: it is being divided
  version int not null default 1,
  unique (id, body, sight),
  constraint delegated_by_decision check (handed_on is null or decision is not null)
);
create index on commissioning.delegated_budget (body);
create index on commissioning.delegated_budget (fund) where fund is not null;
create table commissioning.budget_holder (
  id uuid primary key,
  budget uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  kind text not null check (kind in ('locality', 'cluster', 'professional')),
  name text not null check (name <> ''),                   -- of a professional the post, as it is shown
  person uuid references governance.person,                -- who spends it
  delegation uuid references governance.delegation,        -- or whoever holds this delegation
  area uuid references governance.area,
  pence bigint check (pence >= 0),                         -- its share; null: not divided yet
  unique (budget, position),
  unique (id, budget),
  check (num_nonnulls(person, delegation) >= 1),
  foreign key (budget, body, sight) references commissioning.delegated_budget (id, body, sight) on update cascade
);
create index on commissioning.budget_holder (person) where person is not null;
create index on commissioning.budget_holder (delegation) where delegation is not null;
-- By what it is divided: how much a factor weighs, and how much of it each holder has, by which edition of which source.
create table commissioning.budget_factor (
  id uuid primary key,
  budget uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  name text not null check (name <> ''),
  weight int not null check (weight between 1 and 1000),
  source text not null check (source <> ''),
  dated_on date not null,
  unique (budget, position),
  unique (id, budget),
  foreign key (budget, body, sight) references commissioning.delegated_budget (id, body, sight) on update cascade
);
create table commissioning.budget_factor_value (
  factor uuid not null,
  holder uuid not null,
  budget uuid not null,
  body uuid not null,
  sight text not null,
  value bigint not null check (value between 0 and 1000000000000),
  primary key (factor, holder),
  foreign key (factor, budget) references commissioning.budget_factor (id, budget),
  foreign key (holder, budget) references commissioning.budget_holder (id, budget),
  foreign key (budget, body, sight) references commissioning.delegated_budget (id, body, sight) on update cascade
);
-- What may be bought, by whom, from when to when, up to how much at once, on whose authority.
create table commissioning.budget_rule (
  id uuid primary key,
  budget uuid not null,
  body uuid not null,
  sight text not null,
  holder uuid,                                             -- null: for every holder
  text text not null check (text <> ''),
  service uuid references commissioning.service,           -- the service that such purchases count to
  limit_pence bigint check (limit_pence > 0),              -- of one purchase; null: only by what is left
  authority text not null check (authority <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),                -- first day on which it no longer holds
  unique (id, budget),
  foreign key (holder, budget) references commissioning.budget_holder (id, budget),
  foreign key (budget, body, sight) references commissioning.delegated_budget (id, body, sight) on update cascade
);
create index on commissioning.budget_rule (service) where service is not null;
-- What was bought, taken back, or given back. Nothing of it is changed: a mistake is undone by an entry of its own.
create table commissioning.budget_entry (
  id uuid primary key,
  budget uuid not null,
  body uuid not null,
  sight text not null,
  holder uuid not null,
  kind text not null check (kind in ('purchase', 'undone', 'returned')),
  rule uuid,
  happened_on date not null,
  pence bigint not null check (pence > 0),
  what text not null check (what <> ''),
  provider uuid references commissioning.provider,
  undoes uuid references commissioning.budget_entry,
  entered_by uuid not null default platform.actor(),
  constraint entry_undone_once unique (undoes),
  check ((kind = 'purchase') = (rule is not null)),
  check ((kind = 'undone') = (undoes is not null)),
  foreign key (holder, budget) references commissioning.budget_holder (id, budget),
  foreign key (rule, budget) references commissioning.budget_rule (id, budget),
  foreign key (budget, body, sight) references commissioning.delegated_budget (id, body, sight) on update cascade
);
create index on commissioning.budget_entry (holder);

-- The shares as the weights give them: each factor is worth its weight, each holder its part of each factor; one split by largest remainder of exact whole numbers,
-- ties to whoever is listed first. Nothing where a value is missing, or a factor comes to nothing.
create function commissioning.delegated_shares(asked uuid) returns table (holder uuid, pence bigint) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare whole numeric := 1; sum_weight numeric; money numeric; f record;
begin
  if exists (select from commissioning.budget_factor a, commissioning.budget_holder h where a.budget = asked and h.budget = asked
      and not exists (select from commissioning.budget_factor_value v where v.factor = a.id and v.holder = h.id)) then return; end if;
  for f in select sum(v.value)::numeric as total from commissioning.budget_factor a join commissioning.budget_factor_value v on v.factor = a.id where a.budget = asked group by a.id loop
    if f.total = 0 then return; end if;
    whole := whole * f.total;
  end loop;
  select b.pence into money from commissioning.delegated_budget b where b.id = asked;
  select sum(a.weight) * whole into sum_weight from commissioning.budget_factor a where a.budget = asked;
  if sum_weight is null then return; end if;
  return query
    with totals as (
      select a.id, a.weight, sum(v.value)::numeric as total from commissioning.budget_factor a join commissioning.budget_factor_value v on v.factor = a.id where a.budget = asked group by a.id
    ), weighed as (
      select h.id, h.position, sum(t.weight * v.value * div(whole, t.total)) * money as exact
      from commissioning.budget_holder h join commissioning.budget_factor_value v on v.holder = h.id join totals t on t.id = v.factor where h.budget = asked group by h.id
    ), cut as (
      select w.id, div(w.exact, sum_weight) as floor, row_number() over (order by mod(w.exact, sum_weight) desc, w.position) as turn, sum(div(w.exact, sum_weight)) over () as given from weighed w
    ) select c.id, (c.floor + case when c.turn <= money - c.given then 1 else 0 end)::bigint from cut c;
end $$;

-- Handed over whole, by a decision of the board, as its weights give it; what it was divided by stands from then on.
create function commissioning.keep_delegated() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.handed_on is not null then raise exception 'it is divided first' using errcode = 'check_violation', constraint = 'delegated_divided'; end if;
    return new;
  end if;
  if old.handed_on is not null and (new.pence, new.starts_on, new.ends_on, new.decision, new.handed_on, new.fund) is distinct from (old.pence, old.starts_on, old.ends_on, old.decision, old.handed_on, old.fund) then
    raise exception 'it is handed over' using errcode = 'check_violation', constraint = 'delegated_stands';
  end if;
  if new.decision is not null and not commissioning.is_decision_of(new.decision, new.body) then
    raise exception 'no decision of that board' using errcode = 'check_violation', constraint = 'delegated_own_decision';
  end if;
  if new.fund is not null and not exists (select from commissioning.fund f where f.id = new.fund and f.body = new.body) then
    raise exception 'no fund of that board' using errcode = 'check_violation', constraint = 'delegated_own_fund';
  end if;
  if new.handed_on is not null and old.handed_on is null and (
      (select sum(h.pence) from commissioning.budget_holder h where h.budget = new.id) is distinct from new.pence::numeric
      or exists (select from commissioning.budget_holder h where h.budget = new.id and not exists (select from commissioning.delegated_shares(new.id) s where s.holder = h.id and s.pence = h.pence))) then
    raise exception 'its shares are not as the weights give them' using errcode = 'check_violation', constraint = 'delegated_to_the_penny';
  end if;
  return new;
end $$;
create trigger delegated_steps before insert or update on commissioning.delegated_budget for each row execute function commissioning.keep_delegated();
create function commissioning.keep_divided() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - array['sight', 'person', 'delegation'] = to_jsonb(old) - array['sight', 'person', 'delegation'] then return new; end if;
  if exists (select from commissioning.delegated_budget b where b.id = new.budget and b.handed_on is not null) then
    raise exception 'it is handed over' using errcode = 'check_violation', constraint = 'delegated_stands';
  end if;
  return new;
end $$;
create trigger divided_stands before insert or update on commissioning.budget_holder for each row execute function commissioning.keep_divided();
create trigger divided_stands before insert or update on commissioning.budget_factor for each row execute function commissioning.keep_divided();
create trigger divided_stands before insert or update on commissioning.budget_factor_value for each row execute function commissioning.keep_divided();
create function commissioning.keep_budget_rule() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - array['sight', 'ends_on'] is distinct from to_jsonb(old) - array['sight', 'ends_on']
     or exists (select from commissioning.budget_entry e where e.rule = new.id and e.happened_on >= new.ends_on) then
    raise exception 'a rule stands, and is ended no earlier than what was bought by it' using errcode = 'check_violation', constraint = 'budget_rule_stands';
  end if;
  return new;
end $$;
create trigger budget_rule_stands before update on commissioning.budget_rule for each row execute function commissioning.keep_budget_rule();
-- Bought within the rules and within what is left; the lock makes two who buy at once wait for each other.
create function commissioning.keep_budget_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare b commissioning.delegated_budget; r commissioning.budget_rule; share bigint; used numeric; undone commissioning.budget_entry;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then raise exception 'an entry stays' using errcode = 'check_violation', constraint = 'budget_entry_stands'; end if;
    return new;
  end if;
  select * into b from commissioning.delegated_budget where id = new.budget for update;
  select h.pence into share from commissioning.budget_holder h where h.id = new.holder;
  if b.handed_on is null or share is null then raise exception 'it is not handed over' using errcode = 'check_violation', constraint = 'budget_not_handed'; end if;
  if new.kind = 'undone' then
    select * into undone from commissioning.budget_entry where id = new.undoes;
    if undone.kind = 'undone' or (undone.holder, undone.pence) is distinct from (new.holder, new.pence) or new.happened_on < undone.happened_on then
      raise exception 'it undoes what it does not match' using errcode = 'check_violation', constraint = 'budget_undoes_whole';
    end if;
    return new;
  end if;
  if new.kind = 'purchase' then
    select * into r from commissioning.budget_rule where id = new.rule;
    if new.happened_on < b.starts_on or new.happened_on >= b.ends_on then raise exception 'outside its time' using errcode = 'check_violation', constraint = 'budget_in_its_time'; end if;
    if r.holder is distinct from new.holder and r.holder is not null or new.happened_on < r.starts_on or new.happened_on >= r.ends_on then
      raise exception 'that rule does not hold there' using errcode = 'check_violation', constraint = 'budget_by_rule';
    end if;
    if new.pence > r.limit_pence then raise exception 'above the limit of its rule' using errcode = 'check_violation', constraint = 'budget_within_limit'; end if;
  end if;
  select coalesce(sum(case when e.kind = 'undone' then -e.pence else e.pence end), 0) into used from commissioning.budget_entry e where e.holder = new.holder;
  if used + new.pence > share then raise exception 'more than is left' using errcode = 'check_violation', constraint = 'budget_within_share'; end if;
  return new;
end $$;
create trigger budget_entry_holds before insert or update on commissioning.budget_entry for each row execute function commissioning.keep_budget_entry();

-- The person behind whoever asks.
create function commissioning.my_person() returns uuid language sql stable as $$ select governance.my_person() $$;
-- The budgets of which one holds a share today, by name or by a delegation.
create function commissioning.my_held_shares() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(h.id), '{}') from commissioning.budget_holder h
    where h.sight <> 'draft' and (h.person = me or governance.holds_delegation(h.delegation, me, platform.today())));
end $$;
create function commissioning.my_held_budgets() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct h.budget), '{}') from commissioning.budget_holder h where h.id = any (commissioning.my_held_shares()) $$;
-- What was spent by rule and given back, in sums: for whoever may see the budget; single purchases are for the board and for holders.
create function commissioning.delegated_sums(asked uuid) returns table (holder uuid, rule uuid, pence bigint) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.holder, coalesce(e.rule, u.rule), sum(case when e.kind = 'undone' then -e.pence else e.pence end)::bigint
  from commissioning.budget_entry e left join commissioning.budget_entry u on u.id = e.undoes join commissioning.delegated_budget b on b.id = e.budget
  where e.budget = asked and (commissioning.is_system() or b.sight = 'public' or (b.sight = 'members' and b.body = any (governance.my_full_sight_bodies())) or b.body = any (governance.my_clerk_bodies())
    or b.body = any (governance.my_chair_bodies()) or b.lead = any (commissioning.my_organisations('commissioner')) or b.id = any (commissioning.my_held_budgets()))
  group by e.holder, coalesce(e.rule, u.rule) $$;

revoke all on function commissioning.delegated_shares(uuid), commissioning.keep_delegated(), commissioning.keep_divided(), commissioning.keep_budget_rule(), commissioning.keep_budget_entry(),
  commissioning.my_held_shares(), commissioning.my_held_budgets(), commissioning.delegated_sums(uuid) from public;
grant execute on function commissioning.my_held_shares(), commissioning.my_held_budgets(), commissioning.delegated_sums(uuid) to goldenthread_app;

do $$
declare
  name text;
  board constant text := '(sight <> ''draft'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) or body = any ((select governance.my_chair_bodies())::uuid[])';
  held constant text := 'budget = any ((select commissioning.my_held_budgets())::uuid[])';
  kept constant text := '(body = any ((select governance.my_clerk_bodies())::uuid[]) or exists (select from commissioning.delegated_budget p where p.id = budget '
    || 'and p.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])))';
begin
  call commissioning.protect_record('delegated_budget');
  create policy hold on commissioning.delegated_budget for select to goldenthread_app using (id = any ((select commissioning.my_held_budgets())::uuid[]));
  foreach name in array array['budget_holder', 'budget_factor', 'budget_factor_value', 'budget_rule', 'budget_entry'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert, update on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    -- Single purchases could tell for whom something was bought: they are for the board, for those who keep the budget, and for its holders.
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s %s or %s)', name, board, case when name = 'budget_entry' then '' else 'or sight = ''public''' end, held);
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s) with check (%s)', name, kept, kept);
  end loop;
  create policy spend on commissioning.budget_entry for insert to goldenthread_app with check (holder = any ((select commissioning.my_held_shares())::uuid[]));
end $$;

-- Delegated budgets on the golden thread: taken from a fund, decided on by a decision, for the services that may be bought.
do $$ begin
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'delegated-budget'::text, d.id, d.title, d.body, d.starts_on, d.ends_on, case when d.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end from commissioning.delegated_budget d$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select distinct 'delegated-budget'::text, r.budget, 'delivers'::text, 'service'::text, r.service, null::date, null::date from commissioning.budget_rule r where r.service is not null
  union all
  select 'decision'::text, d.decision, 'decides-on'::text, 'delegated-budget'::text, d.id, null::date, null::date from commissioning.delegated_budget d where d.decision is not null$sql$;
end $$;
call thread.compose();
