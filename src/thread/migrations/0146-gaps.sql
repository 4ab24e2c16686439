-- What may be joined at the start (requirement T1). A partnership ends a rule and begins another; kinds that no part of the house records yet wait for theirs.
insert into thread.link_rule (id, from_kind, relation, to_kind, starts_on) values
  ('00000000-0145-7000-8000-000000000001', 'priority', 'answers', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000002', 'plan', 'answers', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000003', 'outcome', 'answers', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000004', 'plan', 'delivers', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000005', 'plan', 'delivers', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000006', 'plan', 'has-regard-to', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000007', 'plan-action', 'delivers', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000008', 'plan-action', 'delivers', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000009', 'plan-action', 'responds-to', 'recommendation', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000010', 'plan-action', 'responds-to', 'challenge', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000011', 'plan-action', 'carries-out', 'decision', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000012', 'plan-action', 'carries-out', 'officer-decision', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000013', 'action', 'delivers', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000014', 'action', 'delivers', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000015', 'action', 'delivers', 'plan-action', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000016', 'action', 'delivers', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000017', 'action', 'responds-to', 'recommendation', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000018', 'action', 'responds-to', 'challenge', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000019', 'action', 'carries-out', 'decision', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000020', 'action', 'carries-out', 'officer-decision', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000021', 'decision', 'decides-on', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000022', 'decision', 'decides-on', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000023', 'decision', 'decides-on', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000024', 'decision', 'decides-on', 'plan-action', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000025', 'decision', 'answers', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000026', 'decision', 'responds-to', 'recommendation', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000027', 'decision', 'responds-to', 'challenge', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000028', 'decision', 'responds-to', 'consultation', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000029', 'officer-decision', 'decides-on', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000030', 'officer-decision', 'decides-on', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000031', 'officer-decision', 'decides-on', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000032', 'officer-decision', 'decides-on', 'plan-action', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000033', 'officer-decision', 'answers', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000034', 'officer-decision', 'responds-to', 'recommendation', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000035', 'officer-decision', 'responds-to', 'challenge', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000036', 'officer-decision', 'responds-to', 'consultation', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000037', 'measure', 'measures', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000038', 'measure', 'measures', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000039', 'measure', 'measures', 'plan-action', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000040', 'measure', 'measures', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000041', 'risk', 'threatens', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000042', 'risk', 'threatens', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000043', 'risk', 'threatens', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000044', 'finding', 'serves', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000045', 'recommendation', 'serves', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000046', 'recommendation', 'serves', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000047', 'recommendation', 'serves', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000048', 'recommendation', 'serves', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000049', 'recommendation', 'came-from', 'review', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000050', 'recommendation', 'came-from', 'audit-round', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000051', 'challenge', 'serves', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000052', 'challenge', 'serves', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000053', 'review', 'serves', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000054', 'review', 'serves', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000055', 'review', 'serves', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000056', 'audit-round', 'serves', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000057', 'audit-round', 'serves', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000058', 'audit-round', 'serves', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000059', 'consultation', 'speaks-to', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000060', 'consultation', 'speaks-to', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000061', 'consultation', 'speaks-to', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000062', 'consultation', 'speaks-to', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000063', 'consultation', 'speaks-to', 'measure', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000064', 'consultation', 'speaks-to', 'decision', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000065', 'event', 'speaks-to', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000066', 'event', 'speaks-to', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000067', 'event', 'speaks-to', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000068', 'event', 'speaks-to', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000069', 'event', 'speaks-to', 'measure', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000070', 'event', 'speaks-to', 'decision', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000071', 'view', 'speaks-to', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000072', 'view', 'speaks-to', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000073', 'view', 'speaks-to', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000074', 'view', 'speaks-to', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000075', 'view', 'speaks-to', 'measure', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000076', 'view', 'speaks-to', 'decision', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000077', 'complaint', 'speaks-to', 'need', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000078', 'complaint', 'speaks-to', 'outcome', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000079', 'complaint', 'speaks-to', 'priority', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000080', 'complaint', 'speaks-to', 'plan', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000081', 'complaint', 'speaks-to', 'measure', '1900-01-01'),
  ('00000000-0145-7000-8000-000000000082', 'complaint', 'speaks-to', 'decision', '1900-01-01');

-- What is answered to a gap (T3): somebody sees to it by a day, or it is accepted until a day by somebody named, and then counted apart.
create table thread.gap_answer (
  id uuid primary key,
  rule text not null check (rule ~ '^[a-z]+(-[a-z]+)*$'),
  kind text not null,
  record uuid not null,
  body uuid references governance.body,    -- the board of the record; null: of no board
  answer text not null check (answer in ('assigned', 'accepted')),
  person uuid not null references governance.person,  -- who sees to it, or who accepted it
  starts_on date not null,
  until date not null check (until > starts_on),      -- by when it is seen to; the first day on which it is accepted no more
  words text not null check (words <> ''),            -- what is to be done; why it is accepted
  ended_on date,                           -- taken back, or seen to
  made_by uuid not null,
  made_at timestamptz not null,
  version int not null default 1
);
create unique index gap_answer_once on thread.gap_answer (rule, record, answer) where ended_on is null;
create index on thread.gap_answer (record);
create index on thread.gap_answer (person) where ended_on is null;
select platform.protect('thread.gap_answer');
grant select, insert, update on thread.gap_answer to goldenthread_app;
-- With the record; whom a gap was given to is for the board and for that person.
create policy read on thread.gap_answer for select to goldenthread_app using (
  exists (select from thread.node n where n.id = record and n.kind = gap_answer.kind)
  and (answer = 'accepted' or body = any ((select governance.my_full_sight_bodies())::uuid[]) or person = (select governance.my_person()) or (select platform.is_administrator())));
create policy make on thread.gap_answer for insert to goldenthread_app with check (
  made_by = (select platform.actor()) and ended_on is null
  and (body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]) or (select platform.is_administrator()))
  and exists (select from thread.node n where n.id = record and n.kind = gap_answer.kind and n.body_id is not distinct from body));
create policy end_it on thread.gap_answer for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])
    or (answer = 'assigned' and person = (select governance.my_person())) or (select platform.is_administrator()))
  with check (ended_on is not null);

create function thread.keep_gap_answer() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['ended_on', 'version']) is distinct from (to_jsonb(old) - array['ended_on', 'version']) or old.ended_on is not null or new.ended_on is null then
    raise exception 'an answer is ended once and stays as it was given' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger gap_answer_stays before update on thread.gap_answer for each row execute function thread.keep_gap_answer();
