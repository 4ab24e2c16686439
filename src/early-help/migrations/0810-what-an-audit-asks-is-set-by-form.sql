-- What an audit asks is set from a day on and signed, as what else is settled (migrations 0760, 0770; requirement E7, handbook of early help 1.7, 1.9): standards, grades with what
-- they mean, and themes. A month is reviewed by what holds on its first day, whenever its reviews are made: a review that was begun keeps it, and no report holds grades of two.
alter table casework.audit_tool
  add column standards int check (standards between 1 and 12),
  add column grades int check (grades between 2 and 9),
  add column themes int check (themes between 0 and 30),
  add column set_by uuid references governance.person,
  add column set_on date,
  add constraint signed check ((set_by is null) = (set_on is null)),
  add constraint said check (name ~ '\S' and source ~ '\S' and length(source) <= 500);
alter table casework.audit_standard add constraint said check (name ~ '\S' and words ~ '\S');
alter table casework.audit_grade
  add column means text not null default '' check (length(means) <= 2000),
  add constraint name_said check (name ~ '\S'),
  add constraint named_once unique (tool, name);
create table casework.audit_tool_theme (
  tool uuid not null references casework.audit_tool,
  theme uuid not null references casework.audit_theme,
  primary key (tool, theme)
);
insert into casework.audit_tool_theme (tool, theme) select t.id, h.id from casework.audit_tool t cross join casework.audit_theme h;
update casework.audit_tool t set standards = (select count(*) from casework.audit_standard s where s.tool = t.id),
  grades = (select count(*) from casework.audit_grade g where g.tool = t.id), themes = (select count(*) from casework.audit_tool_theme h where h.tool = t.id);
alter table casework.audit_tool alter column standards set not null, alter column grades set not null, alter column themes set not null;
comment on column casework.audit_tool.standards is 'How many standards it has, numbered from 1: all of them said in the transaction that sets it, none afterwards; so are grades and themes.';
comment on column casework.audit_tool.set_by is 'Who set it; null: what the product brought.';
comment on column casework.audit_grade.means is 'What the grade means; empty in what the product brought.';

-- A month's draw is bound to the tool of its first day.
alter table casework.quality_draw add column tool uuid references casework.audit_tool;
update casework.quality_draw d set tool = coalesce(
  (select r.tool from casework.quality_review r join casework.quality_item i on i.id = r.item where i.draw = d.id order by r.completed_at limit 1),
  (select t.id from casework.audit_tool t where t.starts_on <= d.month order by t.starts_on desc limit 1));
alter table casework.quality_draw alter column tool set not null;
comment on column casework.quality_draw.tool is 'By what its records are reviewed: what held on the first day of the month. Set by the database.';

create function casework.keep_audit_tool() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'quality_draw' then
    new.tool := (select t.id from casework.audit_tool t where t.starts_on <= new.month order by t.starts_on desc limit 1);
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtext('casework.audit_tool'));
  new.number := (select coalesce(max(t.number), 0) + 1 from casework.audit_tool t);
  return new;
end $$;
create trigger bound_to_tool before insert on casework.quality_draw for each row execute function casework.keep_audit_tool();
create trigger numbered before insert on casework.audit_tool for each row execute function casework.keep_audit_tool();

create function casework.name_of_tool() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  has casework.audit_tool;
  is_more boolean;
begin
  select * into has from casework.audit_tool t where t.id = new.tool;
  is_more := case tg_table_name when 'audit_standard' then (to_jsonb(new) ->> 'position')::int > has.standards when 'audit_grade' then (to_jsonb(new) ->> 'rank')::int > has.grades
    else (select count(*) from casework.audit_tool_theme h where h.tool = new.tool) >= has.themes end;
  if is_more then raise exception 'the audit tool has fewer of them' using errcode = 'check_violation', constraint = 'part_of_the_tool'; end if;
  return new;
end $$;
create function casework.complete_tool() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if ((select count(*) from casework.audit_standard s where s.tool = new.id), (select count(*) from casework.audit_grade g where g.tool = new.id), (select count(*) from casework.audit_tool_theme h where h.tool = new.id))
      is distinct from (new.standards::bigint, new.grades::bigint, new.themes::bigint) then
    raise exception 'an audit tool says all its standards, grades and themes at once' using errcode = 'check_violation', constraint = 'tool_complete';
  end if;
  return null;
end $$;
create constraint trigger complete after insert on casework.audit_tool deferrable initially deferred for each row execute function casework.complete_tool();

-- A review is made by the tool of its draw, and its themes are of that tool.
create function casework.review_by_tool() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'quality_review' then
    if new.tool is distinct from (select d.tool from casework.quality_item i join casework.quality_draw d on d.id = i.draw where i.id = new.item) then
      raise exception 'a review is made by what held when its month was drawn' using errcode = 'check_violation', constraint = 'tool_of_its_draw';
    end if;
  elsif not exists (select from casework.quality_review r join casework.audit_tool_theme h on h.tool = r.tool where r.id = new.review and h.theme = (to_jsonb(new) ->> 'theme')::uuid) then
    raise exception 'a theme of a review is one of its tool' using errcode = 'check_violation', constraint = 'theme_of_the_tool';
  end if;
  return new;
