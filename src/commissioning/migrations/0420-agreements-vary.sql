-- What becomes of an agreement after it is signed (requirement C4; handbook of commissioning 1.2, 2): variations, what each party gives from when, the years of a
-- tapered grant with its claims, and the reports that its law asks for.

-- Parts of a record are read as far as the record is, and kept by the clerk and by whoever leads it; `led` is that condition on its row `p`.
create procedure commissioning.protect_part(name text, parent text, led text) language plpgsql as $$
declare
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  kept constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  mine constant text := format('exists (select from commissioning.%I p where p.id = %I and %s)', parent, parent, led);
begin
  perform platform.protect(format('commissioning.%I', name)::regclass);
  execute format('grant select, insert, update on commissioning.%I to goldenthread_app', name);
  execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s or %s)', name, seen, mine);
  execute format('create policy keep on commissioning.%I to goldenthread_app using (%s or %s) with check (%s or %s)', name, kept, mine, kept, mine);
end $$;
-- A record of its own, whose lead is an organisation: the same.
create procedure commissioning.protect_record(name text) language plpgsql as $$
declare
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  kept constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  led constant text := 'lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
begin
  perform platform.protect(format('commissioning.%I', name)::regclass);
  execute format('grant select, insert, update on commissioning.%I to goldenthread_app', name);
  execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s or %s)', name, seen, led);
  execute format('create policy keep on commissioning.%I to goldenthread_app using (%s or %s) with check (%s or %s)', name, kept, led, kept, led);
  execute format('create trigger %I before update on commissioning.%I for each row execute function commissioning.keep_board()', name || '_stays', name);
end $$;
revoke all on procedure commissioning.protect_part(text, text, text), commissioning.protect_record(text) from public;

-- What was changed, from which day, by which decision, and who signed it.
create table commissioning.variation (
  id uuid primary key,
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  number int not null check (number > 0),
  what text not null check (what <> ''),                   -- what changes
  starts_on date not null,                                 -- the day from which it holds
  changes_term boolean not null default false,
  ends_before date,                                        -- first day without effect before it; null: until it was ended
  ends_after date,                                         -- the same after it
  decision uuid references meetings.decision,              -- of the board that keeps the agreement
  decided_by text not null default '',                     -- the bodies that agreed it elsewhere, and where that is written
  signed_on date,
  signed_by text not null default '',                      -- the offices that signed
  unique (agreement, number),
  unique (id, agreement),
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade,
  constraint variation_rests_on_something check (decision is not null or decided_by <> ''),
  check ((signed_on is null) = (signed_by = '')),
  check (changes_term or (ends_before is null and ends_after is null)),
  check (not changes_term or ends_before is distinct from ends_after)
);
create index on commissioning.variation (decision) where decision is not null;
-- What a party gives in a year, from which day on: the latest that has begun holds. A later one rests on a variation.
create table commissioning.agreed_contribution (
  id uuid primary key,
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  organisation uuid not null references governance.organisation,
  pence bigint not null check (pence >= 0),                -- a year
  starts_on date not null,
  variation uuid,                                          -- null: as it was signed at first
  unique (agreement, organisation, starts_on),
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade,
  foreign key (variation, agreement) references commissioning.variation (id, agreement)
);
create index on commissioning.agreed_contribution (organisation);

-- A year of a grant, and the most that can be claimed in it.
create table commissioning.grant_year (
  id uuid primary key,
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),       -- first day of the next
  pence bigint not null check (pence >= 0),
  unique (id, agreement),
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade,
  constraint grant_year_once exclude using gist (agreement with =, daterange(starts_on, ends_on) with &&)
);
create table commissioning.grant_claim (
  id uuid primary key,
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  year uuid not null,
  claimed_on date not null,
  pence bigint not null check (pence > 0),
  evidence text not null check (evidence <> ''),           -- what shows that it was spent as agreed
  refused_on date check (refused_on >= claimed_on),
  paid_on date check (paid_on >= claimed_on),
  paid_pence bigint check (paid_pence > 0 and paid_pence <= pence),
  settled_because text not null default '',                -- why it was refused, or paid in part
  clawed_on date check (clawed_on >= paid_on),
  clawed_pence bigint check (clawed_pence > 0 and clawed_pence <= paid_pence),
  clawed_because text not null default '',
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade,
  foreign key (year, agreement) references commissioning.grant_year (id, agreement),
  check (refused_on is null or (paid_on is null and settled_because <> '')),
  check ((paid_on is null) = (paid_pence is null)),
  check ((clawed_on is null) = (clawed_pence is null)),
  check (clawed_on is null or (paid_on is not null and clawed_because <> ''))
);
create index on commissioning.grant_claim (year);

