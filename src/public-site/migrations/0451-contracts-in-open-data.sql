-- Contracts in open data (requirement C15): what touches one is noted, so that what is taken back is gone with the next answer.
alter table publicsite.change drop constraint change_kind_check;
alter table publicsite.change add constraint change_kind_check check (kind in ('meeting', 'body', 'governance', 'contract'));
do $$
declare name text;
begin
  execute 'create trigger open_data after insert or update or delete on commissioning.contract for each row execute function publicsite.note_change(''contract'', ''id'')';
  foreach name in array array['contract_lot', 'contract_provider', 'contract_extension', 'contract_origin'] loop
    execute format('create trigger open_data after insert or update or delete on commissioning.%I for each row execute function publicsite.note_change(''contract'', ''contract'')', name);
  end loop;
  foreach name in array array['provider', 'provider_identifier', 'buyer_identifier'] loop
    execute format('create trigger open_data after insert or update or delete on commissioning.%I for each row execute function publicsite.note_change(''governance'')', name);
  end loop;
end $$;
-- What earlier releases hold comes out with the next look.
insert into publicsite.change (kind, subject, transaction) values ('governance', '00000000-0000-0000-0000-000000000000', pg_current_xact_id()::text::bigint) on conflict do nothing;
