-- Tiers are named from a day on and signed, as thresholds are (migration 0770; requirement E5, handbook of early help 1.2, 1.9). A tier keeps its code, and whether it is
-- statutory, for good; what it is called, what it means and in which order it stands is of the document of the day. Which tier a family enters when it agrees is of it, too.
create table casework.tier_document (
  id uuid primary key,
  name text not null check (name ~ '\S' and length(name) <= 200),
  source text not null check (source ~ '\S' and length(source) <= 500),
  starts_on date not null unique,
  tiers int not null check (tiers between 2 and 9),
  entry text not null references casework.tier,
  set_by uuid references governance.person,
  set_on date,
  constraint signed check ((set_by is null) = (set_on is null))
);
comment on column casework.tier_document.tiers is 'How many tiers it names, in their order from 1: all of them in the transaction that sets it, none afterwards.';
comment on column casework.tier_document.entry is 'Which a family enters when it agrees to an assessment, and when it comes back; never a statutory one.';
comment on column casework.tier_document.set_by is 'Who set it; null: what the product brought.';
create table casework.tier_name (
  document uuid not null references casework.tier_document,
  position int not null check (position > 0),
  tier text not null references casework.tier,
  name text not null check (name ~ '\S' and length(name) <= 200),
  means text not null default '' check (length(means) <= 2000),
  primary key (document, tier),
  unique (document, position),
  unique (document, name)
);
comment on column casework.tier_name.means is 'What the tier means, in the words of the document; empty in what the product brought.';
insert into casework.tier_document (id, name, source, starts_on, tiers, entry)
  select '018f0811-0000-7000-8000-000000000001', 'Tiers as proposed', 'Proposed to the partnership, which decides; statutory ones: Children Act 1989, sections 17 and 47', min(t.starts_on), count(*), 'early-help' from casework.tier t;
insert into casework.tier_name (document, position, tier, name)
  select '018f0811-0000-7000-8000-000000000001', row_number() over (order by t.rank, t.code), t.code, t.name from casework.tier t;
alter table casework.tier drop column name, drop column rank, drop column source, drop column starts_on, drop column ends_on;

create function casework.tiers_on(day date) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.id from casework.tier_document d where d.starts_on <= day order by d.starts_on desc limit 1 $$;
create function casework.name_tier() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.position > (select d.tiers from casework.tier_document d where d.id = new.document) then
    raise exception 'the document has fewer tiers' using errcode = 'check_violation', constraint = 'tier_of_the_document';
  end if;
  return new;
end $$;
create trigger of_the_document before insert on casework.tier_name for each row execute function casework.name_tier();
create function casework.complete_tiers() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select count(*) from casework.tier_name n where n.document = new.id) <> new.tiers then
    raise exception 'a document of tiers names every one of its tiers at once' using errcode = 'check_violation', constraint = 'tiers_complete';
  end if;
  if not exists (select from casework.tier_name n join casework.tier t on t.code = n.tier where n.document = new.id and n.tier = new.entry and not t.is_statutory) then
    raise exception 'a family enters a tier of the document that is not statutory' using errcode = 'check_violation', constraint = 'tier_entered';
  end if;
  return null;
end $$;
create constraint trigger complete after insert on casework.tier_document deferrable initially deferred for each row execute function casework.complete_tiers();
create trigger append_only before update or delete on casework.tier for each row execute function platform.refuse_change();
create trigger append_only before update or delete on casework.tier_document for each row execute function platform.refuse_change();
create trigger append_only before update or delete on casework.tier_name for each row execute function platform.refuse_change();

-- As in 0533, and: the tier is of the document of its day. What was proposed while the tier was named is accepted afterwards, too.
create or replace function casework.enter_tier() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from casework.tier_name n where n.document = casework.tiers_on(new.starts_on) and n.tier = new.tier)
      and not exists (select from casework.transition t where t.episode = new.episode and t.decision = 'accepted' and t.to_tier = new.tier
        and (t.decided_at at time zone 'Europe/London')::date = new.starts_on) then
    raise exception 'that tier is not of this day' using errcode = 'check_violation', constraint = 'tier_of_its_day';
  end if;
  if (select t.is_statutory from casework.tier t where t.code = new.tier)
      and not exists (select from casework.transition t where t.episode = new.episode and t.kind = 'step-up' and t.decision = 'accepted' and t.to_tier = new.tier) then
    raise exception 'social care has accepted no step-up to this tier' using errcode = 'check_violation', constraint = 'tier_by_step_up';
  end if;
  return new;
