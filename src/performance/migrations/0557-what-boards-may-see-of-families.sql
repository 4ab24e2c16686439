-- Figures of families as they may be seen (requirements E10, I6; handbook of early help 3.5 and 7.2): whole-partnership figures of a month, frozen, with small
-- numbers hidden before they came here. The role that counts families writes them; whoever reads them has no right on schema casework at all.
create schema published;
revoke all on schema published from public;

-- What is counted, in words, by version and from which month; another meaning is another version.
create table published.indicator (
  code text not null check (code ~ '^[a-z][a-z0-9:-]*$'),
  version int not null check (version > 0),
  position int not null,
  starts_on date not null,                                            -- the first month that is counted by it
  title text not null check (title ~ '\S'),
  meaning text not null check (meaning ~ '\S'),
  unit text not null check (unit in ('families', 'children')),
  gives text not null check (gives in ('number', 'share')),
  over_time text not null check (over_time in ('flow', 'stock')),
  has_year boolean not null,                                          -- whether the last twelve months are shown beside the month
  reason_of text,                                                     -- part of that indicator: they sum to it
  source text not null,
  primary key (code, version)
);
create table published.snapshot (
  id uuid primary key default gen_random_uuid(),
  month date not null check (extract(day from month) = 1),
  revision int not null check (revision > 0),
  made_at timestamptz not null,
  provenance text not null check (provenance in ('counted', 'brought')),
  source text not null check (source ~ '\S'),
  reason text not null default '',                                    -- why it was published again
  method text not null references performance.small_number_method,
  threshold int not null,
  base int not null,
  percent_from int not null,                                          -- a percentage is shown of so many or more
  adds_up boolean,                                                    -- active at the end = at the start + begun - closed; null for the first month
  unique (month, revision),
  check ((revision = 1) = (reason = ''))
);
create table published.figure (
  snapshot uuid not null references published.snapshot,
  indicator text not null,
  version int not null,
  span text not null check (span in ('month', 'year')),               -- 'year': the twelve months that end with this one
  is_hidden boolean not null,
  count int check (count >= 0),
  of int check (of >= 0),                                             -- of a share: how many there were
  primary key (snapshot, indicator, span),
  foreign key (indicator, version) references published.indicator,
  check (is_hidden = (count is null))
);
comment on column published.figure.is_hidden is 'One mark for every hidden figure, so that it does not tell which was small.';

select platform.protect('published.indicator'), platform.protect('published.snapshot'), platform.protect('published.figure');
grant usage on schema published to goldenthread_app, goldenthread_casework, goldenthread_figures;
grant select on published.indicator, published.snapshot, published.figure to goldenthread_app, goldenthread_casework, goldenthread_figures;
grant insert on published.snapshot, published.figure to goldenthread_figures;
create policy read on published.indicator for select to goldenthread_app, goldenthread_casework, goldenthread_figures using (true);
create policy read on published.snapshot for select to goldenthread_app, goldenthread_casework, goldenthread_figures using (true);
create policy read on published.figure for select to goldenthread_app, goldenthread_casework, goldenthread_figures using (true);
create policy publish on published.snapshot for insert to goldenthread_figures with check (true);
create policy publish on published.figure for insert to goldenthread_figures with check (true);
create trigger append_only before update or delete on published.snapshot for each row execute function platform.refuse_change();
create trigger append_only before update or delete on published.figure for each row execute function platform.refuse_change();

insert into published.indicator (code, version, position, starts_on, title, meaning, unit, gives, over_time, has_year, reason_of, source) values
  ('initiated', 1, 1, '2010-01-01', 'Families who began', 'Families who agreed to an assessment on a day of the month. A request is not counted, nor a refusal.', 'families', 'number', 'flow', true, null, 'Handbook of early help, 3.2 and 3.4'),
  ('initiated-children', 1, 2, '2010-01-01', 'Children of families who began', 'Children, born or not, of the families who agreed to an assessment on a day of the month.', 'children', 'number', 'flow', true, null, 'Handbook of early help, 1.1 and 3.4'),
  ('active', 1, 3, '2010-01-01', 'Families at the end of the month', 'Families who had agreed to an assessment by the last day of the month and were not closed by the end of it.', 'families', 'number', 'stock', false, null, 'Handbook of early help, 3.2 and 3.4'),
  ('active-children', 1, 4, '2010-01-01', 'Children at the end of the month', 'Children, born or not, of the families at the end of the month.', 'children', 'number', 'stock', false, null, 'Handbook of early help, 1.1 and 3.4'),
  ('step-down', 1, 5, '2010-01-01', 'Step-downs received', 'Families whose step-down from social care was received by a team around the child in the month. One that begins a team is counted as a family who began, too.', 'families', 'number', 'flow', true, null, 'Handbook of early help, 3.3'),
  ('step-up', 1, 6, '2010-01-01', 'Step-ups accepted', 'Families whose step-up was accepted by social care in the month, each once, whatever else was sent beside it. One that was sent is not yet one that was accepted.', 'families', 'number', 'flow', true, null, 'Handbook of early help, 3.3'),
  ('returned', 1, 7, '2010-01-01', 'Steps that came back', 'Step-ups and step-downs that were returned or declined in the month.', 'families', 'number', 'flow', true, null, 'Handbook of early help, 3.3'),
  ('closed', 1, 8, '2010-01-01', 'Families closed', 'Families who had begun and were closed on a day of the month. Each has one reason.', 'families', 'number', 'flow', true, null, 'Handbook of early help, 1.6 and 3.4'),
  ('reviewed', 1, 30, '2010-01-01', 'Families checked for quality', 'Families of whom a quality review was completed in the month, each once. A second look by another reviewer does not count again.', 'families', 'number', 'flow', true, null, 'Handbook of early help, 3.4'),
  ('voice', 1, 31, '2010-01-01', 'Families where a child spoke since the last review', 'Of the families who were active at the end of the month, those with a child’s own entry since the review before.', 'families', 'share', 'stock', false, null, 'Handbook of early help, 3.4');
insert into published.indicator (code, version, position, starts_on, title, meaning, unit, gives, over_time, has_year, reason_of, source)
select 'closed:' || code, 1, 10 + ord, '2010-01-01', title, 'Families closed in the month for this reason. The reasons sum to the families closed.', 'families', 'number', 'flow', false, 'closed', 'Handbook of early help, 1.6'
from (values ('needs-met', 1, 'Closed: needs are met'), ('single-agency', 2, 'Closed: one agency goes on'), ('stepped-up', 3, 'Closed: stepped up to social care'),
  ('withdrew', 4, 'Closed: the family withdrew'), ('not-engaging', 5, 'Closed: no engagement'), ('moved', 6, 'Closed: moved away'), ('aged-out', 7, 'Closed: grown up'),
  ('duplicate', 8, 'Closed: the same family twice'), ('died', 9, 'Closed: a death'), ('other', 10, 'Closed: another reason')) r (code, ord, title);
