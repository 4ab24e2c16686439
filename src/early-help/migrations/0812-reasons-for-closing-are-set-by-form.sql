-- Reasons for closing are told in the partnership's own words, each under one of the reasons that figures count, from a day on and signed, as thresholds are (migration 0770;
-- requirement E5, handbook of early help 1.6, 1.9). What is counted, published and given to other systems is the reason alone, so that no renaming changes a figure.
create table casework.closing_document (
  id uuid primary key,
  name text not null check (name ~ '\S' and length(name) <= 200),
  source text not null check (source ~ '\S' and length(source) <= 500),
  starts_on date not null unique,
  reasons int not null check (reasons between 11 and 66),
  set_by uuid references governance.person,
  set_on date,
  constraint signed check ((set_by is null) = (set_on is null))
);
comment on column casework.closing_document.reasons is 'How many words it has: all of them said in the transaction that sets it, none afterwards, and one at least for each reason.';
comment on column casework.closing_document.set_by is 'Who set it; null: what the product brought.';
create table casework.closing_reason (
  document uuid not null references casework.closing_document,
  reason text not null check (reason in ('needs-met', 'single-agency', 'stepped-up', 'withdrew', 'not-engaging', 'moved', 'aged-out', 'duplicate', 'died', 'other', 'refused')),
  position int not null check (position between 1 and 6),
  name text not null check (name ~ '\S' and length(name) <= 200),
  primary key (document, reason, position),
  unique (document, name)
);
comment on table casework.closing_reason is 'By which words a reason is chosen; the first of a reason stands for it where none was chosen.';
insert into casework.closing_document (id, name, source, starts_on, reasons) values
  ('018f0812-0000-7000-8000-000000000001', 'Reasons as proposed', 'Proposed to the partnership, which decides', '2010-01-01', 11);
insert into casework.closing_reason (document, reason, position, name) select '018f0812-0000-7000-8000-000000000001', r, 1, n from (values
  ('needs-met', 'Needs are met'), ('single-agency', 'One agency goes on alone'), ('stepped-up', 'Stepped up to social care, which accepted'), ('withdrew', 'The family withdrew its agreement'),
  ('not-engaging', 'The family does not engage'), ('moved', 'The family moved away'), ('aged-out', 'The children have grown up'), ('duplicate', 'Entered twice, or by mistake'),
  ('died', 'Somebody died'), ('other', 'Another reason'), ('refused', 'The family did not agree to help')) v (r, n);

-- The five that are reported are told as themselves, whoever sets it: withdrew and not engaging are different, and never added up.
alter table casework.closure_group
  add column document uuid references casework.closing_document,
  add constraint told_as_itself check (case reason when 'needs-met' then reported_as = 'needs-met' when 'not-engaging' then reported_as = 'not-engaging' when 'moved' then reported_as = 'moved'
    when 'withdrew' then reported_as = 'consent-withdrawn' when 'stepped-up' then reported_as = 'stepped-up' else true end),
  add constraint known_reason check (reason in ('needs-met', 'single-agency', 'stepped-up', 'withdrew', 'not-engaging', 'moved', 'aged-out', 'duplicate', 'died', 'other', 'refused'));
update casework.closure_group set document = '018f0812-0000-7000-8000-000000000001';
alter table casework.closure_group alter column document set not null;

create function casework.name_closing() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare has casework.closing_document;
begin
  select * into has from casework.closing_document d where d.id = new.document;
  if tg_table_name = 'closure_group' then
    if new.starts_on is distinct from has.starts_on then
      raise exception 'a reason is told otherwise from the day of its document on' using errcode = 'check_violation', constraint = 'group_of_its_day';
    end if;
  elsif (select count(*) from casework.closing_reason r where r.document = new.document) >= has.reasons then
    raise exception 'the document has fewer reasons' using errcode = 'check_violation', constraint = 'reason_of_the_document';
  end if;
  return new;
end $$;
create trigger of_the_document before insert on casework.closing_reason for each row execute function casework.name_closing();
create trigger of_the_document before insert on casework.closure_group for each row execute function casework.name_closing();
create function casework.complete_closing() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select count(*) from casework.closing_reason r where r.document = new.id) <> new.reasons
      or (select count(distinct r.reason) from casework.closing_reason r where r.document = new.id and r.position = 1) <> 11
      or (select count(*) from casework.closure_group g where g.document = new.id) <> 11 then
    raise exception 'a document names every reason for closing, and as what each is reported, at once' using errcode = 'check_violation', constraint = 'closing_complete';
  end if;
  return null;
end $$;
create constraint trigger complete after insert on casework.closing_document deferrable initially deferred for each row execute function casework.complete_closing();
create trigger append_only before update or delete on casework.closing_document for each row execute function platform.refuse_change();
create trigger append_only before update or delete on casework.closing_reason for each row execute function platform.refuse_change();
create trigger append_only before update or delete on casework.closure_group for each row execute function platform.refuse_change();

-- A closing keeps the words of its day.
alter table casework.closure add column called text not null default '' check (length(called) <= 200);
comment on column casework.closure.called is 'The partnership’s own words for the reason, of the day of closing; whatever they are called later.';
create function casework.call_closure() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of_day constant uuid := (select d.id from casework.closing_document d where d.starts_on <= new.closed_on order by d.starts_on desc limit 1);
begin
  if not exists (select from casework.closing_reason r where r.document = of_day and r.reason = new.reason and r.name = new.called) then
    new.called := coalesce((select r.name from casework.closing_reason r where r.document = of_day and r.reason = new.reason and r.position = 1), '');
  end if;
  return new;
end $$;
update casework.closure c set called = r.name from casework.closing_reason r where r.reason = c.reason;
create trigger called before insert or update of closed_on, reason, called on casework.closure for each row execute function casework.call_closure();
-- Whoever closes says by which of the words, in the transaction in which it is closed and in no other.
create function casework.say_closure(asked uuid, words text) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update casework.closure c set called = words where c.episode = asked and c.reopened_on is null and c.xmin = pg_current_xact_id_if_assigned()::xid
    and exists (select from casework.look l where l.episode = asked and l.person = governance.my_person() and l.transaction = pg_current_xact_id_if_assigned()) $$;

do $$
declare
  name text;
  posted constant text := '(select casework.my_agencies()) <> ''{}''::uuid[]';
  sets constant text := '(select casework.is_administrator())';
begin
  foreach name in array array['closing_document', 'closing_reason'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select on casework.%I to goldenthread_casework', name);
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, posted);
  end loop;
  foreach name in array array['closing_document', 'closing_reason', 'closure_group'] loop
    execute format('grant insert on casework.%I to goldenthread_casework', name);
    execute format('create policy read_settled on casework.%I for select to goldenthread_casework using (%s)', name, sets);
  end loop;
  execute format('create policy set_it on casework.closing_document for insert to goldenthread_casework
    with check (%s and set_by = (select casework.me()) and set_on = platform.today() and starts_on > platform.today())', sets);
  foreach name in array array['closing_reason', 'closure_group'] loop
    execute format('create policy set_it on casework.%I for insert to goldenthread_casework with check (%s and exists (select from casework.closing_document d
      where d.id = document and d.set_by = (select casework.me()) and d.set_on = platform.today()))', name, sets);
  end loop;
end $$;
revoke all on function casework.name_closing(), casework.complete_closing(), casework.call_closure(), casework.say_closure(uuid, text) from public;
grant execute on function casework.say_closure(uuid, text) to goldenthread_casework;
