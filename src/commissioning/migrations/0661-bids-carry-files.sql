-- Bids carry files (requirement C8; handbook of commissioning 7). What a file is called and what stands in it is sealed as the bid is: the bytes lie in this table and not where documents lie, so
-- that the same policies keep them from everybody, whoever runs the house and no job excepted, until the bids are opened; from then on they are read in a look that is written down.
create table commissioning.bid_file (
  id uuid primary key,
  call uuid not null,
  body uuid not null,
  provider uuid not null references commissioning.provider,
  name text not null check (name <> '' and length(name) <= 200),
  media_type text not null check (media_type <> ''),
  size int not null check (size between 1 and 10485760),   -- 10 MB
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid not null references governance.person,
  check (octet_length(content) = size),
  foreign key (call, body) references commissioning.bid_call (id, body)
);
alter table commissioning.bid_file alter column content set storage external; -- packed already
create index on commissioning.bid_file (call, provider);
comment on table commissioning.bid_file is 'A file that a provider handed in with its bid: sealed as the bid is, and withdrawn by the provider alone, until the last moment for bids.';

create function commissioning.keep_bid_file() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare f commissioning.bid_file; c commissioning.bid_call;
begin
  f := case when tg_op = 'DELETE' then old else new end;
  -- One after the other, so that the count holds.
  select * into c from commissioning.bid_call x where x.id = f.call for update;
  if platform.now() > c.closes_at or c.opened_at is not null or c.withdrawn_on is not null then
    raise exception 'after the last moment for bids' using errcode = 'check_violation', constraint = 'bid_file_in_time';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  new.added_at := platform.now();
  if not exists (select from commissioning.bid b where b.call = new.call and b.provider = new.provider and b.refused_because = '') then
    raise exception 'a file goes with a bid' using errcode = 'check_violation', constraint = 'bid_file_of_bid';
  end if;
  if (select count(*) from commissioning.bid_file x where x.call = new.call and x.provider = new.provider) >= 10 then
    raise exception 'ten files at most' using errcode = 'check_violation', constraint = 'bid_file_most';
  end if;
  return new;
end $$;
create trigger bid_file_steps before insert or delete on commissioning.bid_file for each row execute function commissioning.keep_bid_file();
revoke all on function commissioning.keep_bid_file() from public;

do $$
declare
  own constant text := 'provider = any ((select commissioning.my_organisations(''provider''))::uuid[])';
begin
  perform platform.protect('commissioning.bid_file'::regclass);
  grant select, insert, delete on commissioning.bid_file to goldenthread_app;
  execute format('create policy read on commissioning.bid_file for select to goldenthread_app using (%s or call = any ((select commissioning.my_looked_calls())::uuid[]))', own);
  execute format('create policy submit on commissioning.bid_file for insert to goldenthread_app with check (%s and added_by = (select governance.my_person()))', own);
  execute format('create policy withdraw on commissioning.bid_file for delete to goldenthread_app using (%s)', own);
end $$;
