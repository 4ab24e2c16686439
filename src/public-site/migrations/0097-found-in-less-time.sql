-- Search in less time (requirements O4, X1; docs/decisions/0013-one-table-to-search.md): what a search costs follows from what it finds, and not from how usual
-- its words are.

-- Words that stand beside each other, as numbers: an index of words knows in which texts two words stand, and not whether together, so that exact words had to
-- be looked for in every text that has them all. Two pairs may have the same number: what has it is looked at. Up to three words that are not searched for, as
-- in "head of the service", may lie between.
create function publicsite.pair(first int, gap int, next int) returns int language sql immutable strict parallel safe as $$
  select ((first * 31::bigint + gap * 7919 + next) & 65535)::int $$;
create function publicsite.pairs_of(everything tsvector) returns int[] language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct publicsite.pair(s.first, s.next_at - s.at, s.next)), '{}')
  from (select w.first, w.at, lead(w.first) over by_place as next, lead(w.at) over by_place as next_at
    from (select hashtext(u.lexeme) as first, unnest(u.positions)::int as at from unnest(everything) u) w window by_place as (order by w.at)) s
  where s.next_at - s.at between 1 and 4 $$;
revoke all on function publicsite.pair(int, int, int), publicsite.pairs_of(tsvector) from public;
grant execute on function publicsite.pair(int, int, int), publicsite.pairs_of(tsvector) to goldenthread_app;

-- Headings lie in their rows as they are, because every search asks them; the words of a text lie beside and are not packed, because unpacking costs more than
-- reading. All rows are written anew, in the order of their days, so that this holds for those that are there already.
-- A row holds 8 kB: of a longer heading the first 800 characters count as one.
create function publicsite.heading_of(title text) returns tsvector language sql immutable strict set search_path = pg_catalog, pg_temp as $$
  select publicsite.vector_of(left(title, 800), '') $$;
revoke all on function publicsite.heading_of(text) from public;
do $$
declare one regprocedure;
begin
  for one in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'publicsite'::regnamespace and p.prosrc like '%publicsite.vector_of(t.title, '''')%' loop
    execute replace(pg_get_functiondef(one), 'publicsite.vector_of(t.title, '''')', 'publicsite.heading_of(t.title)');
  end loop;
end $$;
create temporary table kept on commit drop as table publicsite.indexed;
drop index publicsite.indexed_words;
truncate publicsite.indexed;
alter table publicsite.indexed alter column heading set storage plain, alter column title set storage main, alter column everything set storage external;
alter table publicsite.indexed set (toast_tuple_target = 128);
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading,
    everything, came_out)
  select k.kind, k.record, k.part, k.face, k.sight, k.part_two, k.body, k.other_body, k.meeting, k.item, k.author, k.maker, k.day, k.subject, k.title, k.words,
    publicsite.heading_of(k.title), k.everything || '', k.came_out from kept k order by k.day, k.record;
alter table publicsite.indexed enable trigger came_out;
-- No list of what is still to be put in: every search would read it.
create index indexed_words on publicsite.indexed using gin (everything) with (fastupdate = off);
create index indexed_headings on publicsite.indexed using gin (heading) with (fastupdate = off);
create index indexed_pairs on publicsite.indexed using gin (publicsite.pairs_of(everything)) with (fastupdate = off);

-- Who finds a row, as before. What is public and shows itself as it is is found by everybody, and is asked first: of most rows nothing else is asked.
create or replace view publicsite.findable as
  select i.kind, i.record, i.part, i.face, i.sight, i.part_two, i.body, i.other_body, i.meeting, i.item, i.author, i.maker, i.day, i.subject, i.title, i.words,
    i.heading, i.everything, i.came_out, publicsite.pairs_of(i.everything) as pairs
  from publicsite.indexed i where (i.sight = 'public' and not i.face) or ((
    i.sight = 'public'
    or (i.sight = 'members' and (
      i.body = any ((select governance.my_full_sight_bodies())::uuid[]) or i.other_body = any ((select governance.my_full_sight_bodies())::uuid[])
      or (i.kind <> 'plan' and i.meeting = any ((select meetings.my_guest_meetings())::uuid[]))
      or (i.kind = 'meeting' and i.body = any ((select governance.my_observer_bodies())::uuid[]))))
    or i.body = any ((select governance.my_clerk_bodies())::uuid[]) or i.body = any ((select governance.my_chair_bodies())::uuid[])
    or i.author = (select governance.my_person()) or i.maker = (select platform.actor())
    or (i.kind = 'meeting' and i.record = any ((select meetings.my_paper_meetings())::uuid[]))
    or (i.kind = 'item' and i.record = any ((select meetings.my_paper_items())::uuid[]))
    or (i.kind = 'action' and i.record = any ((select meetings.my_led_actions())::uuid[])))
  and (i.kind not in ('paper', 'file') or not i.part_two or i.sight = 'draft' or not (i.meeting = any ((select meetings.my_ended_meetings())::uuid[])))
  and (not i.face or not (i.body = any ((select governance.my_full_sight_bodies() || governance.my_clerk_bodies() || governance.my_chair_bodies())::uuid[])
    or i.meeting = any ((select meetings.my_guest_meetings())::uuid[]) or i.record = any ((select meetings.my_paper_items())::uuid[]))));
