-- A visitor holds no document and lets none go; sweeping, which nobody in particular does, must see every holder.
select platform.protect('platform.document_reference');
create policy see_holders on platform.document_reference for select to goldenthread_app using (true);
create policy hold on platform.document_reference for insert to goldenthread_app with check ((select platform.actor()) is not null);
create policy let_go on platform.document_reference for delete to goldenthread_app using ((select platform.actor()) is not null);
