-- The report on quality says how often a family was opened in an emergency and what was reviewed after a month was frozen, and boards read it where they read figures:
-- in schema published, with no right on the seal (requirements E6, E7; handbook of early help 3.6, 7.2 and 7.3).

alter table casework.quality_report add column frozen_at timestamptz;     -- null: frozen before it was kept; its day tells

create table published.quality_report (
  id uuid primary key,
  month date not null unique check (extract(day from month) = 1),
  figures jsonb not null,                                               -- protected before they came here
  threshold int not null,
  base int not null,
  source text not null,
  signed_by text not null,                                              -- the name as it was that day
  frozen_on date not null
);
select platform.protect('published.quality_report');
grant select on published.quality_report to goldenthread_app, goldenthread_casework;
-- For boards: whoever sits on one, keeps or chairs it. Its figures stand in their papers.
create function published.may_read_quality() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select governance.my_full_sight_bodies() <> '{}'::uuid[] $$;
revoke all on function published.may_read_quality() from public;
grant execute on function published.may_read_quality() to goldenthread_app;
create policy read on published.quality_report for select to goldenthread_app using ((select published.may_read_quality()));
create policy read_frozen on published.quality_report for select to goldenthread_casework using ((select casework.is_organiser()));
create trigger append_only before update or delete on published.quality_report for each row execute function platform.refuse_change();
create function casework.tell_quality() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into published.quality_report (id, month, figures, threshold, base, source, signed_by, frozen_on)
    select new.id, new.month, new.figures, new.threshold, new.base, new.source, p.name, new.frozen_on from governance.person p where p.id = new.frozen_by;
  return null;
end $$;
revoke all on function casework.tell_quality() from public;
insert into published.quality_report (id, month, figures, threshold, base, source, signed_by, frozen_on)
  select r.id, r.month, r.figures, r.threshold, r.base, r.source, p.name, r.frozen_on from casework.quality_report r join governance.person p on p.id = r.frozen_by;
create trigger is_told after insert on casework.quality_report for each row execute function casework.tell_quality();

-- Reviews of months whose report was frozen before they were completed: said once, in the report of the month in which they were.
create function casework.late_reviews(in_month date) returns int language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from casework.quality_review r join casework.quality_item i on i.id = r.item join casework.quality_draw d on d.id = i.draw
    join casework.quality_report f on f.month = d.month
    where d.frame = 'monthly' and not exists (select from casework.quality_item n where n.replaces = i.id)
      and (r.completed_at at time zone 'Europe/London')::date >= in_month and (r.completed_at at time zone 'Europe/London')::date < in_month + interval '1 month'
      and case when f.frozen_at is null then (r.completed_at at time zone 'Europe/London')::date > f.frozen_on else r.completed_at > f.frozen_at end $$;

-- What is told of a month, with both. Emergencies are told of whole quarters, which do not overlap: of a month and of the quarter that holds it the other two would follow.
alter function casework.quality_told(date) rename to quality_reviewed;
create function casework.quality_told(in_month date) returns table (figures jsonb, threshold int, base int, source text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  first constant date := (in_month - interval '2 months')::date;
  opened int; reviewed int; unjustified int;
begin
  select count(*), count(b.reviewed_at), count(*) filter (where not b.is_justified) into opened, reviewed, unjustified from casework.break_glass b
    where (b.starts_at at time zone 'Europe/London')::date >= first and (b.starts_at at time zone 'Europe/London')::date < in_month + interval '1 month';
  return query select q.figures || jsonb_build_object('late', casework.told(casework.late_reviews(in_month), null, q.threshold, q.base))
      || case when extract(month from in_month)::int % 3 = 0 then jsonb_build_object('openings', jsonb_build_object(
        'all', casework.told(opened, null, q.threshold, q.base),
        'reviewed', casework.told(reviewed, opened, q.threshold, q.base),
        'unjustified', casework.told(unjustified, reviewed, q.threshold, q.base))) else '{}' end,
    q.threshold, q.base, q.source from casework.quality_reviewed(in_month) q;
end $$;
create or replace function casework.freeze_quality(in_month date) returns text language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare told record;
begin
  if not casework.is_organiser() then raise exception 'for co-ordinators' using errcode = 'insufficient_privilege'; end if;
  if extract(day from in_month) <> 1 or in_month + interval '1 month' > platform.today() then return 'month-not-over'; end if;
  select * into told from casework.quality_told(in_month);
  if told is null then return 'not-drawn'; end if;
  insert into casework.quality_report (id, month, figures, threshold, base, source, frozen_by, frozen_on, frozen_at)
    values (gen_random_uuid(), in_month, told.figures, told.threshold, told.base, told.source, governance.my_person(), platform.today(), platform.now()) on conflict (month) do nothing;
  return case when found then '' else 'frozen-already' end;
end $$;
revoke all on function casework.late_reviews(date), casework.quality_told(date), casework.quality_reviewed(date) from public, goldenthread_casework;
grant execute on function casework.quality_told(date) to goldenthread_casework;
