-- Documents are files named by their own sha-256, outside the database; here is who holds them. A file that nobody holds is swept away.
create table platform.document_reference (
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  holder_type text not null check (holder_type ~ '^[a-z][a-z0-9.-]*$'),
  holder_id uuid not null,
  held_at timestamptz not null default now(),
  primary key (sha256, holder_type, holder_id)
);
create index on platform.document_reference (holder_type, holder_id);
grant select, insert, delete on platform.document_reference to goldenthread_app;

-- One row for each mail and recipient: the evidence of despatch. The words of the mail are not kept here.
create table platform.mail_delivery (
  id uuid primary key,
  recipient text not null,
  about_type text check (about_type ~ '^[a-z][a-z0-9.-]*$'),
  about_id uuid,
  queued_by uuid default platform.actor(),                -- null: a visitor, for example one who forgot a password
  queued_at timestamptz not null default now(),
  attempts int not null default 0,
  sent_at timestamptz,                                    -- when the mail server took it
  kept_at timestamptz,                                    -- when it was kept here, because no mail server is set
  failed_at timestamptz,                                  -- last failure; cleared when a later attempt succeeds
  error text,                                             -- what the mail server said
  check ((about_type is null) = (about_id is null)),
  check (sent_at is null or kept_at is null)
);
create index on platform.mail_delivery (about_type, about_id);
create index on platform.mail_delivery (queued_at);
select platform.protect('platform.mail_delivery');
create policy queue_as_self on platform.mail_delivery for insert to goldenthread_app
  with check (queued_by is not distinct from (select platform.actor()));
-- Whoever queued it, and administrators: an address is nobody else's business.
create policy read_delivery on platform.mail_delivery for select to goldenthread_app
  using (queued_by = (select platform.actor()) or platform.actor() = platform.system_actor() or (select platform.is_administrator()));
create policy record_delivery on platform.mail_delivery for update to goldenthread_app
  using (platform.actor() = platform.system_actor()) with check (platform.actor() = platform.system_actor());
grant select, insert (id, recipient, about_type, about_id), update (attempts, sent_at, kept_at, failed_at, error) on platform.mail_delivery to goldenthread_app;

-- Mail that could not leave because no mail server is set. Only administrators read it.
create table platform.kept_mail (
  id uuid primary key references platform.mail_delivery on delete cascade,
  subject text not null,
  body_text text not null,
  body_html text,
  attachments jsonb not null default '[]',                -- [{filename, contentType, content in base64}]
  kept_at timestamptz not null default now()
);
select platform.protect('platform.kept_mail');
create policy keep_as_system on platform.kept_mail for insert to goldenthread_app with check (platform.actor() = platform.system_actor());
create policy administrators_read on platform.kept_mail for select to goldenthread_app using ((select platform.is_administrator()));
create policy administrators_clear on platform.kept_mail for delete to goldenthread_app using ((select platform.is_administrator()));
grant select, insert, delete on platform.kept_mail to goldenthread_app;

-- What became of mails, without their addresses: for the evidence of despatch, which every clerk of a body may look at, whoever sent them.
create function platform.delivery_states(mails uuid[])
  returns table (id uuid, sent_at timestamptz, kept_at timestamptz, failed_at timestamptz, error text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.id, d.sent_at, d.kept_at, d.failed_at, d.error from platform.mail_delivery d where d.id = any (mails) $$;
revoke all on function platform.delivery_states(uuid[]) from public;
grant execute on function platform.delivery_states(uuid[]) to goldenthread_app;
