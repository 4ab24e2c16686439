-- What the partnership settled of its practice is set from a day on and signed, as the thresholds of drift are (migration 0633): a row is added, none is changed (handbook of early help 1.9).
-- Months, weeks and days of the practice are set by an administrator; what an emergency opens and how soon a request is answered by whoever owns information governance.
do $$
declare
  name text;
  setter text;
  posted constant text := '(select casework.my_agencies()) <> ''{}''::uuid[]';
begin
  foreach name in array array['practice_rule', 'plan_rule', 'movement_rule', 'movement_clock', 'emergency_rule', 'access_rule'] loop
    setter := case when name in ('emergency_rule', 'access_rule') then '(select casework.may_approve_sharing())' else '(select casework.is_administrator())' end;
    execute format('alter table casework.%I
      add column set_by uuid references governance.person,
      add column set_on date,
      add constraint signed check ((set_by is null) = (set_on is null)),
      add constraint source_said check (source ~ ''\S'' and length(source) <= 500)', name);
    execute format('comment on column casework.%I.set_by is %L', name, 'Who set it; null: what the product brought.');
    execute format('grant insert on casework.%I to goldenthread_casework', name);
    execute format('create policy read_settled on casework.%I for select to goldenthread_casework using (%s or (select casework.is_administrator()))', name, posted);
    execute format('create policy set_it on casework.%I for insert to goldenthread_casework
      with check (%s and set_by = (select casework.me()) and set_on = platform.today() and starts_on >= platform.today())', name, setter);
    execute format('create trigger append_only before update or delete on casework.%I for each row execute function platform.refuse_change()', name);
  end loop;
end $$;