end $$;
create trigger by_its_tool before insert on casework.quality_review for each row execute function casework.review_by_tool();
create trigger by_its_tool before insert on casework.quality_theme for each row execute function casework.review_by_tool();

select platform.protect('casework.audit_tool_theme');
grant select on casework.audit_tool_theme to goldenthread_casework;
create policy read on casework.audit_tool_theme for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);
grant insert on casework.audit_tool, casework.audit_standard, casework.audit_grade, casework.audit_theme, casework.audit_tool_theme to goldenthread_casework;
do $$
declare
  name text;
  sets constant text := '(select casework.is_administrator())';
begin
  foreach name in array array['audit_standard', 'audit_grade', 'audit_tool_theme'] loop
    execute format('create trigger of_the_tool before insert on casework.%I for each row execute function casework.name_of_tool()', name);
    execute format('create policy set_it on casework.%I for insert to goldenthread_casework with check (%s and exists (select from casework.audit_tool t
      where t.id = tool and t.set_by = (select casework.me()) and t.set_on = platform.today()))', name, sets);
  end loop;
  foreach name in array array['audit_tool', 'audit_standard', 'audit_grade', 'audit_theme', 'audit_tool_theme'] loop
    execute format('create policy read_settled on casework.%I for select to goldenthread_casework using (%s)', name, sets);
    execute format('create trigger append_only before update or delete on casework.%I for each row execute function platform.refuse_change()', name);
  end loop;
  execute format('create policy set_it on casework.audit_theme for insert to goldenthread_casework with check (%s)', sets);
  execute format('create policy set_it on casework.audit_tool for insert to goldenthread_casework
    with check (%s and set_by = (select casework.me()) and set_on = platform.today() and starts_on > platform.today())', sets);
end $$;
-- A grade is chosen by its meaning.
create policy grade_said on casework.audit_grade as restrictive for insert to goldenthread_casework with check (means ~ '\S');

-- As in 0632 (renamed in 0676), and: which grades and themes a month tells is the tool of its draw alone, whatever was found in it.
create or replace function casework.quality_reviewed(in_month date) returns table (figures jsonb, threshold int, base int, source text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  method performance.small_number_method;
  drawn casework.quality_draw;
  rule casework.quality_rule;
  last constant date := (in_month + interval '1 month - 1 day')::date;
  up_to int;
  due int; done int; moderated int; regraded int;
begin
  if not casework.is_organiser() then return; end if;
  select * into drawn from casework.quality_draw d where d.frame = 'monthly' and d.month = in_month;
  if drawn.id is null then return; end if;
  select * into method from performance.small_number_method m order by (m.starts_on <= last) desc, case when m.starts_on <= last then m.starts_on end desc, m.starts_on limit 1;
  select r.* into rule from casework.quality_rule r where r.id = drawn.rule;
  up_to := greatest(method.threshold, rule.hidden_up_to);
  select count(*) into due from casework.quality_item i where i.draw = drawn.id and not exists (select from casework.quality_item n where n.replaces = i.id);
  select count(*), count(r.moderator), count(*) filter (where r.moderated_overall <> r.overall) into done, moderated, regraded
    from casework.quality_review r join casework.quality_item i on i.id = r.item
    where i.draw = drawn.id and not exists (select from casework.quality_item n where n.replaces = i.id);
  return query
    with reviewed as (select r.id, coalesce(r.moderated_overall, r.overall) as rank from casework.quality_review r join casework.quality_item i on i.id = r.item
        where i.draw = drawn.id and not exists (select from casework.quality_item n where n.replaces = i.id)),
    graded as (select g.name, g.rank, (select count(*)::int from reviewed v where v.rank = g.rank) as n from casework.audit_grade g where g.tool = drawn.tool),
    parts as (select casework.told_parts(array_agg(g.name order by g.rank), array_agg(g.n order by g.rank), up_to, method.base) as told from graded g)
    select jsonb_build_object(
        'due', casework.told(due, null, up_to, method.base),
        -- Where grades cannot be hidden well enough, how many there are of them is hidden, too.
        'done', case when (select count(*) filter (where (p ->> 'hidden')::boolean) > 0 and bool_and((p ->> 'hidden')::boolean) from jsonb_array_elements(parts.told) p)
          then '{"hidden": true}'::jsonb else casework.told(done, due, up_to, method.base) end,
        'moderated', casework.told(moderated, done, up_to, method.base),
        'regraded', casework.told(regraded, moderated, up_to, method.base),
        'grades', parts.told,
        'themes', (select coalesce(jsonb_agg(jsonb_build_object('name', t.name) || casework.told((select count(*)::int from casework.quality_theme q join reviewed v on v.id = q.review where q.theme = t.id),
          done, up_to, method.base) order by t.name), '[]') from casework.audit_theme t join casework.audit_tool_theme h on h.theme = t.id and h.tool = drawn.tool)),
      up_to, method.base, rule.source || '; ' || method.source
    from parts;
end $$;
revoke all on function casework.keep_audit_tool(), casework.name_of_tool(), casework.complete_tool(), casework.review_by_tool() from public;
