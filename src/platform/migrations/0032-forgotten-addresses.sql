-- An address that is no longer needed for an answer is forgotten in the evidence of despatch too: the row stays, with an empty recipient.
grant update (recipient) on platform.mail_delivery to goldenthread_app;
