-- Days on which a house is closed, like a town hall between Christmas and New Year (requirement G10): not counted where terms say so by its name.
create table governance.closure_day (
  id uuid primary key,
  organisation uuid not null references governance.organisation,
  day date not null,
  title text not null check (title ~ '\S'),      -- what for: "Closed between Christmas and New Year"
  source text not null check (source ~ '\S'),    -- where it was decided or announced
  entered_on date not null,
  withdrawn_on date                              -- taken back: it counts as a working day again; certificates keep what they counted
);
create unique index closure_day_once on governance.closure_day (organisation, day) where withdrawn_on is null;
grant select, insert, update (withdrawn_on) on governance.closure_day to goldenthread_app;
select platform.protect('governance.closure_day');
create policy read on governance.closure_day for select to goldenthread_app using (true);
create policy add on governance.closure_day for insert to goldenthread_app with check ((select platform.is_administrator()));
create policy change on governance.closure_day for update to goldenthread_app
  using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
