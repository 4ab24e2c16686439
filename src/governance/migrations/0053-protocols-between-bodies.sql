-- Protocols between bodies: parties, purpose, signatures, review, and duties in a yearly cycle of windows (G15).
create table governance.protocol (
  id uuid primary key,
  title text not null check (title <> ''),
  purpose text not null check (purpose <> ''),
  source text not null default '',         -- where the signed paper is; empty where that is not recorded
  review_on date,                          -- by when it is looked at again; null where that is not stated
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1
);
create table governance.protocol_party (
  protocol uuid not null references governance.protocol,
  body uuid not null references governance.body,
  signed_by text not null default '',
  signed_on date,
  primary key (protocol, body),
  check ((signed_by = '') = (signed_on is null))
);
create index on governance.protocol_party (body);
-- A window is of whole months and may cross New Year: October to February opens in the year of the cycle and closes in the next.
create table governance.protocol_duty (
  id uuid primary key,
  protocol uuid not null references governance.protocol,
  body uuid not null references governance.body,
  title text not null check (title <> ''),
  opens_month int not null check (opens_month between 1 and 12),
  closes_month int not null check (closes_month between 1 and 12),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  foreign key (protocol, body) references governance.protocol_party (protocol, body)
);
create unique index protocol_duty_once on governance.protocol_duty (protocol, body, md5(title)) where ends_on is null;
create index on governance.protocol_duty (body);
-- What became of a duty in the cycle of a year; where there is none, it is coming, due or overdue.
create table governance.duty_outcome (
  duty uuid not null references governance.protocol_duty,
  cycle_year int not null check (cycle_year between 1900 and 2199),
  outcome text not null check (outcome in ('met', 'waived')),
  on_day date not null,
  note text not null default '',           -- what was done, or why it was waived
  version int not null default 1,
  primary key (duty, cycle_year),
  check (outcome = 'met' or note <> '')
);

-- The clerk of the body that owes a duty says what became of it; where it has no clerk here, that of another party.
create function governance.settles_duty(asked uuid) returns boolean language sql stable as $$
  select exists (
    select from governance.protocol_duty d where d.id = asked and (
      d.body = any (governance.my_clerk_bodies())
      or (not exists (select from governance.office o where o.body = d.body and o.role = 'clerk' and governance.holds(o.starts_on, o.ends_on))
        and exists (select from governance.protocol_party p where p.protocol = d.protocol and p.body = any (governance.my_clerk_bodies()))))) $$;

grant select, insert, update on governance.protocol, governance.protocol_party, governance.protocol_duty, governance.duty_outcome to goldenthread_app;
select platform.protect('governance.protocol'), platform.protect('governance.protocol_party'), platform.protect('governance.protocol_duty'),
  platform.protect('governance.duty_outcome');
-- Everybody reads what boards have promised one another; administrators keep it, like the relationships.
do $$
declare name text;
begin
  foreach name in array array['protocol', 'protocol_party', 'protocol_duty'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app using (true)', name);
    execute format('create policy administer on governance.%I to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()))', name);
  end loop;
end $$;
create policy read on governance.duty_outcome for select to goldenthread_app using (true);
create policy settle on governance.duty_outcome for insert to goldenthread_app with check (governance.settles_duty(duty));
create policy settle_again on governance.duty_outcome for update to goldenthread_app using (governance.settles_duty(duty)) with check (governance.settles_duty(duty));
