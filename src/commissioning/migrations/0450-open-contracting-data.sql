-- Open contracting data (requirements C15, O2, O5), and notices of buying that are brought from public services (handbook of commissioning 5.1, 7): files as they were brought, the releases in them,
-- and of which process a contract of ours came. Providers and buyers are known by their numbers in public lists alone.

-- By which numbers notices know an organisation that buys.
create table commissioning.buyer_identifier (
  id uuid primary key,
  organisation uuid not null references governance.organisation,
  scheme text not null check (scheme in ('GB-COH', 'GB-CHC', 'GB-SC', 'GB-NIC', 'GB-PPON', 'GB-NHS', 'GB-UKPRN', 'GB-MPR')),
  value text not null check (value ~ '^[A-Z0-9-]{1,20}$'),
  source text not null check (source <> ''),               -- who says so
  body uuid not null references governance.body,           -- the board whose clerk entered it
  entered_on date not null default platform.today(),
  unique (scheme, value)
);
create index on commissioning.buyer_identifier (organisation);

-- A file as it was brought: its content is kept until it is loaded, dropped, or a month has passed.
create table commissioning.notice_file (
  id uuid primary key,
  body uuid not null references governance.body,
  name text not null check (name <> ''),
  digest text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  content bytea,
  loaded_at timestamptz,
  release_count int not null default 0 check (release_count >= 0), -- how many were new when it was loaded
  contract_count int not null default 0 check (contract_count >= 0),
  unique (id, body),
  check (content is null or loaded_at is null)
);
create index on commissioning.notice_file (body);

-- Releases as they were read, without what tells of single people. They stand: the same release is not taken twice.
create table commissioning.notice_release (
  id uuid primary key,
  body uuid not null,
  file uuid not null,
  ocid text not null check (ocid <> ''),
  release text not null check (release <> ''),             -- its id among the releases of its process
  tags text[] not null,
  published timestamptz,                                   -- null: it does not say
  content text not null,
  unique (body, ocid, release),
  foreign key (file, body) references commissioning.notice_file (id, body)
);
create index on commissioning.notice_release (file);

-- That a contract was made of the notices of a process.
create table commissioning.contract_origin (
  contract uuid primary key,
  body uuid not null,
  sight text not null,
  ocid text not null check (ocid <> ''),
  source text not null check (source <> ''),               -- of which file, or from which service
  imported_on date not null,
  facts text not null,                                     -- what of the contract the notices said last: where it reads otherwise, a person wrote it since
  unique (body, ocid),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);

create function commissioning.keep_notice_release() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'a release stays as it was read' using errcode = 'check_violation', constraint = 'notice_release_stands';
end $$;
revoke all on function commissioning.keep_notice_release() from public;
create trigger notice_release_stands before update on commissioning.notice_release for each row execute function commissioning.keep_notice_release();

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
begin
  foreach name in array array['buyer_identifier', 'notice_file', 'notice_release', 'contract_origin'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert, update on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
  execute 'create policy read on commissioning.buyer_identifier for select to goldenthread_app using (true)';
  execute format('create policy read on commissioning.contract_origin for select to goldenthread_app using (%s)', seen);
end $$;
revoke update on commissioning.notice_release, commissioning.buyer_identifier from goldenthread_app;
grant delete on commissioning.notice_file to goldenthread_app;

-- Open contracting data (handbook of commissioning 5.1): what came out of each contract, release by release. A release that is out is never changed: what is put right
-- is another release. Where a contract is taken back from the public its releases are emptied, as other open data are, and keep their ids.
create table commissioning.contract_release (
  contract uuid not null references commissioning.contract,
  number int not null check (number > 0),
  ocid text not null check (ocid <> ''),
  event text not null check (event <> ''),                 -- what it tells of; 'update' where something was put right
  tags text[] not null check (cardinality(tags) > 0),
  published timestamptz not null,
  content text,                                            -- JSON as it is given out; null once it was taken back
  taken_back timestamptz,
  primary key (contract, number),
  check ((content is null) = (taken_back is not null))
);
create unique index contract_release_event on commissioning.contract_release (contract, event) where event <> 'update' and content is not null;
create index contract_release_list on commissioning.contract_release (published, contract, number);
create index on commissioning.contract_release (ocid);

create function commissioning.keep_release() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if new.content is not null or old.content is null
        or to_jsonb(new) - '{content,taken_back}'::text[] is distinct from to_jsonb(old) - '{content,taken_back}'::text[] then
      raise exception 'a release that is out stands' using errcode = 'check_violation', constraint = 'release_stands';
    end if;
    return new;
  end if;
  if exists (select from commissioning.contract_release r where r.contract = new.contract and (r.number >= new.number or r.published >= new.published or r.ocid <> new.ocid)) then
    raise exception 'releases follow one another under one ocid' using errcode = 'check_violation', constraint = 'release_in_order';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_release() from public;
create trigger release_steps before insert or update on commissioning.contract_release for each row execute function commissioning.keep_release();
select platform.protect('commissioning.contract_release');
grant select, insert, update on commissioning.contract_release to goldenthread_app;
create policy read on commissioning.contract_release for select to goldenthread_app using (content is not null or taken_back is not null);
create policy system on commissioning.contract_release to goldenthread_app
  using ((select commissioning.is_system())) with check ((select commissioning.is_system()));
