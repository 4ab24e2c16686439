-- What intentions and cases of pipelines foresee comes out as open contracting data (requirement C15): what touches one is noted, so that what is taken back is gone with the next answer.
create trigger open_data after insert or update or delete on commissioning.intention for each row execute function publicsite.note_change('contract', 'id');
create trigger open_data after insert or update or delete on commissioning.process for each row execute function publicsite.note_change('contract', 'id');
create trigger open_data after insert or update or delete on commissioning.process_case for each row execute function publicsite.note_change('contract', 'id');
create trigger open_data after insert or update or delete on commissioning.case_event for each row execute function publicsite.note_change('contract', 'case');
create trigger open_data after insert or update or delete on commissioning.case_date for each row execute function publicsite.note_change('contract', 'case');
create trigger open_data after insert or update or delete on commissioning.service for each row execute function publicsite.note_change('contract', 'id');
create trigger open_data after insert or update or delete on commissioning.foreseen_clearing for each row execute function publicsite.note_change('contract', 'subject');
-- What earlier releases hold comes out with the next look.
insert into publicsite.change (kind, subject, transaction) values ('governance', '00000000-0000-0000-0000-000000000000', pg_current_xact_id()::text::bigint) on conflict do nothing;
