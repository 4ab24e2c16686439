-- Sealed bids (requirements C8, C9; handbook of commissioning 7): a call asks for bids in a case or a round. What a bid says is kept apart from its envelope and read by
-- nobody but the provider itself until two people who were named with the call have opened all of them, within an hour of one another and not before the time that was said.
-- A bid that comes too late is kept, with the reason why it is refused, and is never opened.
create table commissioning.bid_call (
  id uuid primary key,
  process uuid not null,
  body uuid not null,
  sight text not null check (sight = 'public'),            -- providers must be able to find it
  "case" uuid,
  round uuid,
  title text not null check (title <> ''),
  asks text not null check (asks <> ''),                   -- for what, on which terms
  closes_at timestamptz not null,
  opens_at timestamptz not null,                           -- not opened before
  first_opener uuid not null references governance.person,
  second_opener uuid not null references governance.person,
  opened_at timestamptz,
  check (num_nonnulls("case", round) = 1),
  check (opens_at >= closes_at),
  constraint openers_two check (first_opener <> second_opener),
  unique (id, process),
  unique (id, body),
  foreign key ("case", process) references commissioning.process_case (id, process),
  foreign key (round, process) references commissioning.process_round (id, process),
  foreign key (process, body, sight) references commissioning.process (id, body, sight) on update cascade
);
create index on commissioning.bid_call (process);
-- That one of the two was ready to open, when.
create table commissioning.bid_opening (
  id uuid primary key,
  call uuid not null,
  body uuid not null,
  person uuid not null references governance.person,
  said_at timestamptz not null,
  foreign key (call, body) references commissioning.bid_call (id, body)
);
create index on commissioning.bid_opening (call);
-- The envelope of a bid: whose it is and when it came. The last one of a provider that came in time counts.
create table commissioning.bid (
  id uuid primary key,
  call uuid not null,
  body uuid not null,
  provider uuid not null references commissioning.provider,
  submitted_by uuid not null references governance.person,
  received_at timestamptz not null,
  refused_because text not null default '',                -- came too late
  unique (id, call, provider),
  foreign key (call, body) references commissioning.bid_call (id, body)
);
create index on commissioning.bid (call);
-- What it says, sealed.
create table commissioning.bid_content (
  bid uuid primary key,
  call uuid not null,
  provider uuid not null,
  amount bigint not null check (amount >= 0),              -- pence, without VAT
  text text not null default '',
  foreign key (bid, call, provider) references commissioning.bid (id, call, provider)
);
comment on table commissioning.bid_content is 'What a bid says: sealed. Read by its provider, and by the board and the two openers once the call was opened, if it came in time and was not replaced.';

create function commissioning.my_bid_calls() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(c.id), '{}') from commissioning.bid_call c where governance.my_person() in (c.first_opener, c.second_opener)
$$;
-- Bids that were opened: in time, the last of their provider, of a call that two people opened.
create function commissioning.opened_bids() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(x.id), '{}') from (
    select distinct on (b.call, b.provider) b.id from commissioning.bid b join commissioning.bid_call c on c.id = b.call
    where c.opened_at is not null and c.opened_at <= platform.now() and b.refused_because = '' order by b.call, b.provider, b.received_at desc, b.id desc) x
$$;

-- A call stands as it was made; it is opened when both who were named have said so within an hour, at or after the time that was said.
create function commissioning.keep_bid_call() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.opened_at is not null or new.closes_at <= platform.now() then
      raise exception 'a call closes on a day to come' using errcode = 'check_violation', constraint = 'call_ahead';
    end if;
    return new;
  end if;
  if to_jsonb(new) - 'opened_at' is distinct from to_jsonb(old) - 'opened_at' or old.opened_at is not null or new.opened_at < new.opens_at or not exists (
      select from commissioning.bid_opening a join commissioning.bid_opening b on b.call = a.call and b.person = new.second_opener
      where a.call = new.id and a.person = new.first_opener and a.said_at between b.said_at - interval '1 hour' and b.said_at + interval '1 hour' and greatest(a.said_at, b.said_at) = new.opened_at) then
    raise exception 'a call stands, and two people open it' using errcode = 'check_violation', constraint = 'call_stands';
  end if;
  return new;
