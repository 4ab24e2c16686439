-- Decisions by officers and sharing agreements can be found (O4): their words, as far as each may be read. Of an exempt decision everybody finds the title.
alter table publicsite.indexed drop constraint indexed_kind_check;
alter table publicsite.indexed add constraint indexed_kind_check check (kind in ('board', 'person', 'terms', 'meeting', 'plan', 'item', 'paper', 'file', 'decision',
  'action', 'minutes', 'question', 'request', 'protocol', 'officer', 'sharing'));

create view publicsite.every_officer (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'officer', o.id, 0, false, c.sight, c.category <> 'public', o.body, null::uuid, null::uuid, null::uuid, o.decided_by, null::uuid, o.decided_on, '',
      concat('OD ', o.year, '/', o.serial, ': ', o.title), concat_ws(' ', c.resolved, c.reasons, c.options, c.consulted)
    from meetings.officer_decision o join meetings.officer_decision_content c on c.decision = o.id where o.withdrawn_at is null
  union all
  select 'officer', o.id, 0, true, 'public', false, o.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, o.decided_on, '',
      concat('OD ', o.year, '/', o.serial, ': ', o.title), ''
    from meetings.officer_decision o where o.withdrawn_at is null and o.category <> 'public';
create view publicsite.every_sharing (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'sharing', s.id, 0, false, s.sight, false, s.body, null::uuid, null::uuid, null::uuid, s.owner, null::uuid, s.starts_on, b.slug, s.title,
      concat_ws(' ', s.data, s.purpose, s.lawful_basis, (select string_agg(o.name, ', ' order by o.name) from governance.sharing_party p
        join governance.organisation o on o.id = p.organisation where p.agreement = s.id))
    from governance.sharing_agreement s join governance.body b on b.id = s.body where s.withdrawn_on is null;
do $$
declare
  definition text := pg_get_viewdef('publicsite.to_index'::regclass);
begin
  execute format('create or replace view publicsite.to_index as %s union all select * from publicsite.every_officer union all select * from publicsite.every_sharing',
    rtrim(definition, '; '));
end $$;

-- The same as for every other kind: made of how decisions are indexed.
do $$
declare of_kind text;
begin
  foreach of_kind in array array['officer', 'sharing'] loop
    execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_' || of_kind),
      'publicsite.every_decision', 'publicsite.every_' || of_kind), '''decision''', quote_literal(of_kind));
    execute format('revoke all on function publicsite.index_%s(uuid) from public', of_kind);
  end loop;
end $$;
create function publicsite.index_delegated() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touched record;
begin
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  case tg_table_name
    when 'officer_decision' then perform publicsite.index_officer(touched.id);
    when 'officer_decision_content' then perform publicsite.index_officer(touched.decision);
    when 'sharing_agreement' then perform publicsite.index_sharing(touched.id);
    when 'sharing_party' then perform publicsite.index_sharing(touched.agreement);
  end case;
  return null;
end $$;
revoke all on function publicsite.index_delegated() from public;
do $$
declare name text;
begin
  foreach name in array array['meetings.officer_decision', 'meetings.officer_decision_content', 'governance.sharing_agreement', 'governance.sharing_party'] loop
    execute format('create trigger words after insert or update or delete on %s for each row execute function publicsite.index_delegated()', name);
  end loop;
end $$;
