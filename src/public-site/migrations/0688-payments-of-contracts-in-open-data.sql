-- Payments of contracts come out as open contracting data (requirement C15): what an approved run put into a ledger is noted.
create trigger open_data after insert or update or delete on commissioning.payment_posting for each row execute function publicsite.note_change('contract', 'contract');
