-- Topics over all boards: what items of agendas and plans and decisions are about, so that one matter can be followed wherever it is dealt with (O2, O3).
-- The list is the partnership's and dated: a topic that ended stays at its address, and is no longer offered.
create table meetings.topic (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),  -- in addresses, so it never changes
  name text not null check (name <> ''),
  about text not null default '',
  starts_on date not null,
  ends_on date,                            -- first day on which it is no longer offered; null: it is
  version int not null default 1,
  check (ends_on > starts_on)
);
create unique index topic_name_once on meetings.topic (lower(name));

create table meetings.item_topic (
  item uuid not null,
  topic uuid not null references meetings.topic,
  meeting uuid not null,
  body uuid not null,
  primary key (item, topic),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting) on delete cascade,
  foreign key (meeting, body) references meetings.meeting (id, body)
);
create index on meetings.item_topic (topic);
create index on meetings.item_topic (meeting);

alter table meetings.plan_item add unique (id, body);
create table meetings.plan_topic (
  plan_item uuid not null,
  topic uuid not null references meetings.topic,
  body uuid not null,
  primary key (plan_item, topic),
  foreign key (plan_item, body) references meetings.plan_item (id, body)
);
create index on meetings.plan_topic (topic);

-- Besides those of its item.
create table meetings.decision_topic (
  decision uuid not null,
  topic uuid not null references meetings.topic,
  meeting uuid not null,
  body uuid not null,
  primary key (decision, topic),
  foreign key (decision, meeting) references meetings.decision (id, meeting),
  foreign key (meeting, body) references meetings.meeting (id, body)
);
create index on meetings.decision_topic (topic);
create index on meetings.decision_topic (meeting);

-- What a publication was about when it was withdrawn: its items are hidden then, and whoever follows the topic is told of the withdrawal all the same.
create table meetings.publication_topic (
  publication uuid not null references meetings.publication,
  topic uuid not null references meetings.topic,
  primary key (publication, topic)
);
create index on meetings.publication_topic (topic);

select platform.protect('meetings.topic'), platform.protect('meetings.item_topic'), platform.protect('meetings.plan_topic'),
  platform.protect('meetings.decision_topic'), platform.protect('meetings.publication_topic');
grant select, insert, update on meetings.topic to goldenthread_app;
grant select, insert, delete on meetings.item_topic, meetings.plan_topic, meetings.decision_topic to goldenthread_app;
grant select, insert on meetings.publication_topic to goldenthread_app;

create policy read on meetings.topic for select to goldenthread_app using (true);
create policy administer on meetings.topic to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
-- What an item is about is part of its content: of Part 2 it is seen by those who see that.
create policy read on meetings.item_topic for select to goldenthread_app using (exists (select from meetings.item_content c where c.item = item_topic.item));
create policy read on meetings.plan_topic for select to goldenthread_app using (exists (select from meetings.plan_item p where p.id = plan_item));
create policy read on meetings.decision_topic for select to goldenthread_app using (exists (select from meetings.decision d where d.id = decision));
create policy read on meetings.publication_topic for select to goldenthread_app using (exists (select from meetings.publication b where b.id = publication));
do $$
declare name text;
begin
  foreach name in array array['item_topic', 'plan_topic', 'decision_topic'] loop
    execute format('create policy keep on meetings.%I to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[])) '
      || 'with check (body = any ((select governance.my_clerk_bodies())::uuid[]))', name);
  end loop;
  foreach name in array array['topic', 'item_topic', 'plan_topic', 'decision_topic', 'publication_topic'] loop
    execute format('create policy system on meetings.%I to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()))', name);
  end loop;
end $$;
create policy keep on meetings.publication_topic for insert to goldenthread_app with check (exists (
  select from meetings.publication b where b.id = publication and b.body = any ((select governance.my_clerk_bodies())::uuid[])));
