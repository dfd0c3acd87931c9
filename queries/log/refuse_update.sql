-- statement: create
create trigger log_refuse_update before update on log for each statement
    insert into guard select error('the log is append-only: UPDATE refused')
