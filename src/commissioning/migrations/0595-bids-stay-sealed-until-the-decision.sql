-- Bids after they are opened (requirement C8; handbook of commissioning 7): until the decision nobody but the two who opened them, and a provider its own, reads what they say; every
-- look is written down before anything is read, and shown. A call that was wrong is withdrawn with the reason. How far apart the two may say so is dated data with its source.
create table commissioning.opening_limit (
  starts_on date primary key,
  ends_on date check (ends_on > starts_on),                -- first day on which it no longer holds
  minutes int not null check (minutes between 1 and 1440),
  source text not null check (source <> '')
);
comment on table commissioning.opening_limit is 'Within how many minutes of one another two people say that they open a call for bids, from when to when.';
insert into commissioning.opening_limit (starts_on, minutes, source)
  values ('2010-01-01', 60, 'Practice: contract rules of councils ask for two named officers in one sitting, and say no number. The hour is our own reading of it');
alter table commissioning.bid_call
  add column withdrawn_on date,
  add column withdrawn_because text not null default '',
  add column withdrawn_by uuid references governance.person,
  add column decided_on date,
  add column decision uuid references meetings.decision,   -- of the board that keeps the pipeline
  add column decided_note text not null default '',        -- where it was decided elsewhere: by whom, under which authority
  add constraint call_withdrawn_why check ((withdrawn_on is null) = (withdrawn_because = '') and (withdrawn_on is null) = (withdrawn_by is null)),
  add constraint call_decided_how check ((decided_on is null) = (decision is null and decided_note = ''));
-- That somebody looked at what opened bids say. It is read in the transaction in which it was written, and in no other.
create table commissioning.bid_look (
  id uuid primary key,
  call uuid not null,
  body uuid not null,
  person uuid not null references governance.person,
  looked_at timestamptz not null,
  xact bigint not null,                                    -- the transaction in which it was written
  foreign key (call, body) references commissioning.bid_call (id, body)
);
create index on commissioning.bid_look (call);
comment on table commissioning.bid_look is 'That somebody looked at what the opened bids of a call say, and when.';

create function commissioning.opening_minutes(on_day date) returns int language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.minutes from commissioning.opening_limit l where l.starts_on <= on_day and (l.ends_on is null or on_day < l.ends_on) order by l.starts_on desc limit 1
$$;
create function commissioning.london_day(moment timestamptz) returns date language sql stable set search_path = pg_catalog, pg_temp as $$ select (moment at time zone 'Europe/London')::date $$;
-- The calls whose bids one may look at now: opened, and one is one of the two, or it is decided and one is the clerk or the chair of its board.
create function commissioning.my_open_calls() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(c.id), '{}') from commissioning.bid_call c where c.opened_at is not null and c.opened_at <= platform.now() and (governance.my_person() in (c.first_opener, c.second_opener)
    or (c.decided_on is not null and (c.body = any (governance.my_clerk_bodies()) or c.body = any (governance.my_chair_bodies()))))
$$;
create function commissioning.my_looked_calls() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(l.call), '{}') from commissioning.bid_look l
  where l.person = governance.my_person() and l.xact = pg_current_xact_id_if_assigned()::text::bigint and l.call = any (commissioning.my_open_calls())
$$;
create function commissioning.keep_bid_look() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.looked_at := platform.now();
  new.xact := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger look_now before insert on commissioning.bid_look for each row execute function commissioning.keep_bid_look();

create or replace function commissioning.keep_bid_call() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  parted interval;
  withdrawing constant text[] := '{withdrawn_on,withdrawn_because,withdrawn_by}';
  deciding constant text[] := '{decided_on,decision,decided_note}';
begin
  if tg_op = 'INSERT' then
    if new.opened_at is not null or new.withdrawn_on is not null or new.decided_on is not null or new.closes_at <= platform.now() then
      raise exception 'a call closes on a day to come' using errcode = 'check_violation', constraint = 'call_ahead';
    end if;
    return new;
  end if;
  if new.withdrawn_on is distinct from old.withdrawn_on and old.withdrawn_on is null and old.opened_at is null and to_jsonb(new) - withdrawing = to_jsonb(old) - withdrawing then
    new.withdrawn_on := platform.today();
    return new;
  end if;
  if new.decided_on is distinct from old.decided_on and old.decided_on is null and old.opened_at is not null and to_jsonb(new) - deciding = to_jsonb(old) - deciding then
    if new.decided_on < commissioning.london_day(old.opened_at) or new.decided_on > platform.today() then
      raise exception 'not decided before it was opened' using errcode = 'check_violation', constraint = 'call_decided_after';
    end if;
    if new.decision is not null and not exists (select from meetings.decision d where d.id = new.decision and (d.of_body = new.body or d.body = new.body) and not d.withdrawn) then
      raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'contract_own_decision';
    end if;
    return new;
  end if;
  parted := make_interval(mins => commissioning.opening_minutes(commissioning.london_day(new.opened_at)));
  if to_jsonb(new) - 'opened_at' is distinct from to_jsonb(old) - 'opened_at' or old.opened_at is not null or old.withdrawn_on is not null or new.opened_at < new.opens_at or not exists (
      select from commissioning.bid_opening a join commissioning.bid_opening b on b.call = a.call and b.person = new.second_opener
      where a.call = new.id and a.person = new.first_opener and a.said_at between b.said_at - parted and b.said_at + parted and greatest(a.said_at, b.said_at) = new.opened_at) then
    raise exception 'a call stands, and two people open it' using errcode = 'check_violation', constraint = 'call_stands';
  end if;
  return new;
