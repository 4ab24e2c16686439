-- What a body is evolving into (requirement G2, G3): the other body, where it is set up already; the note says the rest.
alter table governance.body_status
  add column becomes uuid references governance.body,
  add constraint body_status_becomes check (becomes is null or (status = 'evolving' and becomes <> body));
create index on governance.body_status (becomes) where becomes is not null;

-- The kinds that a body had before the one it has now (G2): a board that became a committee keeps both, with their days.
create table governance.body_earlier_kind (
  body uuid not null references governance.body,
  kind text not null check (kind ~ '\S'),
  starts_on date,                                     -- null: from its beginning
  ends_on date not null check (ends_on > starts_on),  -- the first day of the next kind
  because text not null check (because ~ '\S'),       -- what was decided, by whom
  constraint body_earlier_kind_once exclude using gist (body with =, daterange(starts_on, ends_on) with &&)
);
grant select, insert on governance.body_earlier_kind to goldenthread_app;
select platform.protect('governance.body_earlier_kind');
create policy read on governance.body_earlier_kind for select to goldenthread_app using (true);
create policy administer on governance.body_earlier_kind for insert to goldenthread_app with check ((select platform.is_administrator()));

-- Whose forward plan is a team's work programme (G1): a link, beside what the words say.
alter table governance.team add column programme_of uuid references governance.body;
create index on governance.team (programme_of) where programme_of is not null;
