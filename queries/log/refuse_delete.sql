-- statement: create
create trigger log_refuse_delete before delete on log for each statement
    insert into guard select error('the log is append-only: DELETE refused')
