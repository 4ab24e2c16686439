-- Consultations can be found (requirements O4, G11): what is asked, how one answers and what came of it, as far as each may be read. They have no meeting of
-- their own here: whoever is a guest at the meeting that decides after it reads no more of the consultation than anybody else.
alter table publicsite.indexed drop constraint indexed_kind_check;
alter table publicsite.indexed add constraint indexed_kind_check check (kind in ('board', 'person', 'terms', 'meeting', 'plan', 'item', 'paper', 'file', 'decision',
  'action', 'minutes', 'question', 'request', 'protocol', 'officer', 'sharing', 'motion', 'election', 'ratification', 'organisation', 'consultation'));

create view publicsite.every_consultation (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'consultation', c.id, 0, false, c.sight, false, c.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, c.starts_on, b.slug, c.title,
      concat_ws(' ', nullif(c.summary, ''), nullif(c.audience, ''), nullif(c.asked_by, ''), nullif(c.how, ''), nullif(c.outcome, ''), nullif(c.withdrawn_reason, ''))
    from meetings.consultation c join governance.body b on b.id = c.body;
do $$
begin
  execute format('create or replace view publicsite.to_index as %s union all select * from publicsite.every_consultation',
    rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; '));
  -- The same as for every other kind: made of how decisions are indexed.
  execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_consultation'),
    'publicsite.every_decision', 'publicsite.every_consultation'), '''decision''', '''consultation''');
  execute 'revoke all on function publicsite.index_consultation(uuid) from public';
end $$;

create function publicsite.index_asked() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then perform publicsite.index_consultation(old.id); return null; end if;
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  perform publicsite.index_consultation(new.id);
  return null;
end $$;
revoke all on function publicsite.index_asked() from public;
create trigger words after insert or update or delete on meetings.consultation for each row execute function publicsite.index_asked();

-- What earlier releases hold. Nobody is told of it as new.
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.*, publicsite.heading_of(t.title), publicsite.vector_of(t.title, t.words) from publicsite.every_consultation t;
alter table publicsite.indexed enable trigger came_out;
