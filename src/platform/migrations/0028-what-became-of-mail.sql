-- What became of a mail after it left (requirements M7, X3): taken with the server's own words, refused for ever, delayed, or come back.
alter table platform.mail_delivery
  add column server text,                                 -- the mail server that took it
  add column response text,                               -- what it said
  add column refused_at timestamptz,                      -- when a server said no for ever; failed_at alone: it is tried again
  add column delayed_at timestamptz,                      -- when a server reported that it still tries (RFC 3464)
  add column bounced_at timestamptz,                      -- when a server reported that it could not deliver
  add column bounce_status text,                          -- for example 5.1.1 (RFC 3463)
  add column bounce_reason text,
  add column sender text not null default '';             -- the envelope's sender, at which reports arrive
grant update (server, response, refused_at, delayed_at, bounced_at, bounce_status, bounce_reason, sender) on platform.mail_delivery to goldenthread_app;

-- The same without addresses, for every clerk who has the number from evidence that they may see.
create function platform.delivery_reports(mails uuid[])
  returns table (id uuid, sent_at timestamptz, kept_at timestamptz, failed_at timestamptz, refused_at timestamptz, delayed_at timestamptz, bounced_at timestamptz,
    server text, response text, error text, bounce_status text, bounce_reason text, attempts int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  -- Servers repeat the address in what they say.
  select d.id, d.sent_at, d.kept_at, d.failed_at, d.refused_at, d.delayed_at, d.bounced_at, d.server,
    regexp_replace(d.response, pattern, hidden, 'g'), regexp_replace(d.error, pattern, hidden, 'g'), d.bounce_status,
    regexp_replace(d.bounce_reason, pattern, hidden, 'g'), d.attempts
  from platform.mail_delivery d, (values ('[^\s<>"'':;,]+@[^\s<>"'':;,]+', '(address)')) as words (pattern, hidden)
  where d.id = any (mails) and platform.actor() is not null $$;
revoke all on function platform.delivery_reports(uuid[]) from public;
grant execute on function platform.delivery_reports(uuid[]) to goldenthread_app;

-- How somebody wants to be told of what need not reach them at once. Without a row: at once, with calendar entries.
create table platform.mail_choice (
  account uuid primary key,
  news text not null check (news in ('immediate', 'digest', 'none')),
  calendar boolean not null default true,                 -- whether notices of meetings bring a calendar entry
  changed_at timestamptz not null default now()
);
select platform.protect('platform.mail_choice');
grant select, insert, update on platform.mail_choice to goldenthread_app;
create policy own on platform.mail_choice to goldenthread_app using (account = (select platform.actor())) with check (account = (select platform.actor()));
create policy read_as_system on platform.mail_choice for select to goldenthread_app using (platform.actor() = platform.system_actor());
-- Whoever sends must know; a visitor sends nothing.
create function platform.mail_choices(accounts uuid[]) returns table (account uuid, news text, calendar boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.account, c.news, c.calendar from platform.mail_choice c where c.account = any (accounts) and platform.actor() is not null $$;
revoke all on function platform.mail_choices(uuid[]) from public;
grant execute on function platform.mail_choices(uuid[]) to goldenthread_app;

-- One digest a person and day, however often the job runs.
create table platform.digest (
  account uuid not null,
  day date not null,
  mail uuid,                                              -- null: there was nothing to tell
  at timestamptz not null,
  primary key (account, day)
);
select platform.protect('platform.digest');
grant select, insert on platform.digest to goldenthread_app;
create policy own on platform.digest to goldenthread_app using (account = (select platform.actor())) with check (account = (select platform.actor()));
create policy system on platform.digest for select to goldenthread_app using (platform.actor() = platform.system_actor());