end $$;
-- What is proposed leads to a tier of the day on which it is written down.
create function casework.propose_tier() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.to_tier is not null and platform.actor() is not null and not exists (select from casework.tier_name n where n.document = casework.tiers_on(platform.today()) and n.tier = new.to_tier) then
    raise exception 'that tier is not of this day' using errcode = 'check_violation', constraint = 'tier_of_its_day';
  end if;
  return new;
end $$;
create trigger leads_to before insert on casework.transition for each row execute function casework.propose_tier();

-- As in 0533, but for the tier that a family enters: it is that of the document of the day.
create or replace function casework.close_episode() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  day constant date := (platform.now() at time zone 'Europe/London')::date;
  window_days int;
begin
  if new.closed_on is not null and old.closed_on is null then
    if platform.actor() is not null and exists (select from casework.transition t where t.episode = new.id and t.sent_at is not null and t.decision is null and t.withdrawn_at is null) then
      raise exception 'something that was sent waits for its answer' using errcode = 'check_violation', constraint = 'closed_after_answer';
    end if;
    if platform.actor() is not null and new.closure_reason = 'stepped-up' and not exists (select from casework.transition t where t.episode = new.id and t.kind = 'step-up' and t.decision = 'accepted') then
      raise exception 'social care has accepted no step-up' using errcode = 'check_violation', constraint = 'closed_as_stepped_up';
    end if;
    insert into casework.closure (episode, closed_on, reason) values (new.id, new.closed_on, new.closure_reason);
    delete from casework.tier_period where episode = new.id and starts_on > new.closed_on;
    update casework.tier_period set ends_on = new.closed_on where episode = new.id and (ends_on is null or ends_on > new.closed_on);
    delete from casework.pause where episode = new.id and starts_on >= new.closed_on;
    update casework.pause set ends_on = new.closed_on where episode = new.id and (ends_on is null or ends_on > new.closed_on);
  elsif new.closed_on is null and old.closed_on is not null then
    select r.reopen_days into window_days from casework.practice_rule r where r.starts_on <= day order by r.starts_on desc limit 1;
    if platform.actor() is not null and (old.agreed_on is null or day > old.closed_on + window_days) then
      raise exception 'so long after closing it is a new record' using errcode = 'check_violation', constraint = 'reopened_in_window';
    end if;
    update casework.closure set reopened_on = day, reopened_by = coalesce(governance.my_person(), old.requested_by) where episode = new.id and reopened_on is null;
    insert into casework.tier_period (id, episode, tier, starts_on, because, entered_by, entered_at)
      values (gen_random_uuid(), new.id, (select d.entry from casework.tier_document d where d.id = casework.tiers_on(day)), day, 'The family came back', coalesce(governance.my_person(), old.requested_by), platform.now())
      on conflict do nothing;
  elsif new.agreed_on is not null and old.agreed_on is null then
    insert into casework.tier_period (id, episode, tier, starts_on, because, entered_by, entered_at)
      values (gen_random_uuid(), new.id, (select d.entry from casework.tier_document d where d.id = casework.tiers_on(new.agreed_on)), new.agreed_on, 'The family agreed to an assessment', coalesce(governance.my_person(), new.requested_by), platform.now());
  end if;
  return new;
end $$;

do $$
declare
  name text;
  sets constant text := '(select casework.is_administrator())';
begin
  foreach name in array array['tier_document', 'tier_name'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select on casework.%I to goldenthread_casework', name);
    execute format('create policy read on casework.%I for select to goldenthread_casework using ((select casework.my_agencies()) <> ''{}''::uuid[])', name);
  end loop;
  foreach name in array array['tier', 'tier_document', 'tier_name'] loop
    execute format('grant insert on casework.%I to goldenthread_casework', name);
    execute format('create policy read_settled on casework.%I for select to goldenthread_casework using (%s)', name, sets);
  end loop;
  execute format('create policy set_it on casework.tier for insert to goldenthread_casework with check (%s)', sets);
  execute format('create policy set_it on casework.tier_document for insert to goldenthread_casework
    with check (%s and set_by = (select casework.me()) and set_on = platform.today() and starts_on > platform.today())', sets);
  execute format('create policy set_it on casework.tier_name for insert to goldenthread_casework
    with check (%s and means ~ ''\S'' and exists (select from casework.tier_document d where d.id = document and d.set_by = (select casework.me()) and d.set_on = platform.today()))', sets);
end $$;
revoke all on function casework.tiers_on(date), casework.name_tier(), casework.complete_tiers(), casework.propose_tier() from public;
