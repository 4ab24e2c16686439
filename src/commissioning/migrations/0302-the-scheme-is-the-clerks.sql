-- Who may move how much is entered by the clerk of the fund's board, from its agreement: nobody widens their own authority, though they keep the books.
create policy by_the_clerk on commissioning.virement_limit as restrictive for insert to goldenthread_app
  with check ((select commissioning.is_system()) or body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy ended_by_the_clerk on commissioning.virement_limit as restrictive for update to goldenthread_app
  using ((select commissioning.is_system()) or body = any ((select governance.my_clerk_bodies())::uuid[]));