-- Reports that a law asks for while an agreement runs: dated rules, of which the days follow.
create table commissioning.report_rule (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  basis text not null references commissioning.legal_basis,
  name text not null check (name <> ''),
  asks text not null check (asks <> ''),
  every_months int not null check (every_months between 1 and 12),
  within_days int not null check (within_days between 0 and 366),  -- after the period has ended
  source text not null check (source <> ''),
  position int not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on)
);
insert into commissioning.report_rule (code, basis, name, asks, every_months, within_days, source, position, starts_on) values
  ('section-75-quarterly', 'section-75', 'Quarterly report', 'Income and expenditure of the fund, and what lets the partners watch how well it works', 3, 30,
   'SI 2000/617; it names no day, 30 days after the quarter are the partnership’s own', 1, '2000-04-01'),
  ('section-75-yearly', 'section-75', 'Yearly return', 'The year’s income and expenditure of the fund, and how well the arrangement worked', 12, 90,
   'SI 2000/617; it names no day, 90 days after the year are the partnership’s own', 2, '2000-04-01');
create table commissioning.agreement_report (
  id uuid primary key,
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  rule text not null references commissioning.report_rule,
  period_ends_on date not null,                            -- first day after the period
  made_on date not null,
  found text not null check (found <> ''),                 -- where it is to be found: the meeting, its paper
  unique (agreement, rule, period_ends_on),
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade,
  check (made_on >= period_ends_on)
);

do $$
declare
  name text;
  led constant text := '(p.host = any ((select commissioning.my_organisations(''commissioner''))::uuid[]) or p.manager = (select governance.my_person()))';
begin
  foreach name in array array['variation', 'agreed_contribution', 'grant_year', 'grant_claim', 'agreement_report'] loop
    call commissioning.protect_part(name, 'agreement', led);
  end loop;
end $$;
select platform.protect('commissioning.report_rule');
grant select, insert, update on commissioning.report_rule to goldenthread_app;
create policy system on commissioning.report_rule to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()));
create policy read on commissioning.report_rule for select to goldenthread_app using (true);
create policy administer on commissioning.report_rule to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));

-- A decision that is named is one of that board, and was not withdrawn.
create function commissioning.is_decision_of(decision uuid, board uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.decision d where d.id = $1 and d.of_body = $2 and not d.withdrawn)
$$;
revoke all on function commissioning.is_decision_of(uuid, uuid) from public;

-- What was varied stays as it was signed: nothing but a signature is added to a variation, and a contribution is followed by another.
create function commissioning.keep_variation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare term record;
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - array['sight', 'signed_on', 'signed_by']) is distinct from (to_jsonb(old) - array['sight', 'signed_on', 'signed_by'])
       or (old.signed_on is not null and (new.signed_on, new.signed_by) is distinct from (old.signed_on, old.signed_by)) then
      raise exception 'a variation stays as it was made' using errcode = 'check_violation', constraint = 'variation_stands';
    end if;
    return new;
  end if;
  select a.starts_on, a.ends_on into term from commissioning.agreement a where a.id = new.agreement for update;
  if new.starts_on < term.starts_on then
    raise exception 'a variation holds from the first day of the agreement at the earliest' using errcode = 'check_violation', constraint = 'variation_within_term';
  end if;
  if new.changes_term and (new.ends_before is distinct from term.ends_on or new.ends_after <= new.starts_on) then
    raise exception 'the term before it is another, or it would end before it holds' using errcode = 'check_violation', constraint = 'variation_of_that_term';
  end if;
  if exists (select from commissioning.variation v where v.agreement = new.agreement and v.starts_on > new.starts_on) then
    raise exception 'a later variation is recorded already' using errcode = 'check_violation', constraint = 'variation_in_order';
  end if;
  if new.decision is not null and not commissioning.is_decision_of(new.decision, new.body) then
    raise exception 'no decision of that board' using errcode = 'check_violation', constraint = 'variation_rests_on_decision';
  end if;
  return new;
