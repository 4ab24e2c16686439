-- A record of supervision is seen from both sides (requirement E8; handbook of early help 1.7): the practitioner says of the version that holds whether it is right or
-- what they see otherwise; each of the two words a remark of their own anew; a correction of a decision rests on the version that was read.
create table casework.supervision_answer (
  session uuid primary key,
  supervisor uuid not null,
  worker uuid not null,
  agrees boolean not null,
  words text not null default '' check (length(words) <= 10000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (session, supervisor, worker) references casework.supervision_session (id, supervisor, worker),
  check (entered_by = worker),
  constraint otherwise_says_how check (agrees or words ~ '\S')
);
comment on table casework.supervision_answer is 'What the practitioner says of one version of the record of a session: that it is right, or what they see otherwise; once, and it stays';
select platform.protect('casework.supervision_answer');
grant select, insert on casework.supervision_answer to goldenthread_casework;
create policy read on casework.supervision_answer for select to goldenthread_casework using (exists (select from casework.supervision_session s where s.id = session));
create policy answer on casework.supervision_answer for insert to goldenthread_casework with check (entered_by = (select casework.me())
  and exists (select from casework.supervision_session s where s.id = session and s.worker = (select casework.me()) and s.corrected_at is null));
create trigger append_only before update or delete on casework.supervision_answer for each row execute function platform.refuse_change();

-- A remark is worded anew by who wrote it: another line takes its place, and what stood there stays.
alter table casework.supervision_note add column replaces uuid unique references casework.supervision_note;
comment on column casework.supervision_note.replaces is 'The remark of the same author whose place this one takes; null where it is the first wording';
create function casework.reword_own_remark() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.replaces is not null and (new.kind <> 'remark' or not exists (select from casework.supervision_note n
      join casework.supervision_session a on a.id = n.session join casework.supervision_session b on b.id = new.session and coalesce(a.first, a.id) = coalesce(b.first, b.id)
      where n.id = new.replaces and n.kind = 'remark' and n.entered_by = new.entered_by)) then
    raise exception 'one words anew what one added oneself to this session' using errcode = 'check_violation', constraint = 'own_remark';
  end if;
  return new;
end $$;
create trigger reworded before insert on casework.supervision_note for each row execute function casework.reword_own_remark();

alter table casework.supervision_decision add column number int not null default 1 check (number >= 1);
comment on column casework.supervision_decision.number is 'The version of what was decided: 1, and one more with every correction';
drop function casework.correct_decision(uuid, text, text, text, date, text);
-- Replaces the one of 0693: what was read is what is corrected. Says how it went: 'done', 'meanwhile' where another version was read, 'not-yours'.
create function casework.correct_decision(asked uuid, seen int, new_words text, new_action text, doer text, new_due date, reason text)
  returns text language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare n int;
begin
  update casework.supervision_decision d set words = new_words, because = reason, corrected_at = platform.now(), number = d.number + 1,
      action = case when d.done_on is null then new_action else d.action end,
      due_on = case when d.done_on is null then new_due else d.due_on end,
      owner = case when d.done_on is not null then d.owner when doer = 'supervisor' then s.supervisor when doer = 'worker' then s.worker end
    from casework.supervision_session s where s.id = d.session and d.id = asked and d.number = seen and d.entered_by = governance.my_person() and d.episode = any (casework.my_supervised())
      and exists (select from casework.look l where l.episode = d.episode and l.person = d.entered_by and l.transaction = pg_current_xact_id_if_assigned());
  get diagnostics n = row_count;
  if n = 1 then return 'done'; end if;
  return case when exists (select from casework.supervision_decision d where d.id = asked and d.entered_by = governance.my_person() and d.number <> seen) then 'meanwhile' else 'not-yours' end;
end $$;
-- Families that one leads, of which a decision was corrected since one last looked at them: no word of it, and of nobody else's families.
create function casework.my_corrected_decisions() returns table (episode uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  return query select distinct d.episode from casework.supervision_decision d
    where d.corrected_at is not null and d.entered_by <> me and d.episode = any (casework.my_kept())
      and not exists (select from casework.look l where l.episode = d.episode and l.person = me and l.at > d.corrected_at);
end $$;
revoke all on function casework.reword_own_remark(), casework.correct_decision(uuid, int, text, text, text, date, text), casework.my_corrected_decisions() from public;
grant execute on function casework.correct_decision(uuid, int, text, text, text, date, text), casework.my_corrected_decisions() to goldenthread_casework;
