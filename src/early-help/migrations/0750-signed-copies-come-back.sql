-- A signed plan comes back as paper: photographs of its pages lie with the print that was signed, sealed as the plan is (requirement E4; handbook of early help 4: a signed copy back).
alter table casework.plan_print add constraint plan_print_of_its_family unique (id, episode);
create table casework.signed_page (
  id uuid primary key,
  episode uuid not null references casework.episode,
  print uuid not null,
  number int not null default 0 check (number between 1 and 20),
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  width int not null check (width > 0),
  height int not null check (height > 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 8388608),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (print, episode) references casework.plan_print (id, episode),
  unique (print, number)
);
comment on table casework.signed_page is 'A page of a signed copy of the plan, as a photograph that was made anew from its pixels; kept here and nowhere else';
comment on column casework.signed_page.number is 'Which page of the paper, from 1 to 20';
create index on casework.signed_page (episode);
select casework.seal_content('casework.signed_page', 'plan', array['reader']);
-- What was signed stays as it came.
revoke update on casework.signed_page from goldenthread_casework;
create trigger by_keeper before insert on casework.signed_page for each row execute function casework.only_keeper();

-- A page is one of a copy that came back, and the next one of it, also where two add at the same time.
create function casework.of_what_came_back() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from casework.plan_print p where p.id = new.print and p.signed_on is not null for update;
  if not found then
    raise exception 'no signed copy of this print came back' using errcode = 'check_violation', constraint = 'came_back';
  end if;
  new.number := 1 + (select count(*) from casework.signed_page s where s.print = new.print);
  return new;
end $$;
revoke all on function casework.of_what_came_back() from public;
create trigger came_back before insert on casework.signed_page for each row execute function casework.of_what_came_back();