end $$;
create function commissioning.keep_bid_opening() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.bid_call;
begin
  select * into c from commissioning.bid_call x where x.id = new.call for update;
  if c.opened_at is not null or new.person not in (c.first_opener, c.second_opener) then
    raise exception 'it is opened already, or by others' using errcode = 'check_violation', constraint = 'call_stands';
  end if;
  new.said_at := platform.now();
  if new.said_at < c.opens_at then raise exception 'not before its time' using errcode = 'check_violation', constraint = 'call_not_yet'; end if;
  return new;
end $$;
create function commissioning.open_bid_call() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update commissioning.bid_call c set opened_at = new.said_at where c.id = new.call and c.opened_at is null and exists (
    select from commissioning.bid_opening o where o.call = new.call and o.person <> new.person and o.said_at >= new.said_at - interval '1 hour');
  return null;
end $$;
-- The database says when a bid came and whether that was too late.
create function commissioning.keep_bid() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.bid_call;
begin
  select * into c from commissioning.bid_call x where x.id = new.call for share;
  new.received_at := platform.now();
  new.refused_because := case when new.received_at > c.closes_at
    then format('It came after the deadline, which was %s.', to_char(c.closes_at at time zone 'Europe/London', 'FMDD FMMonth YYYY, HH24:MI')) else '' end;
  return new;
end $$;
-- An envelope never stands without what it says: nothing is put into it afterwards.
create function commissioning.prove_bid() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from commissioning.bid_content b where b.bid = new.id) then
    raise exception 'an empty envelope' using errcode = 'check_violation', constraint = 'bid_says_something';
  end if;
  return null;
end $$;
create trigger call_stands before insert or update on commissioning.bid_call for each row execute function commissioning.keep_bid_call();
create trigger opening_steps before insert on commissioning.bid_opening for each row execute function commissioning.keep_bid_opening();
create trigger opening_opens after insert on commissioning.bid_opening for each row execute function commissioning.open_bid_call();
create trigger bid_steps before insert on commissioning.bid for each row execute function commissioning.keep_bid();
create constraint trigger bid_complete after insert on commissioning.bid deferrable initially deferred for each row execute function commissioning.prove_bid();
revoke all on function commissioning.my_bid_calls(), commissioning.opened_bids(), commissioning.keep_bid_call(), commissioning.keep_bid_opening(), commissioning.open_bid_call(),
  commissioning.keep_bid(), commissioning.prove_bid() from public;
grant execute on function commissioning.my_bid_calls(), commissioning.opened_bids() to goldenthread_app;

do $$
declare
  name text;
  own constant text := 'provider = any ((select commissioning.my_organisations(''provider''))::uuid[])';
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  board constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  opener constant text := 'call = any ((select commissioning.my_bid_calls())::uuid[])';
begin
  foreach name in array array['bid_call', 'bid_opening', 'bid', 'bid_content'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert on commissioning.%I to goldenthread_app', name);
    -- No job and no system reads what a bid says before it is opened: what is sealed has no policy for them.
    if name <> 'bid_content' then
      execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    end if;
  end loop;
  execute 'create policy read on commissioning.bid_call for select to goldenthread_app using (sight = ''public'')';
  execute format('create policy keep on commissioning.bid_call for insert to goldenthread_app with check (%s)', clerk);
  execute format('create policy read on commissioning.bid_opening for select to goldenthread_app using (%s or %s)', board, opener);
  execute format('create policy say on commissioning.bid_opening for insert to goldenthread_app with check (person = (select governance.my_person()) and %s)', opener);
  execute format('create policy read on commissioning.bid for select to goldenthread_app using (%s or %s or %s)', own, board, opener);
  execute format('create policy submit on commissioning.bid for insert to goldenthread_app with check (%s and submitted_by = (select governance.my_person()))', own);
  -- The envelopes that one sees, of those that were opened: a provider sees its own alone, whatever it reads here.
  execute format('create policy read on commissioning.bid_content for select to goldenthread_app using (%s or (bid = any ((select commissioning.opened_bids())::uuid[]) and exists (select from commissioning.bid b where b.id = bid)))', own);
  execute format('create policy submit on commissioning.bid_content for insert to goldenthread_app with check (%s)', own);
end $$;
