-- Reports that one body made to another, from which follows whether the next is overdue (G3, G14: sub-bodies report at least yearly).
create table governance.report_made (
  id uuid primary key,
  relation uuid not null references governance.body_relation,
  made_on date not null,
  note text not null check (note <> ''),   -- which report, and where it was received
  constraint report_made_once unique (relation, made_on)
);

-- The clerk of the body that reports says so; where it has no clerk here, that of the body it reports to.
create function governance.reports_for(asked uuid) returns boolean language sql stable as $$
  select exists (
    select from governance.body_relation r
    where r.id = asked and governance.speaks_for(r.from_body, r.to_body) = any (governance.my_clerk_bodies())) $$;

grant select, insert on governance.report_made to goldenthread_app;
select platform.protect('governance.report_made');
create policy read on governance.report_made for select to goldenthread_app using (true);
create policy report on governance.report_made for insert to goldenthread_app with check (governance.reports_for(relation));
