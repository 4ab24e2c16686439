-- To what a voice was brought (requirement S4): an item of an agenda, a decision, a priority or an outcome of a plan. The day is the one on which it was
-- done, so that 'before the decision' cannot be made true afterwards.
create table voice.attachment (
  id uuid primary key,
  body uuid not null references governance.body,
  event uuid,
  consultation uuid,
  theme uuid,                                              -- null: the voice as a whole
  item uuid references meetings.agenda_item,
  decision uuid references meetings.decision,
  priority uuid references plans.priority,
  outcome uuid references plans.outcome,
  why text not null check (why <> ''),                     -- what it says about that
  attached_on date not null,
  attached_by uuid not null,
  ended_on date check (ended_on >= attached_on),           -- first day on which it no longer holds: made in error
  foreign key (event, body) references voice.event (id, body),
  foreign key (consultation, body) references voice.exercise (consultation, body),
  foreign key (theme, body) references voice.theme (id, body),
  check (num_nonnulls(event, consultation) = 1),
  check (num_nonnulls(item, decision, priority, outcome) = 1)
);
create index on voice.attachment (body);
create index on voice.attachment (event) where event is not null;
create index on voice.attachment (consultation) where consultation is not null;
create index on voice.attachment (item) where item is not null;
create index on voice.attachment (decision) where decision is not null;
create index on voice.attachment (priority) where priority is not null;
create index on voice.attachment (outcome) where outcome is not null;
create unique index attachment_once on voice.attachment (coalesce(event, consultation), coalesce(item, decision, priority, outcome),
  coalesce(theme, '00000000-0000-0000-0000-000000000000')) where ended_on is null;

select platform.protect('voice.attachment');
grant select, insert, update on voice.attachment to goldenthread_app;
create policy system on voice.attachment to goldenthread_app using ((select voice.is_system())) with check ((select voice.is_system()));
-- It is seen by those who see both of its ends, and by nobody else.
create policy read on voice.attachment for select to goldenthread_app using (
  (exists (select from voice.event e where e.id = event) or exists (select from voice.exercise x where x.consultation = attachment.consultation))
  and (exists (select from meetings.item_content i where i.item = attachment.item) or exists (select from meetings.decision d where d.id = decision)
    or exists (select from plans.priority p where p.id = priority) or exists (select from plans.outcome o where o.id = outcome)));
create policy attach on voice.attachment for insert to goldenthread_app with check (
  body = any ((select governance.my_clerk_bodies())::uuid[]) and attached_by = (select platform.actor()) and attached_on = (select platform.today()) and ended_on is null);
create policy end_it on voice.attachment for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]) and ended_on = (select platform.today()));

-- A matter of a meeting is the board's own; plans may be anybody's. It is ended once, and stays otherwise as it was made.
create function voice.keep_attachment() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'ended_on' is distinct from to_jsonb(old) - 'ended_on' or old.ended_on is not null then
      raise exception 'an attachment is ended once and stays as it was made' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.item is not null and not exists (select from meetings.agenda_item i join meetings.meeting m on m.id = i.meeting where i.id = new.item and (m.body = new.body or new.body = any (m.joint))))
     or (new.decision is not null and not exists (select from meetings.decision d where d.id = new.decision and d.of_body = new.body)) then
    raise exception 'a matter of another board' using errcode = 'check_violation', constraint = 'attachment_own_matter';
  end if;
  return new;
end $$;
revoke all on function voice.keep_attachment() from public;
create trigger attachment_steps before insert or update on voice.attachment for each row execute function voice.keep_attachment();

-- Voices on the golden thread (requirement T1), as src/platform/thread/part.ts says.
create view voice.thread_node with (security_invoker = true) as
  select 'event'::text as kind, e.id, e.title as label, e.body as body_id, e.held_on as starts_on, null::date as ends_on,
    case when e.sight = 'draft' then '{draft}'::text[] else '{}'::text[] end as says
    from voice.event e
  union all
  select 'consultation'::text, x.consultation, c.title, x.body, c.starts_on, null::date, '{}'::text[]
    from voice.exercise x join meetings.consultation c on c.id = x.consultation;
create view voice.thread_link with (security_invoker = true) as
  select 'event'::text as from_kind, a.event as from_id, 'speaks-to'::text as relation, 'decision'::text as to_kind, a.decision as to_id, a.attached_on as starts_on, a.ended_on as ends_on
    from voice.attachment a where a.event is not null and a.decision is not null
  union all
  select 'event'::text, a.event, 'speaks-to'::text, 'priority'::text, a.priority, a.attached_on, a.ended_on from voice.attachment a where a.event is not null and a.priority is not null
  union all
  select 'event'::text, a.event, 'speaks-to'::text, 'outcome'::text, a.outcome, a.attached_on, a.ended_on from voice.attachment a where a.event is not null and a.outcome is not null
  union all
  select 'consultation'::text, a.consultation, 'speaks-to'::text, 'decision'::text, a.decision, a.attached_on, a.ended_on from voice.attachment a where a.consultation is not null and a.decision is not null
  union all
  select 'consultation'::text, a.consultation, 'speaks-to'::text, 'priority'::text, a.priority, a.attached_on, a.ended_on from voice.attachment a where a.consultation is not null and a.priority is not null
  union all
  select 'consultation'::text, a.consultation, 'speaks-to'::text, 'outcome'::text, a.outcome, a.attached_on, a.ended_on from voice.attachment a where a.consultation is not null and a.outcome is not null;
grant select on voice.thread_node, voice.thread_link to goldenthread_app;