end $$;
create or replace function commissioning.keep_bid_opening() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.bid_call;
begin
  select * into c from commissioning.bid_call x where x.id = new.call for update;
  if c.withdrawn_on is not null then raise exception 'it is withdrawn' using errcode = 'check_violation', constraint = 'call_withdrawn'; end if;
  if c.opened_at is not null or new.person not in (c.first_opener, c.second_opener) then
    raise exception 'it is opened already, or by others' using errcode = 'check_violation', constraint = 'call_stands';
  end if;
  new.said_at := platform.now();
  if new.said_at < c.opens_at then raise exception 'not before its time' using errcode = 'check_violation', constraint = 'call_not_yet'; end if;
  return new;
end $$;
create or replace function commissioning.open_bid_call() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update commissioning.bid_call c set opened_at = new.said_at where c.id = new.call and c.opened_at is null and exists (
    select from commissioning.bid_opening o where o.call = new.call and o.person <> new.person
      and o.said_at >= new.said_at - make_interval(mins => commissioning.opening_minutes(commissioning.london_day(new.said_at))));
  return null;
end $$;
create function commissioning.keep_bid_from_withdrawn() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from commissioning.bid_call c where c.id = new.call and c.withdrawn_on is not null) then
    raise exception 'it is withdrawn' using errcode = 'check_violation', constraint = 'call_withdrawn';
  end if;
  return new;
end $$;
-- Its name comes after that of the trigger that locks the call: nothing is handed in while it is withdrawn.
create trigger bid_withdrawn before insert on commissioning.bid for each row execute function commissioning.keep_bid_from_withdrawn();
revoke all on function commissioning.opening_minutes(date), commissioning.london_day(timestamptz), commissioning.my_open_calls(), commissioning.my_looked_calls(), commissioning.keep_bid_look(),
  commissioning.keep_bid_from_withdrawn() from public;
grant execute on function commissioning.my_open_calls(), commissioning.my_looked_calls() to goldenthread_app;

do $$
declare
  own constant text := 'provider = any ((select commissioning.my_organisations(''provider''))::uuid[])';
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  grant update (withdrawn_on, withdrawn_because, withdrawn_by, decided_on, decision, decided_note) on commissioning.bid_call to goldenthread_app;
  execute format('create policy settle on commissioning.bid_call for update to goldenthread_app using (%s) with check (%s and (withdrawn_by is null or withdrawn_by = (select governance.my_person())))', clerk, clerk);
  drop policy read on commissioning.bid_content;
  execute format('create policy read on commissioning.bid_content for select to goldenthread_app using (%s or (bid = any ((select commissioning.opened_bids())::uuid[]) and call = any ((select commissioning.my_looked_calls())::uuid[])))', own);
  perform platform.protect('commissioning.bid_look'::regclass);
  grant select, insert on commissioning.bid_look to goldenthread_app;
  execute 'create policy system on commissioning.bid_look to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))';
  execute format('create policy read on commissioning.bid_look for select to goldenthread_app using (%s or body = any ((select governance.my_chair_bodies())::uuid[]) or call = any ((select commissioning.my_bid_calls())::uuid[]))', clerk);
  create policy look on commissioning.bid_look for insert to goldenthread_app with check (person = (select governance.my_person()) and call = any ((select commissioning.my_open_calls())::uuid[]));
  perform platform.protect('commissioning.opening_limit'::regclass);
  grant select, insert, update on commissioning.opening_limit to goldenthread_app;
  create policy system on commissioning.opening_limit to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()));
  create policy administer on commissioning.opening_limit to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
  create policy read on commissioning.opening_limit for select to goldenthread_app using (true);
  -- On the golden thread a call stands where its case does.
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'bid-call'::text, c.id, c.title, c.body, null::date, null::date, '{owner}'::text[] from commissioning.bid_call c where c."case" is not null$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select 'bid-call'::text, c.id, 'came-from'::text, 'pipeline-case'::text, c."case", null::date, null::date from commissioning.bid_call c where c."case" is not null$sql$;
end $$;
call thread.compose();
