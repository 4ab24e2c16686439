-- What a person adds to recorded notices that say too little to make a contract (requirement C15): title, law, first day or buyer, with where it comes from. Lines are only added;
-- the latest that says something of a field counts. It stands also where a later notice says something else, which is then shown as odd until a person decides.
alter table commissioning.notice_release add unique (id, body, ocid);
create table commissioning.notice_completion (
  id uuid primary key,
  body uuid not null,
  ocid text not null,
  release uuid not null,                                   -- the notice from which the form was opened
  title text check (title <> ''),
  regime text references commissioning.regime,
  starts_on date,
  buyer uuid references governance.organisation,
  source text not null check (source <> ''),               -- where it comes from
  entered_on date not null default platform.today(),
  entered_by uuid not null,
  check (num_nonnulls(title, regime, starts_on, buyer) > 0),
  foreign key (release, body, ocid) references commissioning.notice_release (id, body, ocid)
);
create index on commissioning.notice_completion (body, ocid);
create index on commissioning.notice_completion (release);
create index on commissioning.notice_completion (buyer);
create index on commissioning.notice_completion (regime);

do $$
declare clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  perform platform.protect('commissioning.notice_completion'::regclass);
  grant select, insert on commissioning.notice_completion to goldenthread_app;
  execute 'create policy system on commissioning.notice_completion to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))';
  execute format('create policy keep on commissioning.notice_completion to goldenthread_app using (%s) with check (%s)', clerk, clerk);
end $$;
