-- Savings that are counted once, and posts that partners pay together (requirements C5, C7; handbook of commissioning 1.3, 3.1, 3.8).
-- What is to be saved on one line in one year by one measure: planned month by month, foreseen, and delivered with evidence are three numbers that are never mixed.
create table commissioning.saving (
  id uuid primary key,
  fund uuid not null,
  year int not null,
  body uuid not null,
  sight text not null,
  line uuid not null,
  measure text not null check (measure <> ''),             -- what is done
  why text not null check (why <> ''),                     -- what becomes better or cheaper by it
  owner uuid references governance.person,                 -- null: nobody is named yet
  recurrent boolean not null,                              -- false: saved in this year only
  profile bigint[] not null check (cardinality(profile) = 12 and 0 <= all (profile)),
  forecast bigint check (forecast >= 0),                   -- null: not known
  evidence_due date not null,
  version int not null default 1,
  unique (id, fund),
  foreign key (fund, year) references commissioning.fund_year (fund, year),
  foreign key (line, fund) references commissioning.budget_line (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);
create unique index saving_once on commissioning.saving (line, year, lower(measure));
create index on commissioning.saving (fund, year);
create index on commissioning.saving (owner) where owner is not null;
-- By which weights partners share a saving; without such rows it stays with the fund.
create table commissioning.saving_part (
  saving uuid not null,
  place int not null check (place > 0),
  partner uuid not null references governance.organisation,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  share int not null check (share between 0 and 10000),    -- in hundredths of a percent
  primary key (saving, place),
  unique (saving, partner),
  foreign key (saving, fund) references commissioning.saving (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);
create index on commissioning.saving_part (fund);
-- What was delivered in a month, with its evidence: never changed, taken back by a row with the opposite sign.
create table commissioning.saving_claim (
  id uuid primary key,
  saving uuid not null,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  period int not null check (period between 1 and 12),
  pence bigint not null check (pence <> 0),
  evidence text not null check (evidence <> ''),
  on_day date not null,
  claimed_by uuid not null,
  reverses uuid references commissioning.saving_claim,
  foreign key (saving, fund) references commissioning.saving (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  check ((reverses is null) = (pence > 0))
);
create index on commissioning.saving_claim (saving);
create unique index saving_claim_taken_back_once on commissioning.saving_claim (reverses) where reverses is not null;

-- A post that partners pay together, or somebody whom one lends to another: the post, never the person.
create table commissioning.joint_post (
  id uuid primary key,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  kind text not null check (kind in ('joint', 'secondment')),
  title text not null check (title <> ''),
  host uuid not null references governance.organisation,   -- who employs, or for whom it works while it is lent
  lent_by uuid references governance.organisation,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),                -- first day without it; null: no end is agreed
  version int not null default 1,
  unique (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  check ((kind = 'secondment') = (lent_by is not null)),
  check (lent_by is distinct from host)
);
create index on commissioning.joint_post (fund);
create table commissioning.joint_post_part (
  post uuid not null,
  place int not null check (place > 0),
  partner uuid not null references governance.organisation,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  share int not null check (share between 1 and 10000),
  primary key (post, place),
  unique (post, partner),
  foreign key (post, fund) references commissioning.joint_post (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);
create index on commissioning.joint_post_part (fund);
-- What it costs in a year, and from which line of that year.
create table commissioning.joint_post_cost (
  post uuid not null,
  year int not null,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  line uuid not null,
  pence bigint not null check (pence > 0),
  version int not null default 1,
  primary key (post, year),
  foreign key (post, fund) references commissioning.joint_post (id, fund),
  foreign key (line, fund) references commissioning.budget_line (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);
create index on commissioning.joint_post_cost (fund);

grant select, insert on commissioning.saving, commissioning.saving_part, commissioning.saving_claim, commissioning.joint_post, commissioning.joint_post_part,
  commissioning.joint_post_cost to goldenthread_app;
grant update (forecast, owner, evidence_due, version) on commissioning.saving to goldenthread_app;
grant update (ends_on, version) on commissioning.joint_post to goldenthread_app;
grant update (line, pence, version) on commissioning.joint_post_cost to goldenthread_app;
do $$
declare
  name text;
  seen constant text := '(sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) or body = any ((select governance.my_clerk_bodies())::uuid[]) or fund = any ((select commissioning.my_funds())::uuid[]))';
  kept constant text := '(body = any ((select governance.my_clerk_bodies())::uuid[]) or fund = any ((select commissioning.my_funds())::uuid[]))';
begin
  foreach name in array array['saving', 'saving_part', 'saving_claim', 'joint_post', 'joint_post_part', 'joint_post_cost'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s)', name, seen);
    execute format('create policy no_provider on commissioning.%I as restrictive for select to goldenthread_app using (sight = ''public'' or not (select commissioning.is_provider()))', name);
    execute format('create policy add on commissioning.%I for insert to goldenthread_app with check (%s)', name, kept);
  end loop;
  foreach name in array array['saving', 'joint_post', 'joint_post_cost'] loop
    execute format('create policy change on commissioning.%I for update to goldenthread_app using (%s) with check (%s)', name, kept, kept);
  end loop;
end $$;

-- Claims on a line never exceed by how much it came down, so that no pound is counted twice; also where the line gets money back later.
create function commissioning.prove_claims(of_line uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare claimed numeric; was bigint;
begin
  select coalesce(sum(c.pence), 0) into claimed from commissioning.saving_claim c join commissioning.saving s on s.id = c.saving where s.line = of_line;
  if claimed = 0 then return; end if;
  select l.before into was from commissioning.budget_line l where l.id = of_line;
  if was is null or claimed > was - commissioning.revised(of_line) then
    raise exception 'more is claimed than the line came down' using errcode = 'check_violation', constraint = 'saving_counted_once';
  end if;
end $$;
create function commissioning.prove_claims_touched() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'saving_claim' then
    perform commissioning.prove_claims((select s.line from commissioning.saving s where s.id = new.saving));
    if exists (select from commissioning.saving_claim c where c.saving = new.saving and c.period = new.period and c.reverses is null
        and not exists (select from commissioning.saving_claim r where r.reverses = c.id) having count(*) > 1) then
      raise exception 'a month is claimed once' using errcode = 'check_violation', constraint = 'saving_claim_pkey';
    end if;
    if new.reverses is not null and not exists (select from commissioning.saving_claim c where c.id = new.reverses and c.reverses is null and (c.saving, c.period, -c.pence) = (new.saving, new.period, new.pence)) then
      raise exception 'a claim is taken back as it was made' using errcode = 'check_violation', constraint = 'saving_claim_taken_back';
    end if;
  elsif tg_table_name = 'virement' then perform commissioning.prove_claims(new.to_line);
  elsif tg_table_name = 'gift_variation' then perform commissioning.prove_claims(new.line);
  else perform commissioning.prove_claims(new.id); end if;
  return null;
end $$;
create constraint trigger saving_counted_once after insert on commissioning.saving_claim deferrable initially deferred for each row execute function commissioning.prove_claims_touched();
create constraint trigger saving_counted_once after insert on commissioning.virement deferrable initially deferred for each row execute function commissioning.prove_claims_touched();
create constraint trigger saving_counted_once after insert on commissioning.gift_variation deferrable initially deferred for each row execute function commissioning.prove_claims_touched();
create constraint trigger saving_counted_once after update on commissioning.budget_line deferrable initially deferred for each row execute function commissioning.prove_claims_touched();
-- Two claims on one line at once wait for each other; nothing is claimed on a line of another year.
create function commissioning.keep_saving() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'saving_claim' then
    perform from commissioning.budget_line l where l.id = (select s.line from commissioning.saving s where s.id = new.saving) for update;
  elsif not exists (select from commissioning.budget_line l where l.id = new.line and l.year = new.year) then
    raise exception 'a line of another year' using errcode = 'check_violation', constraint = 'saving_own_year';
  end if;
  return new;
end $$;
create trigger saving_steps before insert on commissioning.saving for each row execute function commissioning.keep_saving();
create trigger saving_claim_steps before insert on commissioning.saving_claim for each row execute function commissioning.keep_saving();
create trigger joint_post_cost_steps before insert or update on commissioning.joint_post_cost for each row execute function commissioning.keep_saving();
-- The shares of partners add up to the whole: of a post always, of a saving where it is shared.
create function commissioning.prove_parts() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare whole numeric;
begin
  case tg_table_name
    when 'saving_part' then select sum(p.share) into whole from commissioning.saving_part p where p.saving = new.saving;
    when 'joint_post_part' then select sum(p.share) into whole from commissioning.joint_post_part p where p.post = new.post;
    else select coalesce(sum(p.share), 0) into whole from commissioning.joint_post_part p where p.post = new.id;
  end case;
  if whole <> 10000 then
    raise exception 'shares add up to 100 percent' using errcode = 'check_violation', constraint = 'parts_add_up';
  end if;
  return null;
end $$;
create constraint trigger parts_add_up after insert on commissioning.saving_part deferrable initially deferred for each row execute function commissioning.prove_parts();
create constraint trigger parts_add_up after insert on commissioning.joint_post_part deferrable initially deferred for each row execute function commissioning.prove_parts();
create constraint trigger parts_add_up after insert on commissioning.joint_post deferrable initially deferred for each row execute function commissioning.prove_parts();
revoke all on function commissioning.prove_claims(uuid), commissioning.prove_claims_touched(), commissioning.keep_saving(), commissioning.prove_parts() from public;
