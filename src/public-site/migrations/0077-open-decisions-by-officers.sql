-- Decisions by officers are open data: they belong to no meeting, and are looked at with what belongs to none.
do $$
declare name text;
begin
  foreach name in array array['officer_decision', 'officer_decision_content'] loop
    execute format('create trigger open_data after insert or update or delete on meetings.%I for each row execute function publicsite.note_change(''governance'')', name);
  end loop;
end $$;
