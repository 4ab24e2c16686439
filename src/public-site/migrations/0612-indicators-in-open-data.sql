-- Indicators of contracts, what was reported of them and how performance was assessed are told in open contracting data (requirement C15): what touches one is noted.
do $$
declare name text;
begin
  foreach name in array array['contract_kpi', 'kpi_result', 'contract_assessment'] loop
    execute format('create trigger open_data after insert or update or delete on commissioning.%I for each row execute function publicsite.note_change(''contract'', ''contract'')', name);
  end loop;
end $$;
