-- The words of a paper's tree, without the names of its nodes.
create function meetings.words_of(tree jsonb) returns text language sql immutable as $$
  select coalesce(string_agg(word #>> '{}', ' '), '') from jsonb_path_query(tree, 'strict $.**.text') as word $$;
grant execute on function meetings.words_of(jsonb) to goldenthread_app;

-- What can be searched, as whoever searches: the view asks with the asker's own rights (security_invoker), so that results follow the same policies as pages.
create view meetings.searchable with (security_invoker = true) as
  select c.item as id, 'item'::text as kind, c.meeting, c.body, c.title as title, c.summary as words from meetings.item_content c
  union all
  select i.id, 'item', i.meeting, i.body, i.public_title, '' from meetings.agenda_item i where i.category <> 'public'
  union all
  select p.item, 'paper', p.meeting, p.body, p.title, meetings.words_of(v.tree) from meetings.paper p join meetings.paper_version v on v.paper = p.id and v.state = 'published'
  union all
  select d.id, 'decision', d.meeting, d.body, concat_ws(' ', 'Decision', nullif(d.number, '')), d.text from meetings.decision d where not d.withdrawn
  union all
  select a.id, 'action', a.meeting, a.body, 'Action', a.text from meetings.action a where a.state <> 'withdrawn'
  union all
  select s.meeting, 'minutes', s.meeting, s.body, concat_ws(' ', nullif(s.number, ''), s.heading), meetings.words_of(s.tree)
    from meetings.minutes_section s join meetings.minutes_version v on v.id = s.minutes_version
    where not exists (select from meetings.minutes_version later where later.minutes = v.minutes and later.number > v.number);
grant select on meetings.searchable to goldenthread_app;