end $$;
create trigger variation_stands before insert or update on commissioning.variation for each row execute function commissioning.keep_variation();
create function commissioning.keep_agreed_contribution() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
      raise exception 'what was agreed stays' using errcode = 'check_violation', constraint = 'contribution_stands';
    end if;
    return new;
  end if;
  if not exists (select from commissioning.party y where y.agreement = new.agreement and y.organisation = new.organisation
      and y.starts_on <= new.starts_on and (y.ends_on is null or new.starts_on < y.ends_on)) then
    raise exception 'that organisation is no party on that day' using errcode = 'check_violation', constraint = 'contribution_of_party';
  end if;
  if new.variation is null and exists (select from commissioning.agreed_contribution c where c.agreement = new.agreement and c.organisation = new.organisation) then
    raise exception 'what was agreed at first is changed by a variation' using errcode = 'check_violation', constraint = 'contribution_by_variation';
  end if;
  if new.variation is not null and not exists (select from commissioning.variation v where v.id = new.variation and v.starts_on = new.starts_on) then
    raise exception 'it holds from the day of its variation' using errcode = 'check_violation', constraint = 'contribution_from_variation';
  end if;
  return new;
end $$;
create trigger contribution_stands before insert or update on commissioning.agreed_contribution for each row execute function commissioning.keep_agreed_contribution();

-- Once its term was varied, the term is what the last variation made it.
create function commissioning.keep_term() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  if new.ends_on is not distinct from old.ends_on then return new; end if;
  select v.ends_after into last from commissioning.variation v where v.agreement = new.id and v.changes_term order by v.number desc limit 1;
  if found and last.ends_after is distinct from new.ends_on then
    raise exception 'the term was varied' using errcode = 'check_violation', constraint = 'term_by_variation';
  end if;
  return new;
end $$;
create trigger agreement_term before update of ends_on on commissioning.agreement for each row execute function commissioning.keep_term();

-- The decision by which a party approved is one of the board that keeps the agreement, made on that day.
create function commissioning.keep_party_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.decision is not null and (tg_op = 'INSERT' or (new.decision, new.approved_on) is distinct from (old.decision, old.approved_on))
     and not exists (select from meetings.decision d where d.id = new.decision and d.of_body = new.body and not d.withdrawn and d.decided_on = new.approved_on) then
    raise exception 'no decision of that board on that day' using errcode = 'check_violation', constraint = 'party_rests_on_decision';
  end if;
  return new;
end $$;
create trigger party_decision before insert or update on commissioning.party for each row execute function commissioning.keep_party_decision();

-- A taper is one of a grant; what is claimed in a year, as far as it was paid or waits, is never more than the year holds.
create function commissioning.keep_taper() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare holds bigint; claimed numeric; of_year uuid;
begin
  if not exists (select from commissioning.agreement a join commissioning.legal_basis b on b.code = a.basis where a.id = new.agreement and b.kind = 'grant') then
    raise exception 'that agreement is no grant' using errcode = 'check_violation', constraint = 'taper_of_grant';
  end if;
  of_year := case when tg_table_name = 'grant_year' then new.id else (to_jsonb(new) ->> 'year')::uuid end;
  select y.pence into holds from commissioning.grant_year y where y.id = of_year for update;
  if tg_table_name = 'grant_year' then holds := new.pence; end if;
  select coalesce(sum(coalesce(c.paid_pence, c.pence)), 0) into claimed from commissioning.grant_claim c where c.year = of_year and c.refused_on is null;
  if claimed > holds then
    raise exception 'more is claimed than the year holds' using errcode = 'check_violation', constraint = 'claims_within_taper';
  end if;
  return new;
end $$;
create trigger taper_holds after insert or update on commissioning.grant_year for each row execute function commissioning.keep_taper();
create trigger claims_within_taper after insert or update on commissioning.grant_claim for each row execute function commissioning.keep_taper();
-- A claim is settled once, and taken back once.
create function commissioning.keep_claim() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['sight', 'refused_on', 'paid_on', 'paid_pence', 'settled_because', 'clawed_on', 'clawed_pence', 'clawed_because'])
      is distinct from (to_jsonb(old) - array['sight', 'refused_on', 'paid_on', 'paid_pence', 'settled_because', 'clawed_on', 'clawed_pence', 'clawed_because'])
     or ((old.refused_on is not null or old.paid_on is not null)
       and (new.refused_on, new.paid_on, new.paid_pence, new.settled_because) is distinct from (old.refused_on, old.paid_on, old.paid_pence, old.settled_because))
     or (old.clawed_on is not null and (new.clawed_on, new.clawed_pence, new.clawed_because) is distinct from (old.clawed_on, old.clawed_pence, old.clawed_because)) then
    raise exception 'a claim is settled once' using errcode = 'check_violation', constraint = 'claim_settled_once';
  end if;
  return new;
end $$;
create trigger claim_stands before update on commissioning.grant_claim for each row execute function commissioning.keep_claim();
revoke all on function commissioning.keep_variation(), commissioning.keep_agreed_contribution(), commissioning.keep_term(), commissioning.keep_party_decision(),
  commissioning.keep_taper(), commissioning.keep_claim() from public;
