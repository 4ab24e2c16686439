-- What intentions and cases of pipelines foresee, as open contracting data (requirement C15; decision 19): releases of planning under an ocid that the contract keeps. Only what is public comes out,
-- and words that could tell who a child is wait for a person, as those of a contract do.

-- Which contract came of an intention.
alter table commissioning.intention add column contract uuid, add foreign key (contract, body) references commissioning.contract (id, body);
create index on commissioning.intention (contract) where contract is not null;

-- That a person let words come out, or held them back: of exactly those words.
create table commissioning.foreseen_clearing (
  id uuid primary key,
  body uuid not null references governance.body,
  subject uuid not null,                                   -- the intention or the case
  words text not null check (words <> ''),
  settled text not null check (settled in ('cleared', 'held')),
  because text not null check (because <> ''),
  on_day date not null default platform.today(),
  by_person uuid not null references governance.person
);
create index on commissioning.foreseen_clearing (subject);

-- What came out of each, release by release; as commissioning.contract_release.
create table commissioning.plan_release (
  subject uuid not null,
  number int not null check (number > 0),
  intention uuid references commissioning.intention,
  "case" uuid references commissioning.process_case,
  ocid text not null check (ocid <> ''),
  event text not null check (event <> ''),
  tags text[] not null check (cardinality(tags) > 0),
  published timestamptz not null,
  content text,                                            -- JSON as it is given out; null once it was taken back
  taken_back timestamptz,
  primary key (subject, number),
  check (num_nonnulls(intention, "case") = 1 and subject = coalesce(intention, "case")),
  check ((content is null) = (taken_back is not null))
);
create index plan_release_list on commissioning.plan_release (published, subject, number);
create index on commissioning.plan_release (ocid);
create index on commissioning.plan_release (intention);
create index on commissioning.plan_release ("case");

-- The words that a person let come out: what is asked for is whether they may, never why.
create function commissioning.cleared_words() returns table (subject uuid, words text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.subject, k.words from (select distinct on (c.subject, c.words) c.* from commissioning.foreseen_clearing c order by c.subject, c.words, c.id desc) k
  where k.settled = 'cleared'
$$;
revoke all on function commissioning.cleared_words() from public;
grant execute on function commissioning.cleared_words() to goldenthread_app;

-- Of whose board it is, that it is public, and that its words may come out.
create function commissioning.keep_plan_release() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare said text; is_open boolean;
begin
  if tg_op = 'UPDATE' then
    if new.content is not null or old.content is null
        or to_jsonb(new) - '{content,taken_back}'::text[] is distinct from to_jsonb(old) - '{content,taken_back}'::text[] then
      raise exception 'a release that is out stands' using errcode = 'check_violation', constraint = 'release_stands';
    end if;
    return new;
  end if;
  if exists (select from commissioning.plan_release r where r.subject = new.subject and (r.number >= new.number or r.published >= new.published or r.ocid <> new.ocid)) then
    raise exception 'releases follow one another under one ocid' using errcode = 'check_violation', constraint = 'release_in_order';
  end if;
  select coalesce((select i.sight = 'public' from commissioning.intention i where i.id = new.intention), (select k.sight = 'public' from commissioning.process_case k where k.id = new."case")) into is_open;
  said := concat_ws(' ', new.content::jsonb #>> '{tender,title}', new.content::jsonb #>> '{planning,rationale}');
  if is_open is not true or (commissioning.might_identify(said, null) and not exists (select from commissioning.cleared_words() k where k.subject = new.subject and k.words = said)) then
    raise exception 'that is not for everybody' using errcode = 'check_violation', constraint = 'plan_held';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_plan_release() from public;
create trigger plan_release_steps before insert or update on commissioning.plan_release for each row execute function commissioning.keep_plan_release();

-- A clearing is of an intention or a case of its board.
create function commissioning.keep_foreseen_clearing() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from commissioning.intention i where i.id = new.subject and i.body = new.body)
      and not exists (select from commissioning.process_case k where k.id = new.subject and k.body = new.body) then
    raise exception 'that is another board''s' using errcode = 'check_violation', constraint = 'clearing_own_board';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_foreseen_clearing() from public;
create trigger foreseen_clearing_own before insert on commissioning.foreseen_clearing for each row execute function commissioning.keep_foreseen_clearing();

do $$
declare clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  perform platform.protect('commissioning.foreseen_clearing'::regclass);
  perform platform.protect('commissioning.plan_release'::regclass);
  grant select, insert on commissioning.foreseen_clearing to goldenthread_app;
  grant select, insert, update on commissioning.plan_release to goldenthread_app;
  execute 'create policy system on commissioning.foreseen_clearing to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))';
  execute format('create policy keep on commissioning.foreseen_clearing to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute 'create policy system on commissioning.plan_release to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))';
  execute 'create policy read on commissioning.plan_release for select to goldenthread_app using (content is not null or taken_back is not null)';
end $$;

-- All that is out, whatever it tells of.
create view commissioning.release_out with (security_invoker = true) as
  select contract as subject, 'contract'::text as kind, number, ocid, tags, published, content from commissioning.contract_release
  union all
  select subject, 'plan'::text, number, ocid, tags, published, content from commissioning.plan_release;
grant select on commissioning.release_out to goldenthread_app;
