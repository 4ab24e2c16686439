-- What boards are told of quality assurance: the figures of a month, worked out and protected inside the seal, frozen once (requirements E7, I6; handbook of early
-- help 7.2). A month is not told twice: two that differ would tell of the records between them. No exact count leaves.
create table casework.quality_report (
  id uuid primary key,
  month date not null unique check (extract(day from month) = 1),
  figures jsonb not null,
  threshold int not null,                                               -- counts from 1 to this are hidden
  base int not null,                                                    -- others are rounded to this
  source text not null,
  frozen_by uuid not null references governance.person,
  frozen_on date not null
);
select platform.protect('casework.quality_report');
create trigger append_only before update or delete on casework.quality_report for each row execute function platform.refuse_change();
grant select on casework.quality_report to goldenthread_casework;
create policy read on casework.quality_report for select to goldenthread_casework using ((select casework.is_organiser()));

-- A count of a whole, as it may be told: hidden where it, or what is left over of the whole, is small.
create function casework.told(n int, of_all int, threshold int, base int) returns jsonb language sql immutable as $$
  select case when n between 1 and threshold or of_all - n between 1 and threshold then '{"hidden": true}'::jsonb
    else jsonb_build_object('hidden', false, 'shown', casework.rounded(n, base)) end $$;
-- Counts that add up to a whole which others may know exactly: hidden until each of the hidden ones could be small, and could be large (as reasons for closing are).
create function casework.told_parts(names text[], counts int[], threshold int, base int) returns jsonb language plpgsql immutable as $$
declare
  hidden boolean[] := array(select c between 1 and threshold from unnest(counts) with ordinality u (c, o) order by o);
  next int;
begin
  while exists (select from unnest(hidden) h where h) loop
    exit when (select count(*) >= 2 and sum(c) >= threshold + count(*) from unnest(counts, hidden) u (c, h) where h);
    select o into next from unnest(counts, hidden) with ordinality u (c, h, o) where not h order by c = 0, c, o limit 1;
    exit when next is null;
    hidden[next] := true;
  end loop;
  return coalesce((select jsonb_agg(case when h then jsonb_build_object('name', n, 'hidden', true) else jsonb_build_object('name', n, 'hidden', false, 'shown', casework.rounded(c, base)) end order by o)
    from unnest(names, counts, hidden) with ordinality u (n, c, h, o)), '[]');
end $$;

create function casework.quality_told(in_month date) returns table (figures jsonb, threshold int, base int, source text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  method performance.small_number_method;
  rule casework.quality_rule;
  last constant date := (in_month + interval '1 month - 1 day')::date;
  up_to int;
  due int; done int; moderated int; regraded int;
begin
  if not casework.is_organiser() then return; end if;
  if not exists (select from casework.quality_draw d where d.frame = 'monthly' and d.month = in_month) then return; end if;
  select * into method from performance.small_number_method m order by (m.starts_on <= last) desc, case when m.starts_on <= last then m.starts_on end desc, m.starts_on limit 1;
  select r.* into rule from casework.quality_draw d join casework.quality_rule r on r.id = d.rule where d.frame = 'monthly' and d.month = in_month;
  up_to := greatest(method.threshold, rule.hidden_up_to);
  select count(*) into due from casework.quality_item i join casework.quality_draw d on d.id = i.draw
    where d.frame = 'monthly' and d.month = in_month and not exists (select from casework.quality_item n where n.replaces = i.id);
  select count(*), count(r.moderator), count(*) filter (where r.moderated_overall <> r.overall) into done, moderated, regraded
    from casework.quality_review r join casework.quality_item i on i.id = r.item join casework.quality_draw d on d.id = i.draw
    where d.frame = 'monthly' and d.month = in_month and not exists (select from casework.quality_item n where n.replaces = i.id);
  return query
    with reviewed as (select r.id, r.tool, coalesce(r.moderated_overall, r.overall) as rank from casework.quality_review r join casework.quality_item i on i.id = r.item
        join casework.quality_draw d on d.id = i.draw where d.frame = 'monthly' and d.month = in_month and not exists (select from casework.quality_item n where n.replaces = i.id)),
    graded as (select g.name, min(g.rank) as rank, (select count(*)::int from reviewed v join casework.audit_grade o on o.tool = v.tool and o.rank = v.rank where o.name = g.name) as n from casework.audit_grade g
        where g.tool in (select tool from reviewed) or g.tool = (select t.id from casework.audit_tool t where t.starts_on <= last order by t.starts_on desc limit 1) group by g.name),
    parts as (select casework.told_parts(array_agg(name order by rank, name), array_agg(n order by rank, name), up_to, method.base) as told from graded)
    select jsonb_build_object(
        'due', casework.told(due, null, up_to, method.base),
        -- Where grades cannot be hidden well enough, how many there are of them is hidden, too.
        'done', case when (select count(*) filter (where (p ->> 'hidden')::boolean) > 0 and bool_and((p ->> 'hidden')::boolean) from jsonb_array_elements(parts.told) p)
          then '{"hidden": true}'::jsonb else casework.told(done, due, up_to, method.base) end,
        'moderated', casework.told(moderated, done, up_to, method.base),
        'regraded', casework.told(regraded, moderated, up_to, method.base),
        'grades', parts.told,
        'themes', (select coalesce(jsonb_agg(jsonb_build_object('name', t.name) || casework.told((select count(*)::int from casework.quality_theme q join reviewed v on v.id = q.review where q.theme = t.id),
          done, up_to, method.base) order by t.name), '[]') from casework.audit_theme t)),
      up_to, method.base, rule.source || '; ' || method.source
    from parts;
end $$;
-- Freezes the figures of a month that is over, once.
create function casework.freeze_quality(in_month date) returns text language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare told record;
begin
  if not casework.is_organiser() then raise exception 'for co-ordinators' using errcode = 'insufficient_privilege'; end if;
  if extract(day from in_month) <> 1 or in_month + interval '1 month' > platform.today() then return 'month-not-over'; end if;
  select * into told from casework.quality_told(in_month);
  if told is null then return 'not-drawn'; end if;
  insert into casework.quality_report (id, month, figures, threshold, base, source, frozen_by, frozen_on)
    values (gen_random_uuid(), in_month, told.figures, told.threshold, told.base, told.source, governance.my_person(), platform.today()) on conflict (month) do nothing;
  return case when found then '' else 'frozen-already' end;
end $$;
-- The exact counts of a month are told to nobody any more.
drop function casework.quality_counts(date);
revoke all on function casework.told(int, int, int, int), casework.told_parts(text[], int[], int, int), casework.quality_told(date), casework.freeze_quality(date) from public;
grant execute on function casework.quality_told(date), casework.freeze_quality(date) to goldenthread_casework;
