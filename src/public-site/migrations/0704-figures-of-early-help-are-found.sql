-- What is counted of families in early help is found by everybody, by its name and what it means, and so is the page on which it stands (requirements E10, I6, O4).
-- No number is among the words: one that is shown today may be hidden when its month is published again.
do $$
declare
  definition constant text := pg_get_constraintdef((select oid from pg_constraint where conrelid = 'publicsite.indexed'::regclass and conname = 'indexed_kind_check'));
  place constant text := '''plan_version''::text';
begin
  if position(place in definition) = 0 then raise exception 'publicsite.indexed is not as it was'; end if;
  execute 'alter table publicsite.indexed drop constraint indexed_kind_check';
  execute 'alter table publicsite.indexed add constraint indexed_kind_check ' || replace(definition, place, place || ', ''family_figure''::text');
end $$;

-- Figures have a code and versions; what is found is the code with the latest, and has its id from the code. Reasons for closing are found with the closings they sum to.
create view publicsite.every_family_figure (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'family_figure', md5('published.indicator ' || i.code)::uuid, 0, false, 'public', false, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, i.code, i.title,
      concat_ws(' ', i.meaning, (select string_agg(r.title || '.', ' ' order by r.position, r.code, r.version) from published.indicator r where r.reason_of = i.code))
    from published.indicator i where i.reason_of is null and not exists (select from published.indicator l where l.code = i.code and l.version > i.version)
  union all
  select 'family_figure', md5('published')::uuid, 0, false, 'public', false, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, '', 'Figures of early help',
      'How many families and children are helped, month by month, for the whole partnership.';

do $$
declare whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_family_figure'),
    'publicsite.every_decision', 'publicsite.every_family_figure'), '''decision''', '''family_figure''');
  revoke all on function publicsite.index_family_figure(uuid) from public;
  execute 'create or replace view publicsite.to_index as ' || whole || ' union all select * from publicsite.every_family_figure';
end $$;

create function publicsite.index_counted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one constant published.indicator := case when tg_op = 'DELETE' then old else new end;
begin
  perform publicsite.index_family_figure(md5('published.indicator ' || coalesce(one.reason_of, one.code))::uuid);
  return null;
end $$;
revoke all on function publicsite.index_counted() from public;
create trigger found_counted after insert or update or delete on published.indicator for each row execute function publicsite.index_counted();

-- What earlier releases hold. Nobody is told of it as new.
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.*, publicsite.heading_of(t.title), publicsite.vector_of(t.title, t.words) from publicsite.to_index t where t.kind = 'family_figure';
alter table publicsite.indexed enable trigger came_out;
